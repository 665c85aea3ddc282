package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.internal.resolve.ModelScope.RelationScope;
import java.util.Optional;

/**
 * A field that leads to another model, before it is known how.
 *
 * @param name of the relation, where the author gave one; else empty
 * @param arguments of its {@code @relation}
 */
record RelationEnd(
        ModelScope model, RelationScope field, ModelScope target, String name, Optional<Arguments> arguments) {

    /** Whether the foreign key is on this side. */
    boolean owner() {
        return arguments.map(given -> given.has("fields")).orElse(false);
    }

    SourceSpan span() {
        return field.span();
    }

    /** {@code Post.author}. */
    String label() {
        return model.name() + "." + field.name();
    }
}
