package io.pgorm.sdl.internal.pass;

import io.pgorm.ir.ColumnType;
import java.util.Map;
import java.util.Set;

/**
 * For which types PostgreSQL's own index methods have a default operator class (PostgreSQL 15 to 18, with the contrib
 * types of the language). Without one, {@code CREATE INDEX} has to be told which to use. Stateless.
 */
public final class DefaultOperatorClasses {

    /** Whether there is one. */
    public enum Answer {
        YES,
        NO,
        /** A type or a method that is not PostgreSQL's own. */
        UNKNOWN
    }

    private static final String ENUM = "enum";

    private static final Set<String> NUMBERS = Set.of(
            "smallint",
            "integer",
            "bigint",
            "smallserial",
            "serial",
            "bigserial",
            "real",
            "double precision",
            "numeric",
            "oid");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "char");
    private static final Set<String> TIMES =
            Set.of("date", "time", "time with time zone", "timestamp", "timestamp with time zone", "interval");
    private static final Set<String> RANGES =
            Set.of("int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange");
    private static final Set<String> MULTIRANGES = Set.of(
            "int4multirange", "int8multirange", "nummultirange", "tsmultirange", "tstzmultirange", "datemultirange");
    private static final Set<String> NETWORK = Set.of("inet", "cidr");

    /** What can be put in order. */
    private static final Set<String> ORDERED = union(
            NUMBERS,
            TEXTS,
            TIMES,
            RANGES,
            MULTIRANGES,
            NETWORK,
            Set.of(
                    "money",
                    "boolean",
                    "citext",
                    "bytea",
                    "uuid",
                    "jsonb",
                    "macaddr",
                    "bit",
                    "bit varying",
                    "tsvector",
                    "tsquery",
                    "hstore",
                    "ltree",
                    ENUM));

    private static final Set<String> NOT_ORDERED =
            Set.of("json", "xml", "point", "line", "box", "path", "polygon", "circle");

    private static final Map<String, Set<String>> BY_METHOD = Map.of(
            "btree", ORDERED,
            "hash",
                    union(
                            NUMBERS,
                            TEXTS,
                            TIMES,
                            RANGES,
                            MULTIRANGES,
                            NETWORK,
                            Set.of("boolean", "citext", "bytea", "uuid", "jsonb", "macaddr", "hstore", "ltree", ENUM)),
            "gin", Set.of("jsonb", "tsvector", "hstore"),
            "gist",
                    union(
                            RANGES,
                            MULTIRANGES,
                            Set.of("box", "circle", "point", "polygon", "tsvector", "tsquery", "hstore", "ltree")),
            "spgist", union(RANGES, NETWORK, Set.of("point", "box", "polygon", "text", "varchar", "citext")),
            "brin",
                    union(
                            NUMBERS,
                            TEXTS,
                            TIMES,
                            RANGES,
                            NETWORK,
                            Set.of("citext", "bytea", "uuid", "macaddr", "bit", "bit varying", "box")));

    private DefaultOperatorClasses() {}

    /** Whether the method has a default operator class for the type. */
    public static Answer exists(String method, ColumnType type) {
        Set<String> types = BY_METHOD.get(method);
        if (types == null) {
            return Answer.UNKNOWN;
        }
        String element = switch (type) {
            case ColumnType.EnumReference reference -> ENUM;
            case ColumnType.Scalar scalar -> scalar.type().sql();
            case ColumnType.TypeReference reference -> "";
            case ColumnType.Raw raw -> "";
        };
        if (!ORDERED.contains(element) && !NOT_ORDERED.contains(element)) {
            return Answer.UNKNOWN;
        }
        if (method.equals("hash") && element.equals("ltree")) {
            // since the ltree of PostgreSQL 17
            return Answer.UNKNOWN;
        }
        boolean exists = type.array() ? ofArrays(method, element) : types.contains(element);
        return exists ? Answer.YES : Answer.NO;
    }

    /** Arrays are compared by their elements; GIN looks into them; ltree alone has an own class for GiST. */
    private static boolean ofArrays(String method, String element) {
        return switch (method) {
            case "btree", "gin" -> ORDERED.contains(element);
            case "hash" -> BY_METHOD.getOrDefault("hash", Set.of()).contains(element);
            case "gist" -> element.equals("ltree");
            default -> false;
        };
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> all = new java.util.HashSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return Set.copyOf(all);
    }
}
