package io.pgorm.migrations.random;

import java.util.List;
import java.util.function.IntFunction;

/** Types that every server has, each with values by number. Stateless. */
final class Builtin {

    private static final List<Type> ALL = List.of(
            type("integer", Type.Family.INTEGER, n -> "" + n),
            type("text", Type.Family.TEXT, n -> "text " + n),
            type("bigint", Type.Family.INTEGER, n -> "" + n),
            type("timestamp with time zone", Type.Family.TIME, n -> "2020-01-%02d 12:00:00+00".formatted(1 + n % 28)),
            type("boolean", Type.Family.BOOLEAN, n -> n % 2 == 0 ? "true" : "false"),
            type("character varying(30)", Type.Family.TEXT, n -> "words " + n),
            type("numeric(10,2)", Type.Family.NUMBER, n -> n + ".50"),
            type("date", Type.Family.TIME, n -> "2020-02-%02d".formatted(1 + n % 28)),
            type("uuid", Type.Family.OTHER, n -> "00000000-0000-4000-8000-%012d".formatted(n)),
            type("jsonb", Type.Family.JSON, n -> "{\"a\": " + n + "}"),
            type("smallint", Type.Family.INTEGER, n -> "" + n),
            type("double precision", Type.Family.NUMBER, n -> n + ".25"),
            type("real", Type.Family.NUMBER, n -> n + ".5"),
            type("numeric", Type.Family.NUMBER, n -> n + ".125"),
            type("bytea", Type.Family.OTHER, n -> "\\x%02x".formatted(n % 256)),
            type("character(5)", Type.Family.TEXT, n -> "c" + n),
            type("character varying", Type.Family.TEXT, n -> "v" + n),
            type("character varying(12)", Type.Family.TEXT, n -> "w" + n),
            type("timestamp without time zone", Type.Family.TIME, n -> "2020-03-%02d 01:02:03".formatted(1 + n % 28)),
            type(
                    "timestamp(3) with time zone",
                    Type.Family.TIME,
                    n -> "2021-01-%02d 12:00:00+00".formatted(1 + n % 28)),
            type("time without time zone", Type.Family.OTHER, n -> "10:%02d:00".formatted(n % 60)),
            type("interval", Type.Family.OTHER, n -> n + " hours"),
            type("inet", Type.Family.NETWORK, n -> "10.0.0." + n % 256),
            type("cidr", Type.Family.NETWORK, n -> "10.0." + n % 256 + ".0/24"),
            type("macaddr", Type.Family.OTHER, n -> "08:00:2b:01:02:%02x".formatted(n % 256)),
            type("tsvector", Type.Family.SEARCH, n -> "word" + n),
            type("int4range", Type.Family.RANGE, n -> "[" + 2 * n + "," + (2 * n + 1) + ")"),
            type("tstzrange", Type.Family.RANGE, n -> "[2020-01-%02d,2020-01-%02d)".formatted(1 + n % 27, 2 + n % 27)),
            type("int4multirange", Type.Family.OTHER, n -> "{[" + n + "," + (n + 1) + ")}"),
            type("bit(4)", Type.Family.OTHER, n -> "0101"),
            type("bit varying(7)", Type.Family.OTHER, n -> "010"),
            type("money", Type.Family.OTHER, n -> n + ".00"),
            type("oid", Type.Family.OTHER, n -> "" + n),
            type("name", Type.Family.OTHER, n -> "name" + n),
            new Type("json", Type.Family.OPAQUE, n -> "'{\"b\": " + n + "}'::json"),
            new Type("xml", Type.Family.OPAQUE, n -> "'<a>" + n + "</a>'::xml"),
            new Type("point", Type.Family.OPAQUE, n -> "'(" + n + ",1)'::point"),
            type("\"char\"", Type.Family.OTHER, n -> "x"));

    private Builtin() {}

    static int count() {
        return ALL.size();
    }

    static Type of(int index) {
        return ALL.get(Math.floorMod(index, ALL.size()));
    }

    private static Type type(String sql, Type.Family family, IntFunction<String> value) {
        return new Type(sql, family, n -> "'" + value.apply(n) + "'::" + sql);
    }
}
