package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row to insert: what the caller gives, and what its place in the tree does. For one thread. */
final class NestedRow {

    final Assignments given;
    final Sources sources;

    @Nullable
    NestedHandle handle;

    NestedRow(Assignments given) {
        this.given = given;
        this.sources = new Sources(given);
    }

    NestedHandle required() {
        return Objects.requireNonNull(handle);
    }
}
