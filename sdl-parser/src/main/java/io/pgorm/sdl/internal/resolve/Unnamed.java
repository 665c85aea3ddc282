package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.Optional;
import java.util.function.Function;

/**
 * A constraint or an index that lacks only its name. Names come last, because those that authors gave have to be known
 * before one can be made up.
 *
 * @param given the name that the author gave
 * @param stem what a made-up name begins with, {@code users_email}
 * @param suffix what it ends with, {@code _key}
 * @param index whether it is an index or has one, whose name no other index or table of the schema may have
 * @param documentation what becomes the comment on it
 * @param named makes it, once its name is known
 */
record Unnamed<T>(
        Optional<Name> given,
        String stem,
        String suffix,
        boolean index,
        SourceSpan span,
        Optional<String> documentation,
        Function<String, T> named) {
    Unnamed(
            Optional<Name> given,
            String stem,
            String suffix,
            boolean index,
            SourceSpan span,
            Function<String, T> named) {
        this(given, stem, suffix, index, span, Optional.empty(), named);
    }
}
