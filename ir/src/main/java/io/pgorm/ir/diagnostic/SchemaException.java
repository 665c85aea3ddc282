package io.pgorm.ir.diagnostic;

import java.util.List;
import java.util.Objects;

/** A schema that cannot be used. Carries every diagnostic, errors and others, in reading order. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /**
     * @param rendered the diagnostics as text for people, which becomes the message
     * @param diagnostics at least one error
     */
    public SchemaException(String rendered, List<Diagnostic> diagnostics) {
        super(rendered);
        this.diagnostics = diagnostics.stream().sorted(Diagnostic.READING_ORDER).toList();
    }

    /** The diagnostics as text for people. */
    public String print() {
        return Objects.requireNonNull(getMessage());
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
