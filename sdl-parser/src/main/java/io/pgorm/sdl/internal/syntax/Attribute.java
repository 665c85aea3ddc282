package io.pgorm.sdl.internal.syntax;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;

/**
 * An attribute.
 *
 * @param block whether it begins with {@code @@}
 * @param name without that
 * @param arguments in order
 * @param span all of it
 */
public record Attribute(boolean block, Name name, List<Argument> arguments, SourceSpan span) {
    public Attribute {
        arguments = List.copyOf(arguments);
    }

    /** As it is written, without arguments. */
    public String label() {
        return (block ? "@@" : "@") + name.text();
    }
}
