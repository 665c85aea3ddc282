package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;

/**
 * Something that a schema holds and the database makes. What is said of an object from outside, a grant, an owner, a
 * comment, is an object of its own, so that it can be changed alone.
 */
public sealed interface SchemaObject
        permits Extension,
                Namespace,
                Role,
                EnumType,
                CompositeType,
                RangeType,
                DomainType,
                Sequence,
                Table,
                View,
                Routine,
                Grant,
                DefaultPrivilege,
                Ownership,
                Comment,
                Rename,
                SqlObject {

    /** The declaration behind it; {@link SourceSpan#NONE} for what a catalog held. */
    SourceSpan span();
}
