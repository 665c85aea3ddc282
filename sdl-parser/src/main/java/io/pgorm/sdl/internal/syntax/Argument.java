package io.pgorm.sdl.internal.syntax;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.Optional;

/** An argument, with its name where one is written. */
public record Argument(Optional<Name> label, Value value) {

    public SourceSpan span() {
        return label.map(name -> name.span().to(value.span())).orElse(value.span());
    }
}
