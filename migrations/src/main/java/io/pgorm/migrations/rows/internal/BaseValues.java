package io.pgorm.migrations.rows.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Values of PostgreSQL's own types and of some that extensions bring. Stateless. */
final class BaseValues {

    private static final int COUNT = 12;
    private static final List<String> WORDS = List.of(
            "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett", "kilo",
            "lima");
    /** What one of the types of the world may read. */
    private static final List<String> ANYTHING = List.of(
            "1",
            "0",
            "a",
            "{}",
            "1,2,3",
            "[1,2,3]",
            "(1,2)",
            "(1,2),(3,4)",
            "POINT(1 2)",
            "a=>1",
            "a.b",
            "1.0.0",
            "{1:1}/3",
            "",
            "978-0-393-04002-9",
            "2024-01-01",
            "true",
            "POLYGON((0 0,0 1,1 1,0 0))",
            "LINESTRING(0 0,1 1)",
            "SRID=4326;POINT(1 2)",
            "SRID=4326;POLYGON((0 0,0 1,1 1,0 0))",
            "MULTIPOLYGON(((0 0,0 1,1 1,0 0)))");

    private BaseValues() {}

    /** @param modifier what stands in brackets behind the type, as the catalog has it; -1 for nothing */
    static Pool of(String type, int modifier) {
        return switch (type) {
            case "int2" -> pool(i -> "" + (i + 1), "32767", "-32768", "0");
            case "int4" -> pool(i -> "" + (i + 1), "2147483647", "-2147483648", "0");
            case "int8" -> pool(i -> "" + (i + 1), "9223372036854775807", "-9223372036854775808", "0");
            case "oid", "xid", "cid", "xid8" -> pool(i -> "" + (i + 1), "4294967295", "0");
            case "float4", "float8" -> pool(i -> i + 1 + ".5", "0", "-1.5e10", "1e30");
            case "numeric" -> numeric(modifier);
            case "money" -> pool(i -> i + 1 + ".25", "0", "-100.00", "90000000000000");
            case "bool" -> new Pool(List.of("true", "false"), List.of());
            case "text", "citext", "refcursor" -> text(300);
            case "varchar", "bpchar" -> text(modifier < 0 ? 300 : modifier - 4);
            case "name" -> text(60);
            case "char" -> text(1);
            case "bytea" -> pool(i -> "\\x0" + Integer.toHexString(i + 1), "\\x", "\\x00ff00ff");
            case "date" -> pool(i -> "2024-" + two(i + 1) + "-15", "1900-01-01", "9999-12-31");
            case "time" -> pool(i -> two(i + 1) + ":30:00", "00:00:00", "23:59:59.999999");
            case "timetz" -> pool(i -> two(i + 1) + ":30:00+00", "00:00:00+00", "23:59:59.999999-05");
            case "timestamp" ->
                pool(i -> "2024-" + two(i + 1) + "-15 10:20:30.123456", "1900-01-01 00:00:00", "9999-12-31 23:59:59");
            case "timestamptz" ->
                pool(
                        i -> "2024-" + two(i + 1) + "-15 10:20:30.123456+00",
                        "1900-01-01 00:00:00+00",
                        "9999-12-31 23:59:59+00");
            case "interval" -> pool(i -> i + 1 + " days 02:03:04", "0", "-1 year -2 mons", "100 years");
            case "uuid" ->
                pool(
                        i -> "00000000-0000-4000-8000-0000000000" + two(i + 1),
                        "ffffffff-ffff-ffff-ffff-ffffffffffff",
                        "00000000-0000-0000-0000-000000000000");
            case "json", "jsonb" ->
                new Pool(
                        concat(
                                List.of(
                                        "{\"a\": 1}",
                                        "{\"a\": \"x\", \"b\": [1, 2]}",
                                        "{}",
                                        "[1, \"two\", null]",
                                        "[]"),
                                IntStream.range(0, 6)
                                        .mapToObj(i -> "{\"k\": " + i + "}")
                                        .toList()),
                        List.of("\"text\"", "1.5", "true", "null"));
            case "xml" -> pool(i -> "<a>" + (i + 1) + "</a>", "<b c=\"d\"/>");
            case "inet" -> pool(i -> "192.0.2." + (i + 1), "2001:db8::1/64", "0.0.0.0/0");
            case "cidr" -> pool(i -> "10." + (i + 1) + ".0.0/16", "2001:db8::/32", "0.0.0.0/0");
            case "macaddr" -> pool(i -> "08:00:2b:01:02:" + two(i + 1), "00:00:00:00:00:00");
            case "macaddr8" -> pool(i -> "08:00:2b:01:02:03:04:" + two(i + 1), "00:00:00:00:00:00:00:00");
            case "bit" -> bits(modifier < 0 ? 1 : modifier, true);
            case "varbit" -> bits(modifier < 0 ? 8 : modifier, false);
            case "point" -> pool(i -> "(" + i + ",1)", "(-1e10,1e10)");
            case "line" -> pool(i -> "{1,2," + i + "}");
            case "lseg" -> pool(i -> "[(" + 10 * i + ",0),(" + (10 * i + 1) + ",1)]");
            case "box" -> pool(i -> "(" + (10 * i + 1) + ",1),(" + 10 * i + ",0)");
            case "path" -> pool(i -> "[(0,0),(1," + i + ")]", "((0,0),(1,1),(2,0))");
            case "polygon" -> pool(i -> "((0,0),(1," + (i + 1) + "),(2,0))");
            case "circle" -> pool(i -> "<(" + 10 * i + ",0),1>");
            case "tsvector" -> pool(i -> "'" + WORDS.get(i) + "':1A 'word':2", "");
            case "tsquery" -> pool(i -> "'" + WORDS.get(i) + "' & !'word'");
            case "pg_lsn" -> pool(i -> "0/" + (i + 1), "0/0");
            case "txid_snapshot", "pg_snapshot" -> pool(i -> i + 1 + ":20:");
            case "tid" -> pool(i -> "(0," + (i + 1) + ")");
            case "jsonpath" -> pool(i -> "$.\"" + WORDS.get(i) + "\"");
            case "regclass" -> listed("pg_class", "pg_type", "pg_proc", "pg_attribute");
            case "regtype" -> listed("integer", "text", "boolean", "uuid");
            case "regproc" -> listed("now", "pg_backend_pid", "version");
            case "regprocedure" -> listed("now()", "length(text)", "version()");
            case "regrole" -> listed("pg_monitor", "pg_read_all_data");
            case "regnamespace" -> listed("pg_catalog", "public");
            case "regcollation" -> listed("\"C\"", "\"POSIX\"");
            case "regconfig" -> listed("simple", "english");
            case "regdictionary" -> listed("simple", "english_stem");
            case "regoper" -> listed("||/");
            case "regoperator" -> listed("+(integer,integer)", "-(integer,integer)");
            case "int2vector", "oidvector" -> pool(i -> "1 " + i);
            case "hstore" -> pool(i -> "\"a\"=>\"" + i + "\"", "", "\"b\"=>NULL");
            case "ltree" -> pool(i -> "top." + WORDS.get(i), "top");
            case "lquery" -> pool(i -> "top.*." + WORDS.get(i));
            case "ltxtquery" -> pool(i -> WORDS.get(i) + " & top");
            case "cube" -> pool(i -> "(" + i + ", 1, 2)");
            case "seg" -> pool(i -> i + " .. " + (i + 1));
            case "vector", "halfvec" -> pool(i -> vector(i, modifier < 0 ? 3 : modifier));
            case "sparsevec" -> pool(i -> "{1:" + (i + 1) + "}/" + (modifier < 0 ? 3 : modifier));
            default -> new Pool(ANYTHING, List.of());
        };
    }

    private static Pool pool(IntFunction<String> value, String... extremes) {
        return new Pool(IntStream.range(0, COUNT).mapToObj(value).toList(), List.of(extremes));
    }

    private static Pool listed(String... values) {
        return new Pool(List.of(values), List.of());
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : "" + number;
    }

    private static String vector(int first, int length) {
        StringBuilder text = new StringBuilder("[").append(first + 1);
        for (int i = 1; i < length; i++) {
            text.append(",").append(i % 7);
        }
        return text.append("]").toString();
    }

    /** The modifier holds precision and scale, the scale with a sign since PostgreSQL 15. */
    private static Pool numeric(int modifier) {
        if (modifier < 0) {
            return pool(i -> i + 1 + ".25", "0", "-12345678901234567890.0123456789", "1e40");
        }
        int precision = ((modifier - 4) >> 16) & 0xffff;
        int scale = (((modifier - 4) & 0x7ff) ^ 1024) - 1024;
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-scale);
        BigDecimal largest = new BigDecimal(BigInteger.TEN.pow(precision).subtract(BigInteger.ONE)).multiply(unit);
        List<String> ordinary = new ArrayList<>();
        BigDecimal step = scale > 0 && largest.compareTo(BigDecimal.valueOf(COUNT + 1)) > 0
                ? BigDecimal.ONE.add(unit)
                : BigDecimal.ONE.max(unit).min(largest);
        for (int i = 1; i <= COUNT; i++) {
            BigDecimal value = step.multiply(BigDecimal.valueOf(i));
            ordinary.add(
                    value.compareTo(largest) > 0
                            ? unit.multiply(BigDecimal.valueOf(i)).toPlainString()
                            : value.toPlainString());
        }
        return new Pool(
                ordinary, List.of(largest.toPlainString(), largest.negate().toPlainString(), "0"));
    }

    private static Pool text(int limit) {
        List<String> ordinary = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            String word = WORDS.get(i);
            ordinary.add(word.length() > limit ? (char) ('a' + i) + word.substring(1, Math.max(1, limit)) : word);
        }
        return new Pool(
                ordinary,
                limit < 8
                        ? List.of("", "z".repeat(limit))
                        : List.of("", "É'\"\\,{}ß漢".substring(0, 8), "z".repeat(limit)));
    }

    private static Pool bits(int length, boolean fixed) {
        return pool(
                i -> {
                    String digits = Integer.toBinaryString(i + (length > 1 ? 1 : 0));
                    return digits.length() > length
                            ? digits.substring(digits.length() - length)
                            : fixed ? "0".repeat(length - digits.length()) + digits : digits;
                },
                "1".repeat(length));
    }
}
