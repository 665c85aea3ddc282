package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * A range type, with the multirange type that PostgreSQL makes beside it.
 *
 * @param javaName as the schema names it
 * @param multirange the name of its multirange type, where it is not the one PostgreSQL would choose
 * @param operatorClass where it is not the default of the subtype
 * @param canonical the function that makes values canonical, for a discrete range
 * @param difference the function that says how far two values are apart, for GiST
 */
public record RangeType(
        QualifiedName name,
        String javaName,
        ColumnType subtype,
        Optional<QualifiedName> multirange,
        Optional<QualifiedName> operatorClass,
        Optional<QualifiedName> collation,
        Optional<QualifiedName> canonical,
        Optional<QualifiedName> difference,
        Optional<String> comment,
        SourceSpan span)
        implements SchemaObject {}
