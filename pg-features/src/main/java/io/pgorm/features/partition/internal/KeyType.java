package io.pgorm.features.partition.internal;

import io.pgorm.ir.ColumnType;
import java.util.Set;

/** What is known of the type of a partition key. */
enum KeyType {
    SMALLINT,
    INTEGER,
    BIGINT,
    DECIMAL,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    TIMESTAMPTZ,
    UUID,
    TEXT,
    ENUM,
    /** No btree operator class, so that it can be neither a range nor a list. */
    UNORDERED,
    /** Nothing is known of its values here; the server knows. */
    OTHER;

    private static final Set<String> UNORDERED_TYPES =
            Set.of("json", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle");

    static KeyType of(ColumnType type) {
        if (type.array()) {
            return OTHER;
        }
        return switch (type) {
            case ColumnType.EnumReference reference -> ENUM;
            case ColumnType.Scalar scalar -> ofSql(scalar.type().sql());
            case ColumnType.Raw raw -> ofSql(raw.text());
            case ColumnType.TypeReference reference -> OTHER;
        };
    }

    private static KeyType ofSql(String sql) {
        String base = sql.replaceFirst("\\(.*\\)", "").strip();
        if (UNORDERED_TYPES.contains(base)) {
            return UNORDERED;
        }
        return switch (base) {
            case "smallint", "smallserial" -> SMALLINT;
            case "integer", "serial" -> INTEGER;
            case "bigint", "bigserial" -> BIGINT;
            case "numeric", "real", "double precision" -> DECIMAL;
            case "boolean" -> BOOLEAN;
            case "date" -> DATE;
            case "timestamp", "timestamp without time zone" -> TIMESTAMP;
            case "timestamptz", "timestamp with time zone" -> TIMESTAMPTZ;
            case "uuid" -> UUID;
            case "text", "varchar", "character varying", "char", "character", "citext" -> TEXT;
            default -> OTHER;
        };
    }

    boolean isInteger() {
        return this == SMALLINT || this == INTEGER || this == BIGINT;
    }
}
