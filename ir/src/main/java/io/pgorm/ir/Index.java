package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An index.
 *
 * @param name its name in the database
 * @param method the access method in lower case, {@code btree}, {@code gin}, {@code hnsw}
 * @param keys what it is over, in order
 * @param include columns carried only
 * @param nullsNotDistinct for a unique one, whether two NULLs count as equal (PostgreSQL 15)
 * @param where the condition of a partial index
 * @param with storage parameters in the order of the schema, names and values already checked to be plain words or
 *     numbers
 * @param tablespace where it is not the database's own
 */
public record Index(
        String name,
        boolean unique,
        String method,
        List<Key> keys,
        List<String> include,
        boolean nullsNotDistinct,
        Optional<SqlText> where,
        Map<String, String> with,
        Optional<String> tablespace,
        SourceSpan span) {

    public Index {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
        with = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(with));
    }

    /** An index in the database's own tablespace. */
    public Index(
            String name,
            boolean unique,
            String method,
            List<Key> keys,
            List<String> include,
            boolean nullsNotDistinct,
            Optional<SqlText> where,
            Map<String, String> with,
            SourceSpan span) {
        this(name, unique, method, keys, include, nullsNotDistinct, where, with, Optional.empty(), span);
    }

    public Index withKeys(List<Key> newKeys) {
        return new Index(name, unique, method, newKeys, include, nullsNotDistinct, where, with, tablespace, span);
    }

    /**
     * One key of an index.
     *
     * @param collation where it is not the column's own
     * @param operatorClass its name, with its options between parentheses where it has some
     */
    public record Key(
            Target target,
            Optional<QualifiedName> collation,
            Optional<String> operatorClass,
            Optional<Order> order,
            Optional<Nulls> nulls) {
        public Key(Target target, Optional<String> operatorClass, Optional<Order> order, Optional<Nulls> nulls) {
            this(target, Optional.empty(), operatorClass, order, nulls);
        }

        public static Key of(String column) {
            return new Key(new ColumnTarget(column), Optional.empty(), Optional.empty(), Optional.empty());
        }

        public Key withOperatorClass(String name) {
            return new Key(target, collation, Optional.of(name), order, nulls);
        }
    }

    /** What a key is over. */
    public sealed interface Target permits ColumnTarget, ExpressionTarget {}

    public record ColumnTarget(String column) implements Target {}

    public record ExpressionTarget(SqlText expression) implements Target {}

    public enum Order {
        ASC,
        DESC
    }

    public enum Nulls {
        FIRST,
        LAST
    }
}
