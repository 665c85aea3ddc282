package io.pgorm.migrations.rows.internal;

import io.pgorm.ir.sql.SqlScanner;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that a condition may be after: what stands in it, what lies beside that, texts of the lengths and patterns that
 * it speaks of. Whether they satisfy it is for the server to say. Stateless.
 */
final class Hints {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.$])\\d+(\\.\\d+)?(?:e[+-]?\\d+)?");
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(.*)");
    private static final Set<String> NUMBERS =
            Set.of("int2", "int4", "int8", "float4", "float8", "numeric", "money", "oid");
    private static final Set<String> DATES = Set.of("date", "timestamp", "timestamptz");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "citext");
    private static final List<String> TEXTS_OF_OTHER_TYPES = List.of(
            "1",
            "2",
            "3",
            "4",
            "2024-01-15",
            "2024-02-15",
            "true",
            "00000000-0000-4000-8000-000000000001",
            "{}",
            "10:20");
    private static final int LONGEST = 2000;
    private static final int MOST = 40;

    private Hints() {}

    /**
     * @param type what the value is of, not a domain
     * @param pool its values so far
     */
    static List<String> of(String condition, TypeShape type, Pool pool) {
        List<String> literals = new ArrayList<>();
        List<BigDecimal> numbers = new ArrayList<>();
        boolean patterns = condition.contains("~");
        for (SqlScanner.Segment segment : SqlScanner.scan(condition)) {
            switch (segment.kind()) {
                case LITERAL -> literals.add(unquoted(segment.text(), condition, segment.start()));
                case CODE -> {
                    Matcher number = NUMBER.matcher(segment.text());
                    while (number.find()) {
                        numbers.add(new BigDecimal(number.group()));
                    }
                }
                default -> {}
            }
        }
        Set<String> hints = new LinkedHashSet<>();
        if (NUMBERS.contains(type.name())) {
            literals.stream()
                    .filter(text -> text.matches("-?\\d{1,40}(\\.\\d+)?"))
                    .forEach(text -> numbers.add(new BigDecimal(text)));
            numbers(numbers, type.name().startsWith("int") || type.name().equals("oid"), hints);
        } else if (DATES.contains(type.name())) {
            literals.forEach(text -> dates(text, hints));
        } else if (TEXTS.contains(type.name())) {
            literals.forEach(text -> texts(text, patterns, hints));
            if (condition.contains("pg_input_is_valid")) {
                hints.addAll(TEXTS_OF_OTHER_TYPES);
            }
            numbers.forEach(number -> hints.add(number.toPlainString()));
            numbers.forEach(number -> lengths(number, hints));
        } else if (type.array()) {
            arrays(literals, numbers, pool, hints);
        } else if (type.name().startsWith("json")) {
            objects(literals, hints);
        } else {
            hints.addAll(literals);
            hints.addAll(pool.ordinary());
        }
        return hints.stream().limit(MOST).toList();
    }

    private static String unquoted(String literal, String condition, int start) {
        if (literal.startsWith("$")) {
            return "";
        }
        String text = literal.substring(1, Math.max(1, literal.length() - 1)).replace("''", "'");
        boolean escaped = start > 0 && condition.charAt(start - 1) == 'E';
        return escaped ? text.replace("\\\\", "\\") : text;
    }

    private static void numbers(List<BigDecimal> numbers, boolean whole, Set<String> hints) {
        for (BigDecimal number : numbers) {
            hints.add(number.toPlainString());
            hints.add(number.add(BigDecimal.ONE).toPlainString());
            hints.add(number.subtract(BigDecimal.ONE).toPlainString());
            hints.add(number.negate().toPlainString());
        }
        for (int i = 0; i + 1 < numbers.size(); i++) {
            BigDecimal middle = numbers.get(i).add(numbers.get(i + 1)).divide(BigDecimal.valueOf(2));
            hints.add(whole ? middle.toBigInteger().toString() : middle.toPlainString());
        }
        for (BigDecimal number : numbers) {
            for (int i = 2; i < 6; i++) {
                hints.add(number.add(BigDecimal.valueOf(i)).toPlainString());
            }
        }
    }

    private static void dates(String text, Set<String> hints) {
        hints.add(text);
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            try {
                LocalDate day = LocalDate.parse(date.group(1));
                for (int offset : new int[] {1, -1, 2, 3, 10, 20}) {
                    hints.add(day.plusDays(offset) + date.group(2));
                }
            } catch (DateTimeException e) {
                // no day of the calendar that Java knows: what stands there is the only hint
            }
        }
    }

    private static void texts(String text, boolean patterns, Set<String> hints) {
        if (patterns) {
            hints.addAll(MatchingText.of(text));
            hints.add(text.replace("%", "a").replace("_", "x"));
            hints.add(text.replace("%", "").replace("_", "x"));
            hints.add(text.replace("%", "word").replace("_", "1"));
        }
        hints.add(text);
    }

    private static void lengths(BigDecimal number, Set<String> hints) {
        if (number.scale() <= 0 && number.compareTo(BigDecimal.valueOf(LONGEST)) < 0) {
            for (int length : new int[] {number.intValue(), number.intValue() + 1, number.intValue() - 1}) {
                if (length > 0) {
                    hints.add("a".repeat(length));
                    hints.add("b".repeat(length));
                    hints.add("1".repeat(length));
                    hints.add("B" + "c".repeat(length - 1));
                }
            }
        }
    }

    private static void arrays(List<String> literals, List<BigDecimal> numbers, Pool pool, Set<String> hints) {
        hints.add(Composed.arrayOf(literals, ","));
        literals.forEach(text -> hints.add(Composed.arrayOf(List.of(text), ",")));
        literals.forEach(hints::add);
        for (BigDecimal number : numbers) {
            int length = number.min(BigDecimal.valueOf(50)).intValue();
            for (String one : pool.ordinary().stream()
                    .filter(text -> !text.contains("\",\""))
                    .limit(3)
                    .toList()) {
                String element = one.length() < 2 ? "" : one.substring(1, one.length() - 1);
                for (int n = Math.max(0, length - 1); n <= length + 1; n++) {
                    hints.add("{" + String.join(",", java.util.Collections.nCopies(n, element)) + "}");
                }
            }
        }
    }

    /** Objects with the keys that the condition speaks of. */
    private static void objects(List<String> literals, Set<String> hints) {
        List<String> keys = literals.stream()
                .filter(text -> !text.contains("\"") && !text.contains("\\") && !text.isEmpty())
                .distinct()
                .toList();
        for (String value : List.of("1", "\"x\"", "true", "[]", "[1]", "{}")) {
            hints.add("{"
                    + String.join(
                            ", ",
                            keys.stream()
                                    .map(key -> "\"" + key + "\": " + value)
                                    .toList()) + "}");
            keys.forEach(key -> hints.add("{\"" + key + "\": " + value + "}"));
        }
        hints.addAll(literals);
    }
}
