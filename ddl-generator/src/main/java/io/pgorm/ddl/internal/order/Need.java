package io.pgorm.ddl.internal.order;

import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;

/** What a step needs, if the schema makes it; what nothing makes is thought to be there. */
public sealed interface Need {

    /** A table, view, sequence, index or type. */
    record Relation(QualifiedName name) implements Need {}

    /** A function or procedure, whatever its arguments. */
    record Callable(QualifiedName name) implements Need {}

    /** What a statement is about; for a part that is not made alone, that which has it. */
    record Thing(ObjectName name) implements Need {}

    /** Another piece of SQL. */
    record Block(String id) implements Need {}

    /** The name of a type whose definition comes later. */
    record Shell(QualifiedName type) implements Need {}

    /**
     * What SQL names.
     *
     * @param strength of the names in it; those in bodies of routines within it are {@link Strength#BODY}
     */
    record Text(String sql, Strength strength) implements Need {}
}
