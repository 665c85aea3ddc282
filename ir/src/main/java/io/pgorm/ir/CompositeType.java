package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A composite type.
 *
 * @param javaName as the schema names it
 * @param attributes in order
 */
public record CompositeType(
        QualifiedName name, String javaName, List<Attribute> attributes, Optional<String> comment, SourceSpan span)
        implements SchemaObject {

    public CompositeType {
        attributes = List.copyOf(attributes);
    }

    /**
     * @param name in the database
     * @param collation where it is not the type's own
     */
    public record Attribute(
            String name,
            ColumnType type,
            Optional<QualifiedName> collation,
            Optional<String> comment,
            SourceSpan span) {}
}
