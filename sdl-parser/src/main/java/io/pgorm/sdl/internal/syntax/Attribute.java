package io.pgorm.sdl.internal.syntax;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * An attribute.
 *
 * @param block whether it begins with {@code @@}
 * @param name without that
 * @param arguments in order
 * @param documentation of one that begins with {@code @@}: the lines of {@code ///} above it
 * @param span all of it
 */
public record Attribute(
        boolean block, Name name, List<Argument> arguments, Optional<String> documentation, SourceSpan span) {
    public Attribute {
        arguments = List.copyOf(arguments);
    }

    /** As it is written, without arguments. */
    public String label() {
        return (block ? "@@" : "@") + name.text();
    }
}
