package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import java.util.Set;

/** What PostgreSQL can do with the values of a type. Types that are not its own are given the benefit of the doubt. */
final class TypeTraits {

    /** Types whose values all fit into a row as they are, so that PostgreSQL never compresses or moves them. */
    private static final Set<String> FIXED = Set.of(
            "smallint",
            "integer",
            "bigint",
            "smallserial",
            "serial",
            "bigserial",
            "real",
            "double precision",
            "money",
            "boolean",
            "date",
            "time",
            "time with time zone",
            "timestamp",
            "timestamp with time zone",
            "interval",
            "uuid",
            "macaddr",
            "macaddr8",
            "point",
            "line",
            "lseg",
            "box",
            "circle",
            "oid",
            "tsquery");

    private static final Set<String> TEXTS = Set.of("text", "varchar", "char", "citext");

    private TypeTraits() {}

    /** Whether large values may be compressed, or kept outside the row. */
    static boolean isToastable(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar scalar ->
                scalar.array() || !FIXED.contains(scalar.type().sql());
            case ColumnType.EnumReference reference -> reference.array();
            case ColumnType.TypeReference reference -> true;
            case ColumnType.Raw raw -> true;
        };
    }

    /** Whether it may have a collation. */
    static boolean isCollatable(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar scalar -> TEXTS.contains(scalar.type().sql());
            case ColumnType.EnumReference reference -> false;
            case ColumnType.TypeReference reference -> true;
            case ColumnType.Raw raw -> true;
        };
    }
}
