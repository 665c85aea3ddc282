package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Grant;
import io.pgorm.ir.PgType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one compilation knows while it resolves: filled stage by stage, read by the later ones. For one thread. */
final class Scope {

    final Report report;
    final Vocabulary vocabulary;
    final Map<String, ModelScope> models = new LinkedHashMap<>();
    final Map<String, EnumType> enums = new LinkedHashMap<>();
    final Map<String, Extension> extensions = new LinkedHashMap<>();
    /** Declared roles, by the author's word, with their names in the database. */
    final Map<String, String> roles = new LinkedHashMap<>();
    /** Declared schemas of the database, likewise. */
    final Map<String, String> schemas = new LinkedHashMap<>();

    /** Declared functions and procedures, likewise; those of one name share it. */
    final Map<String, QualifiedName> routines = new LinkedHashMap<>();

    /** Declared sequences, likewise. */
    final Map<String, QualifiedName> sequences = new LinkedHashMap<>();

    /** Domains, composite types and ranges, likewise. */
    final Map<String, QualifiedName> types = new LinkedHashMap<>();

    /** Views, with the columns that they declare. */
    final Map<String, ModelScope> views = new LinkedHashMap<>();

    /** What the domains are made of, as far as it is known. */
    final Map<QualifiedName, ColumnType> domainBases = new HashMap<>();

    /** Declarations whose names were free: of two with one name, the first. */
    final Set<Declaration> accepted = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What declarations say of objects from outside: owners, grants, comments, former names. */
    final List<SchemaObject> said = new ArrayList<>();

    final List<SessionCall> sessionCalls = new ArrayList<>();
    /** Enums of which a value could not be read. */
    final List<String> incompleteEnums = new ArrayList<>();

    Scope(Report report, Vocabulary vocabulary) {
        this.report = report;
        this.vocabulary = vocabulary;
    }

    /** A call of {@code auth.FUNCTION()} in SQL of the schema. */
    record SessionCall(String function, SourceSpan span) {}

    /** The model or view of that name. */
    Optional<ModelScope> relation(String name) {
        return Optional.ofNullable(models.get(name)).or(() -> Optional.ofNullable(views.get(name)));
    }

    /** The names of models and views. */
    List<String> relations() {
        List<String> all = new ArrayList<>(models.keySet());
        all.addAll(views.keySet());
        return all;
    }

    /** The type whose values these are: that below all domains, where it is known. */
    ColumnType base(ColumnType type) {
        ColumnType base = type;
        while (base instanceof ColumnType.TypeReference(QualifiedName name, boolean array)
                && !array
                && domainBases.containsKey(name)) {
            base = domainBases.get(name);
        }
        return base;
    }

    /** The role that a word or string means: a declared one, PUBLIC, or that of the name as it stands. */
    String role(Name word) {
        String text = word.text();
        return text.equalsIgnoreCase(Grant.PUBLIC) ? Grant.PUBLIC : roles.getOrDefault(text, text);
    }

    void use(PgType type, SourceSpan span) {
        type.extension().ifPresent(name -> extensions.putIfAbsent(name, new Extension(name, span)));
    }
}
