package io.pgorm.ir.diagnostic;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing to tell the author of a schema.
 *
 * @param severity its weight
 * @param code stable, {@code PGO} and four digits; a code never changes its meaning
 * @param message what is wrong, in the author's terms, one sentence without a final period
 * @param span where
 * @param help what to write instead, if there is something to say
 */
public record Diagnostic(Severity severity, String code, String message, SourceSpan span, Optional<String> help) {

    /** The order of reading: by file, line, column, then the heavier first, then code. */
    public static final Comparator<Diagnostic> READING_ORDER = Comparator.comparing((Diagnostic d) -> d.span.file())
            .thenComparingInt(d -> d.span.line())
            .thenComparingInt(d -> d.span.column())
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    public static Diagnostic error(String code, String message, SourceSpan span) {
        return new Diagnostic(Severity.ERROR, code, message, span, Optional.empty());
    }

    public static Diagnostic warning(String code, String message, SourceSpan span) {
        return new Diagnostic(Severity.WARNING, code, message, span, Optional.empty());
    }

    public static Diagnostic info(String code, String message, SourceSpan span) {
        return new Diagnostic(Severity.INFO, code, message, span, Optional.empty());
    }

    /** The same diagnostic with advice. */
    public Diagnostic withHelp(String advice) {
        return new Diagnostic(severity, code, message, span, Optional.of(advice));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
