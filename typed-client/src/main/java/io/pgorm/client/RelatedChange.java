package io.pgorm.client;

import java.util.List;

/**
 * What a write does with the rows at the other end of a relation. Made by generated code. Immutable.
 *
 * @param relation the name of the field
 * @param link how the rows are found
 * @param holdsKey whether the foreign key is in the row that is written
 * @param action what is done
 * @param created rows to insert
 * @param references rows that are there, or are made if they are not
 */
public record RelatedChange(
        String relation,
        Link<?> link,
        boolean holdsKey,
        Action action,
        List<? extends NestedCreate<?>> created,
        List<? extends Ref<?>> references) {

    public RelatedChange {
        created = List.copyOf(created);
        references = List.copyOf(references);
    }

    /** What is done. */
    public enum Action {
        /** The rows become related ones. */
        ADD,
        /** The rows become related ones, and all others cease to be. */
        SET,
        /** The rows cease to be related ones; without rows, whatever row there is. */
        REMOVE
    }

    /** New rows become related ones. */
    public static RelatedChange create(
            String relation, Link<?> link, boolean holdsKey, List<? extends NestedCreate<?>> rows) {
        return new RelatedChange(relation, link, holdsKey, Action.ADD, rows, List.of());
    }

    /** Something is done with rows by reference. */
    public static RelatedChange of(
            String relation, Link<?> link, boolean holdsKey, Action action, List<? extends Ref<?>> references) {
        return new RelatedChange(relation, link, holdsKey, action, List.of(), references);
    }
}
