package io.pgorm.ddl.plan.internal;

import java.util.Map;
import java.util.Set;

/** The casts that PostgreSQL has between its own types. Stateless. */
final class Casts {

    private static final Set<String> STRINGS = Set.of("text", "character varying", "character", "name", "citext");

    private static final Set<String> WHOLE_NUMBERS = Set.of("smallint", "integer", "bigint");

    /** Those that an assignment does by itself; any type into a string is one more. */
    private static final Map<String, Set<String>> ASSIGNED = Map.ofEntries(
            Map.entry("bigint", Set.of("money", "oid", "integer", "real", "smallint", "numeric", "double precision")),
            Map.entry("bit", Set.of("bit varying")),
            Map.entry("bit varying", Set.of("bit")),
            Map.entry("box", Set.of("polygon")),
            Map.entry("cidr", Set.of("inet")),
            Map.entry("date", Set.of("timestamp with time zone", "timestamp without time zone")),
            Map.entry("double precision", Set.of("integer", "bigint", "smallint", "real", "numeric")),
            Map.entry("inet", Set.of("cidr")),
            Map.entry("integer", Set.of("real", "double precision", "numeric", "money", "oid", "bigint", "smallint")),
            Map.entry("interval", Set.of("time without time zone")),
            Map.entry("json", Set.of("jsonb")),
            Map.entry("jsonb", Set.of("json")),
            Map.entry("macaddr", Set.of("macaddr8")),
            Map.entry("macaddr8", Set.of("macaddr")),
            Map.entry("money", Set.of("numeric")),
            Map.entry("numeric", Set.of("money", "double precision", "real", "integer", "smallint", "bigint")),
            Map.entry("oid", Set.of("bigint", "integer")),
            Map.entry("path", Set.of("polygon")),
            Map.entry("point", Set.of("box")),
            Map.entry("polygon", Set.of("path")),
            Map.entry("real", Set.of("double precision", "bigint", "smallint", "integer", "numeric")),
            Map.entry("smallint", Set.of("double precision", "bigint", "integer", "oid", "numeric", "real")),
            Map.entry("text", Set.of("\"char\"")),
            Map.entry("character varying", Set.of("\"char\"")),
            Map.entry("character", Set.of("\"char\"")),
            Map.entry("time with time zone", Set.of("time without time zone")),
            Map.entry("time without time zone", Set.of("interval", "time with time zone")),
            Map.entry(
                    "timestamp with time zone",
                    Set.of("timestamp without time zone", "date", "time with time zone", "time without time zone")),
            Map.entry(
                    "timestamp without time zone",
                    Set.of("time without time zone", "date", "timestamp with time zone")));

    /** Those that have to be asked for. */
    private static final Map<String, Set<String>> ASKED = Map.ofEntries(
            Map.entry("integer", Set.of("boolean", "bit", "\"char\"")),
            Map.entry("\"char\"", Set.of("integer")),
            Map.entry("bigint", Set.of("bit")),
            Map.entry("boolean", Set.of("integer")),
            Map.entry("bit", Set.of("bigint", "integer")),
            Map.entry(
                    "jsonb", Set.of("boolean", "numeric", "smallint", "integer", "bigint", "real", "double precision")),
            Map.entry("polygon", Set.of("point", "box", "circle")),
            Map.entry("circle", Set.of("point", "box", "polygon")),
            Map.entry("box", Set.of("point", "lseg", "circle")),
            Map.entry("lseg", Set.of("point")),
            Map.entry("text", Set.of("\"char\"")),
            Map.entry("character varying", Set.of("\"char\"")),
            Map.entry("character", Set.of("\"char\"")),
            Map.entry("daterange", Set.of("datemultirange")),
            Map.entry("tsrange", Set.of("tsmultirange")),
            Map.entry("tstzrange", Set.of("tstzmultirange")),
            Map.entry("int4range", Set.of("int4multirange")),
            Map.entry("int8range", Set.of("int8multirange")),
            Map.entry("numrange", Set.of("nummultirange")),
            Map.entry("hstore", Set.of("json", "jsonb")),
            Map.entry("geometry", Set.of("geography", "bytea", "point", "polygon", "path")),
            Map.entry("geography", Set.of("geometry", "bytea")));

    /** Those that change not a byte. */
    private static final Map<String, Set<String>> SAME_BYTES = Map.of(
            "text", Set.of("character varying", "citext"),
            "character varying", Set.of("text", "citext"),
            "citext", Set.of("text", "character varying"),
            "cidr", Set.of("inet"),
            "xml", Set.of("text", "character varying"),
            "integer", Set.of("oid"),
            "oid", Set.of("integer"));

    /** Those that give every value a value that is as exact. */
    private static final Map<String, Set<String>> EXACT = Map.ofEntries(
            Map.entry("smallint", Set.of("integer", "bigint", "numeric", "real", "double precision")),
            Map.entry("integer", Set.of("bigint", "numeric", "double precision")),
            Map.entry("bigint", Set.of("numeric")),
            Map.entry("real", Set.of("double precision")),
            Map.entry("date", Set.of("timestamp without time zone", "timestamp with time zone")),
            Map.entry("time without time zone", Set.of("interval", "time with time zone")),
            Map.entry("timestamp without time zone", Set.of("timestamp with time zone")),
            Map.entry("timestamp with time zone", Set.of("timestamp without time zone")),
            Map.entry("bit", Set.of("bit varying")),
            Map.entry("jsonb", Set.of("json")),
            Map.entry("macaddr", Set.of("macaddr8")));

    /** Those that take something away from a value without a word. */
    private static final Map<String, Set<String>> LOSSY = Map.ofEntries(
            Map.entry("bigint", Set.of("real", "double precision", "boolean", "bit")),
            Map.entry("integer", Set.of("real", "boolean", "bit")),
            Map.entry("smallint", Set.of("boolean")),
            Map.entry(
                    "numeric", Set.of("real", "double precision", "smallint", "integer", "bigint", "money", "boolean")),
            Map.entry("double precision", Set.of("real", "smallint", "integer", "bigint", "numeric", "boolean")),
            Map.entry("real", Set.of("smallint", "integer", "bigint", "numeric", "boolean")),
            Map.entry("jsonb", Set.of("smallint", "integer", "bigint", "real", "double precision")),
            Map.entry("polygon", Set.of("point", "box", "circle")),
            Map.entry("circle", Set.of("point", "box", "polygon")),
            Map.entry("box", Set.of("point", "circle")),
            Map.entry("lseg", Set.of("point")),
            Map.entry("timestamp without time zone", Set.of("date", "time without time zone")),
            Map.entry("timestamp with time zone", Set.of("date", "time without time zone", "time with time zone")),
            Map.entry("time with time zone", Set.of("time without time zone")),
            Map.entry("interval", Set.of("time without time zone")),
            Map.entry("inet", Set.of("cidr")),
            Map.entry("text", Set.of("\"char\"", "name")),
            Map.entry("character varying", Set.of("\"char\"", "name")),
            Map.entry("character", Set.of("\"char\"", "name")),
            Map.entry("citext", Set.of("name")));

    /** What may say more than the value that is read from it. */
    private static final Set<String> WORDS =
            Set.of("text", "character varying", "character", "name", "citext", "json", "jsonb", "xml");

    /** Which of words keep a part and pass over the rest, or round. */
    private static final Set<String> PARTS_OF_WORDS = Set.of(
            "name",
            "date",
            "time without time zone",
            "time with time zone",
            "timestamp without time zone",
            "real",
            "double precision",
            "bit",
            "bit varying");

    private Casts() {}

    static boolean isString(String type) {
        return STRINGS.contains(type);
    }

    static boolean isWholeNumber(String type) {
        return WHOLE_NUMBERS.contains(type);
    }

    static boolean isNumber(String type) {
        return isWholeNumber(type)
                || Set.of("numeric", "real", "double precision").contains(type);
    }

    static boolean isAssigned(String from, String to) {
        return isString(to) || has(ASSIGNED, from, to);
    }

    static boolean isAsked(String from, String to) {
        return isString(from) || has(ASKED, from, to);
    }

    static boolean keepsBytes(String from, String to) {
        return has(SAME_BYTES, from, to);
    }

    static boolean isExact(String from, String to) {
        return has(EXACT, from, to) || keepsBytes(from, to) || isString(to) && !to.equals("character");
    }

    static boolean isLossy(String from, String to) {
        return has(LOSSY, from, to);
    }

    /**
     * Whether a value that is written as text and read as another type may come out poorer.
     *
     * @param cuts whether what is too long is cut, which an explicit cast does
     */
    static boolean isLossyByText(TypeName old, TypeName now, boolean cuts) {
        if (old.base().equals(now.base())) {
            return isShortened(old, now, cuts);
        }
        return switch (now.base()) {
            // the first byte
            case "\"char\"" -> !old.base().equals("boolean");
            // without the order of the words
            case "tsvector" -> true;
            default ->
                WORDS.contains(old.base()) && (PARTS_OF_WORDS.contains(now.base()) || isRounded(now))
                        || old.base().startsWith("bit") && isNumber(now.base())
                        || old.base().equals("\"char\"") && now.base().startsWith("bit")
                        || isLossy(old.base(), now.base())
                                && !isWholeNumber(now.base())
                                && !now.base().equals("boolean")
                        || isRounded(now) && !isWholeNumber(old.base())
                        || cuts
                                && now.isModified()
                                && (isString(now.base()) || now.base().startsWith("bit"));
        };
    }

    private static boolean isRounded(TypeName now) {
        return now.isModified()
                && (now.base().equals("numeric")
                        || now.base().startsWith("time")
                        || now.base().equals("interval"));
    }

    /** Of two forms of one type, whether the second rounds values of the first, or cuts them. */
    static boolean isShortened(TypeName old, TypeName now, boolean cuts) {
        return switch (now.base()) {
            case "numeric" -> now.isModified() && (!old.isModified() || now.modifier(1, 0) < old.modifier(1, 0));
            case "timestamp without time zone",
                    "timestamp with time zone",
                    "time without time zone",
                    "time with time zone",
                    "interval" -> now.modifier(0, 6) < old.modifier(0, 6);
            case "character varying", "character", "bit varying", "bit" ->
                cuts && now.isModified() && (!old.isModified() || now.modifier(0, 1) < old.modifier(0, 1));
            default -> false;
        };
    }

    private static boolean has(Map<String, Set<String>> casts, String from, String to) {
        return casts.getOrDefault(from, Set.of()).contains(to);
    }
}
