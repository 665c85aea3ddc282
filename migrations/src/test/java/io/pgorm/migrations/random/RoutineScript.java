package io.pgorm.migrations.random;

import java.util.List;
import java.util.Optional;

/** Functions and procedures. */
final class RoutineScript {

    private final Shape shape;

    RoutineScript(Shape shape) {
        this.shape = shape;
    }

    /** A function that needs no relation. */
    List<String> function(Item item) {
        Type type = shape.type(item.get("type"), item.id());
        String argument = item.is("names") ? "\"the value\"" : "x";
        String body = switch (item.get("returns")) {
            case 1 -> argument + " IS NOT NULL" + (item.get("n") > 4 ? " OR true" : "");
            case 2 -> Integer.toString(item.get("n"));
            default -> argument;
        };
        String returns = switch (item.get("returns")) {
            case 1 -> "boolean";
            case 2 -> "integer";
            default -> type.sql();
        };
        String parameters = argument + " " + type.sql()
                + switch (item.get("parameters")) {
                    case 1 -> ", y integer DEFAULT " + item.get("n");
                    case 2 -> ", VARIADIC more text[] DEFAULT '{}'";
                    default -> "";
                };
        String language = item.get("form") == 2 ? "plpgsql" : "sql";
        String text = switch (item.get("form")) {
            case 0 -> " AS $body$SELECT " + body + "$body$";
            case 1 -> item.get("n") % 2 == 0 ? " RETURN " + body : " BEGIN ATOMIC SELECT " + body + "; END";
            default -> " AS $body$\nBEGIN\n  RETURN " + body + ";\nEND\n$body$";
        };
        return List.of("CREATE FUNCTION " + shape.name(item) + "(" + parameters + ") RETURNS " + returns + " LANGUAGE "
                + language + attributes(item) + text);
    }

    private static String attributes(Item item) {
        return switch (item.get("volatility")) {
                    case 1 -> " STABLE";
                    case 2 -> " VOLATILE";
                    default -> " IMMUTABLE";
                }
                + (item.is("strict") ? " STRICT" : "")
                + (item.is("definer") ? " SECURITY DEFINER" : "")
                + (item.is("leakproof") ? " LEAKPROOF" : "")
                + switch (item.get("parallel")) {
                    case 1 -> " PARALLEL SAFE";
                    case 2 -> " PARALLEL RESTRICTED";
                    default -> "";
                }
                + (item.is("cost") ? " COST " + item.get("cost") * 7 : "")
                + switch (item.get("settings")) {
                    case 1 -> " SET search_path TO public, pg_temp";
                    case 2 -> " SET work_mem TO '8MB'";
                    case 3 -> " SET search_path TO ''";
                    default -> "";
                };
    }

    /** A routine that needs a relation. */
    List<String> late(Item item) {
        Optional<Item> source = shape.relation(item, "from")
                .filter(found -> !shape.fields(found).isEmpty());
        if (source.isEmpty() && item.kind() != Kind.TRIGGER_FUNCTION) {
            return List.of();
        }
        return switch (item.kind()) {
            case READER -> List.of(reader(item, source.orElseThrow()));
            case PROCEDURE -> List.of(procedure(item, source.orElseThrow()));
            default -> List.of(trigger(item, source));
        };
    }

    private String reader(Item item, Item source) {
        String relation = shape.name(source);
        Shape.Field field = shape.anyField(source, item.get("one")).orElseThrow();
        String head = "CREATE FUNCTION " + shape.name(item) + "() RETURNS ";
        String tail = (item.is("volatility") ? " STABLE" : "") + (item.is("definer") ? " SECURITY DEFINER" : "");
        String count = "SELECT count(a." + field.sql() + ") FROM " + relation + " a";
        return switch (item.get("form")) {
            case 0 -> head + "bigint LANGUAGE sql" + tail + " AS $body$" + count + "$body$";
            case 1 -> head + "bigint LANGUAGE sql" + tail + " BEGIN ATOMIC " + count + "; END";
            case 2 -> head + "bigint LANGUAGE plpgsql" + tail + " AS $body$BEGIN RETURN (" + count + "); END$body$";
            case 3 ->
                head + "SETOF " + relation + " LANGUAGE sql" + tail + " AS $body$SELECT * FROM " + relation + "$body$";
            case 4 ->
                head + "TABLE(" + field.sql() + " " + field.type().sql() + ") LANGUAGE sql" + tail
                        + " BEGIN ATOMIC SELECT a." + field.sql() + " FROM " + relation + " a; END";
            default ->
                head + "TABLE(\"a value\" " + field.type().sql() + ") LANGUAGE plpgsql" + tail
                        + " AS $body$BEGIN RETURN QUERY SELECT a." + field.sql() + " FROM " + relation
                        + " a; END$body$";
        };
    }

    private String procedure(Item item, Item source) {
        String head = "CREATE PROCEDURE " + shape.name(item);
        String work = "DELETE FROM " + shape.name(source) + " WHERE false";
        return switch (item.get("form")) {
            case 0 -> head + "() LANGUAGE sql AS $body$" + work + "$body$";
            case 1 -> head + "(n integer DEFAULT " + item.get("n") + ") LANGUAGE sql BEGIN ATOMIC SELECT n; END";
            default ->
                head + "(INOUT n integer) LANGUAGE plpgsql AS $body$BEGIN " + work + "; n := " + item.get("n")
                        + "; END$body$";
        };
    }

    private String trigger(Item item, Optional<Item> source) {
        String work = source.filter(found -> item.get("form") == 1)
                .map(found -> "PERFORM count(*) FROM " + shape.name(found) + ";")
                .orElse("");
        return "CREATE FUNCTION " + shape.name(item) + "() RETURNS trigger LANGUAGE plpgsql AS $body$BEGIN " + work
                + " RETURN " + (item.get("form") == 2 ? "coalesce(NEW, OLD)" : "NEW") + "; /* " + item.get("n")
                + " */ END$body$";
    }
}
