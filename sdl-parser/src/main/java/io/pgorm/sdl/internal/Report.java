package io.pgorm.sdl.internal;

import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.Severity;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what one compilation has to say; the same thing said twice is said once. For one thread. */
public final class Report {

    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    public void error(Codes code, SourceSpan span, String message) {
        add(Severity.ERROR, code, span, message, Optional.empty());
    }

    public void error(Codes code, SourceSpan span, String message, String help) {
        add(Severity.ERROR, code, span, message, Optional.of(help));
    }

    public void error(Codes code, SourceSpan span, String message, Optional<String> help) {
        add(Severity.ERROR, code, span, message, help);
    }

    public void warning(Codes code, SourceSpan span, String message, String help) {
        add(Severity.WARNING, code, span, message, Optional.of(help));
    }

    public void info(Codes code, SourceSpan span, String message, Optional<String> help) {
        add(Severity.INFO, code, span, message, help);
    }

    public void addAll(Collection<Diagnostic> others) {
        diagnostics.addAll(others);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    public List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    private void add(Severity severity, Codes code, SourceSpan span, String message, Optional<String> help) {
        diagnostics.add(new Diagnostic(severity, code.code(), message, span, help));
    }

    /** A place in words, for a message that names a second one. */
    public static String place(SourceSpan span) {
        return span.isPresent() ? span.file() + ":" + span.line() + ":" + span.column() : "the schema";
    }
}
