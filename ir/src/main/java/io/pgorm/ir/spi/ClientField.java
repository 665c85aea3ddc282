package io.pgorm.ir.spi;

import io.pgorm.ir.QualifiedName;
import java.util.List;

/**
 * What a column is in the generated client: a class of the extension's own in place of jOOQ's plain field, so that the
 * calls of a feature stand on the column itself, {@code ITEMS.EMBEDDING.nearest(...)}.
 *
 * <p>The class extends {@code io.pgorm.client.FeatureField}, has one type parameter (jOOQ's record of the table), and a
 * public constructor {@code (TableField<R, T> column, List<String> facts)}. It is needed at run time only by an
 * application whose schema has such a column.
 *
 * @param table the table or view of the column
 * @param column its name in the database
 * @param type fully qualified name of the class
 * @param valueType fully qualified name of the Java type {@code T} that it expects the column's values to be of; a column
 *     whose values are of another type, by a handler of the application's own, stays a plain field
 * @param facts what the class has to know of the schema, in words that only the extension understands: the dimensions of a
 *     vector, the configuration of a text search
 */
public record ClientField(QualifiedName table, String column, String type, String valueType, List<String> facts) {

    public ClientField {
        facts = List.copyOf(facts);
    }
}
