package io.pgorm.sdl;

import io.pgorm.ir.diagnostic.Diagnostic;
import java.util.List;

/**
 * What formatting a file gave.
 *
 * @param text the file in the canonical layout; as it was, where there are errors
 * @param errors what keeps the file from being read
 */
public record Formatted(String text, List<Diagnostic> errors) {

    public Formatted {
        errors = List.copyOf(errors);
    }
}
