package io.pgorm.sdl;

import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.DiagnosticPrinter;
import io.pgorm.ir.diagnostic.SchemaException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What compiling a schema gave.
 *
 * @param schema the schema; empty when there is any error
 * @param diagnostics all of them, in reading order
 * @param sources the text of each file by its name
 */
public record Compilation(Optional<Schema> schema, List<Diagnostic> diagnostics, Map<String, String> sources) {

    public Compilation {
        diagnostics = diagnostics.stream().sorted(Diagnostic.READING_ORDER).toList();
        sources = Map.copyOf(sources);
    }

    /** Whether the schema cannot be used. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** The diagnostics as text for people, each with its line of the source; the empty string for none. */
    public String print() {
        return new DiagnosticPrinter(sources).print(diagnostics);
    }

    /**
     * The schema.
     *
     * @throws SchemaException if there are errors; its message is {@link #print()}
     */
    public Schema orThrow() {
        return schema.orElseThrow(() -> new SchemaException(print(), diagnostics));
    }
}
