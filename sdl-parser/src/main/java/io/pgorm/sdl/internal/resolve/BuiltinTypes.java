package io.pgorm.sdl.internal.resolve;

import static io.pgorm.ir.PgType.Kind.BOOLEAN;
import static io.pgorm.ir.PgType.Kind.BYTES;
import static io.pgorm.ir.PgType.Kind.DECIMAL;
import static io.pgorm.ir.PgType.Kind.INTEGER;
import static io.pgorm.ir.PgType.Kind.JSON;
import static io.pgorm.ir.PgType.Kind.OTHER;
import static io.pgorm.ir.PgType.Kind.SERIAL;
import static io.pgorm.ir.PgType.Kind.TEMPORAL;
import static io.pgorm.ir.PgType.Kind.TEXT;
import static io.pgorm.ir.PgType.Kind.UUID;

import io.pgorm.ir.PgType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scalar types that the language has without any extension of it. */
final class BuiltinTypes {

    static final PgType SMALL_INT = new PgType("SmallInt", "smallint", INTEGER, 0, 0);
    static final PgType INT = new PgType("Int", "integer", INTEGER, 0, 0);
    static final PgType BIG_INT = new PgType("BigInt", "bigint", INTEGER, 0, 0);

    static final List<PgType> ALL = List.of(
            SMALL_INT,
            INT,
            BIG_INT,
            new PgType("SmallSerial", "smallserial", SERIAL, 0, 0),
            new PgType("Serial", "serial", SERIAL, 0, 0),
            new PgType("BigSerial", "bigserial", SERIAL, 0, 0),
            new PgType("Real", "real", DECIMAL, 0, 0),
            new PgType("Double", "double precision", DECIMAL, 0, 0),
            new PgType("Numeric", "numeric", DECIMAL, 0, 2),
            new PgType("Money", "money", DECIMAL, 0, 0),
            new PgType("Boolean", "boolean", BOOLEAN, 0, 0),
            new PgType("String", "text", TEXT, 0, 0),
            new PgType("Text", "text", TEXT, 0, 0),
            new PgType("Varchar", "varchar", TEXT, 0, 1),
            new PgType("Char", "char", TEXT, 0, 1),
            contrib("Citext", "citext", TEXT),
            new PgType("Bytea", "bytea", BYTES, 0, 0),
            new PgType("Date", "date", TEMPORAL, 0, 0),
            new PgType("Time", "time", TEMPORAL, 0, 1),
            new PgType("Timetz", "time with time zone", TEMPORAL, 0, 1),
            new PgType("Timestamp", "timestamp", TEMPORAL, 0, 1),
            new PgType("Timestamptz", "timestamp with time zone", TEMPORAL, 0, 1),
            new PgType("Interval", "interval", TEMPORAL, 0, 1),
            new PgType("Uuid", "uuid", UUID, 0, 0),
            new PgType("Json", "json", JSON, 0, 0),
            new PgType("Jsonb", "jsonb", JSON, 0, 0),
            new PgType("Xml", "xml", OTHER, 0, 0),
            new PgType("Inet", "inet", OTHER, 0, 0),
            new PgType("Cidr", "cidr", OTHER, 0, 0),
            new PgType("Macaddr", "macaddr", OTHER, 0, 0),
            new PgType("Bit", "bit", OTHER, 0, 1),
            new PgType("Varbit", "bit varying", OTHER, 0, 1),
            new PgType("TsVector", "tsvector", OTHER, 0, 0),
            new PgType("TsQuery", "tsquery", OTHER, 0, 0),
            new PgType("Int4Range", "int4range", OTHER, 0, 0),
            new PgType("Int8Range", "int8range", OTHER, 0, 0),
            new PgType("NumRange", "numrange", OTHER, 0, 0),
            new PgType("TsRange", "tsrange", OTHER, 0, 0),
            new PgType("TstzRange", "tstzrange", OTHER, 0, 0),
            new PgType("DateRange", "daterange", OTHER, 0, 0),
            new PgType("Int4Multirange", "int4multirange", OTHER, 0, 0),
            new PgType("Int8Multirange", "int8multirange", OTHER, 0, 0),
            new PgType("NumMultirange", "nummultirange", OTHER, 0, 0),
            new PgType("TsMultirange", "tsmultirange", OTHER, 0, 0),
            new PgType("TstzMultirange", "tstzmultirange", OTHER, 0, 0),
            new PgType("DateMultirange", "datemultirange", OTHER, 0, 0),
            new PgType("Point", "point", OTHER, 0, 0),
            new PgType("Line", "line", OTHER, 0, 0),
            new PgType("Box", "box", OTHER, 0, 0),
            new PgType("Path", "path", OTHER, 0, 0),
            new PgType("Polygon", "polygon", OTHER, 0, 0),
            new PgType("Circle", "circle", OTHER, 0, 0),
            new PgType("Oid", "oid", OTHER, 0, 0),
            contrib("Hstore", "hstore", OTHER),
            contrib("Ltree", "ltree", OTHER));

    /** What other schema languages and SQL call types that are here under another name, in lower case. */
    static final Map<String, String> OTHER_SPELLINGS = Map.ofEntries(
            Map.entry("datetime", "Timestamptz"),
            Map.entry("float", "Double"),
            Map.entry("float4", "Real"),
            Map.entry("float8", "Double"),
            Map.entry("doubleprecision", "Double"),
            Map.entry("decimal", "Numeric"),
            Map.entry("number", "Numeric"),
            Map.entry("bytes", "Bytea"),
            Map.entry("blob", "Bytea"),
            Map.entry("int2", "SmallInt"),
            Map.entry("int4", "Int"),
            Map.entry("int8", "BigInt"),
            Map.entry("integer", "Int"),
            Map.entry("long", "BigInt"),
            Map.entry("short", "SmallInt"),
            Map.entry("bool", "Boolean"),
            Map.entry("guid", "Uuid"),
            Map.entry("character", "Char"),
            Map.entry("instant", "Timestamptz"));

    private BuiltinTypes() {}

    /** The integer that a serial counts with; any other type is itself. */
    static PgType counter(PgType type) {
        return switch (type.sql()) {
            case "smallserial" -> SMALL_INT;
            case "serial" -> INT;
            case "bigserial" -> BIG_INT;
            default -> type;
        };
    }

    private static PgType contrib(String name, String sql, PgType.Kind kind) {
        return new PgType(name, sql, kind, 0, 0, Optional.of(sql), Optional.empty());
    }
}
