package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * An enum.
 *
 * @param name in the database
 * @param javaName as the schema names it
 * @param values in order
 */
public record EnumType(
        QualifiedName name, String javaName, List<Value> values, Optional<String> comment, SourceSpan span)
        implements SchemaObject {

    public EnumType {
        values = List.copyOf(values);
    }

    /**
     * @param name as the schema names it, which is its Java constant
     * @param label as the database stores it
     */
    public record Value(String name, String label, Optional<String> comment, SourceSpan span) {}
}
