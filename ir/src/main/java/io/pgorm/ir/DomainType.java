package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A domain: a type with conditions.
 *
 * @param javaName as the schema names it
 * @param collation where it is not the base type's own
 * @param notNull whether the domain itself refuses NULL
 * @param checks its conditions, in which {@code VALUE} is the value
 */
public record DomainType(
        QualifiedName name,
        String javaName,
        ColumnType base,
        Optional<QualifiedName> collation,
        Optional<SqlText> defaultValue,
        boolean notNull,
        List<Constraint.Check> checks,
        Optional<String> comment,
        SourceSpan span)
        implements SchemaObject {

    public DomainType {
        checks = List.copyOf(checks);
    }
}
