package io.pgorm.client;

import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Table;

/**
 * How a table leads to another.
 *
 * @param target the model at the other end
 * @param local columns of this table
 * @param join the join table between the two, for an implicit many to many
 * @param remote columns of the target's table that equal {@code local}, or what the join table points to
 * @param <M> the record of the target
 */
public record Link<M>(
        ModelType<M> target, List<? extends Field<?>> local, Optional<Join> join, List<? extends Field<?>> remote) {

    public Link {
        local = List.copyOf(local);
        remote = List.copyOf(remote);
    }

    /** A join table, its columns that point to this table, and those that point to the target. */
    public record Join(Table<?> table, List<? extends Field<?>> toLocal, List<? extends Field<?>> toTarget) {
        public Join {
            toLocal = List.copyOf(toLocal);
            toTarget = List.copyOf(toTarget);
        }
    }

    /** By columns of the two tables themselves. */
    public static <M> Link<M> direct(
            ModelType<M> target, List<? extends Field<?>> local, List<? extends Field<?>> remote) {
        return new Link<>(target, local, Optional.empty(), remote);
    }

    /** Through a join table. */
    public static <M> Link<M> through(
            ModelType<M> target, List<? extends Field<?>> local, Join join, List<? extends Field<?>> remote) {
        return new Link<>(target, local, Optional.of(join), remote);
    }
}
