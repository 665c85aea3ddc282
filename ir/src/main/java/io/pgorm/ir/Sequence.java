package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * A sequence that is not part of an identity column.
 *
 * @param ownedBy the column with which it goes
 * @param unlogged whether it is not written to the log (PostgreSQL 15)
 */
public record Sequence(
        QualifiedName name,
        SequenceOptions options,
        Optional<Owner> ownedBy,
        boolean unlogged,
        Optional<String> comment,
        SourceSpan span)
        implements SchemaObject {

    /** A column of a table. */
    public record Owner(QualifiedName table, String column) {}
}
