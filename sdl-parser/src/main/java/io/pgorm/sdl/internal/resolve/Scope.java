package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.EnumType;
import io.pgorm.ir.Extension;
import io.pgorm.ir.PgType;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.internal.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one compilation knows while it resolves: filled stage by stage, read by the later ones. For one thread. */
final class Scope {

    final Report report;
    final Vocabulary vocabulary;
    final Map<String, ModelScope> models = new LinkedHashMap<>();
    final Map<String, EnumType> enums = new LinkedHashMap<>();
    final Map<String, Extension> extensions = new LinkedHashMap<>();
    final List<SessionCall> sessionCalls = new ArrayList<>();
    /** Enums of which a value could not be read. */
    final List<String> incompleteEnums = new ArrayList<>();

    Scope(Report report, Vocabulary vocabulary) {
        this.report = report;
        this.vocabulary = vocabulary;
    }

    /** A call of {@code auth.FUNCTION()} in SQL of the schema. */
    record SessionCall(String function, SourceSpan span) {}

    void use(PgType type, SourceSpan span) {
        type.extension().ifPresent(name -> extensions.putIfAbsent(name, new Extension(name, span)));
    }
}
