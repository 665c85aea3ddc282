package io.pgorm.migrations.random;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The type of a column's values, through all domains.
 *
 * @param name for a range, where there is one, PostgreSQL's own over the same values: under its own name may be another
 *     range after a plan
 * @param composite the table of its attributes, zero where it has none
 * @param array whether it is an array of that
 */
record ValueType(String name, String composite, boolean array) {

    /** @param path the names of attributes from the outside in */
    record Part(List<String> path, String type) {}

    static ValueType of(Connection connection, String type, String modifier) throws SQLException {
        List<String> row =
                Contents.ask(connection, """
                WITH RECURSIVE inside AS (
                    SELECT oid, typbasetype AS base, %s AS modifier, typtypmod AS own FROM pg_type WHERE oid = %s
                    UNION ALL
                    SELECT t.oid, t.typbasetype, i.own, t.typtypmod FROM inside i JOIN pg_type t ON t.oid = i.base)
                SELECT coalesce((SELECT format_type(own.rngtypid, NULL) FROM pg_range made
                                 JOIN pg_range own ON own.rngsubtype = made.rngsubtype AND own.rngtypid < 16384
                                 WHERE made.rngtypid = i.oid), format_type(i.oid, i.modifier)), t.typrelid::text, coalesce(e.oid, 0)::text, i.modifier::text
                FROM inside i JOIN pg_type t ON t.oid = i.oid
                LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
                WHERE i.base = 0
                """.formatted(modifier, type)).getFirst();
        if (row.get(2).equals("0")) {
            return new ValueType(row.get(0), row.get(1), false);
        }
        ValueType element = of(connection, row.get(2), row.get(3));
        return new ValueType(element.name() + "[]", element.composite(), true);
    }

    /** The attributes that have none themselves; none where it is not composite. */
    List<Part> parts(Connection connection) throws SQLException {
        List<Part> parts = new ArrayList<>();
        for (List<String> attribute : Contents.ask(connection, """
                SELECT attname, atttypid::text, atttypmod::text FROM pg_attribute
                WHERE attrelid = %s AND attnum > 0 AND NOT attisdropped ORDER BY attnum
                """.formatted(composite))) {
            ValueType type = of(connection, attribute.get(1), attribute.get(2));
            List<Part> inside = type.array() ? List.of() : type.parts(connection);
            if (inside.isEmpty()) {
                parts.add(new Part(List.of(attribute.get(0)), type.name()));
            }
            for (Part part : inside) {
                parts.add(new Part(
                        Stream.concat(Stream.of(attribute.get(0)), part.path().stream())
                                .toList(),
                        part.type()));
            }
        }
        return parts;
    }
}
