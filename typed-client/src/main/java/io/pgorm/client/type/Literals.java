package io.pgorm.client.type;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of PostgreSQL that have texts of other types in them: arrays, composite values, ranges and multiranges. What is
 * inside is always written in quotes, so that no letter of it means anything.
 */
final class Literals {

    private Literals() {}

    /** Reads one text of such a kind from its start to its end. */
    private static final class Scanner {
        private final String text;
        private int at;
        private boolean quoted;

        Scanner(String text, int at) {
            this.text = text;
            this.at = at;
        }

        char next() {
            if (at >= text.length()) {
                throw new IllegalArgumentException("the text of the value ends too early");
            }
            return text.charAt(at++);
        }

        /** Up to one of the letters, which is left where it is; quotes and what is in them are one part. */
        String part(String ends) {
            StringBuilder part = new StringBuilder();
            boolean inside = false;
            quoted = false;
            while (true) {
                char c = next();
                if (c == '\\') {
                    part.append(next());
                } else if (c == '"' && inside && at < text.length() && text.charAt(at) == '"') {
                    part.append('"');
                    at++;
                } else if (c == '"') {
                    inside = !inside;
                    quoted = true;
                } else if (!inside && ends.indexOf(c) >= 0) {
                    at--;
                    return part.toString();
                } else {
                    part.append(c);
                }
            }
        }
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String array(List<@Nullable String> elements, char delimiter) {
        return joined('{', elements, "NULL", delimiter, '}');
    }

    static String composite(List<@Nullable String> values) {
        return joined('(', values, "", ',', ')');
    }

    private static String joined(char open, List<@Nullable String> parts, String none, char delimiter, char close) {
        StringBuilder text = new StringBuilder().append(open);
        for (Iterator<@Nullable String> each = parts.iterator(); each.hasNext(); ) {
            String part = each.next();
            text.append(part == null ? none : quoted(part));
            if (each.hasNext()) {
                text.append(delimiter);
            }
        }
        return text.append(close).toString();
    }

    static List<@Nullable String> array(String text, char delimiter) {
        if (!text.startsWith("{")) {
            throw new IllegalArgumentException("only arrays of one dimension that count from 1 can be read");
        }
        if (text.startsWith("{{")) {
            throw new IllegalArgumentException("only arrays of one dimension can be read");
        }
        List<@Nullable String> elements = new ArrayList<>();
        if (text.equals("{}")) {
            return elements;
        }
        Scanner scanner = new Scanner(text, 1);
        char end;
        do {
            String element = scanner.part(delimiter + "}");
            elements.add(!scanner.quoted && element.equals("NULL") ? null : element);
            end = scanner.next();
        } while (end == delimiter);
        return elements;
    }

    /** @param size how many attributes the type has */
    static List<@Nullable String> composite(String text, int size) {
        List<@Nullable String> values = new ArrayList<>();
        Scanner scanner = new Scanner(text, 1);
        char end = ',';
        while (end == ',' && !text.equals("()")) {
            String value = scanner.part(",)");
            values.add(!scanner.quoted && value.isEmpty() ? null : value);
            end = scanner.next();
        }
        if (text.equals("()") && size == 1) {
            values.add(null);
        }
        if (values.size() != size) {
            throw new IllegalStateException("the composite type has " + values.size()
                    + " attributes in the database and " + size + " in the generated code; generate it anew");
        }
        return values;
    }

    static <T> String range(Range<T> range, TextType<T> bound) {
        if (range.isEmpty()) {
            return "empty";
        }
        T lower = range.lower();
        T upper = range.upper();
        return (range.lowerInclusive() ? "[" : "(")
                + (lower == null ? "" : quoted(bound.print(lower)))
                + ","
                + (upper == null ? "" : quoted(bound.print(upper)))
                + (range.upperInclusive() ? "]" : ")");
    }

    static <T> Range<T> range(String text, TextType<T> bound) {
        return text.equals("empty") ? Range.empty() : range(new Scanner(text, 0), bound);
    }

    private static <T> Range<T> range(Scanner scanner, TextType<T> bound) {
        boolean lowerInclusive = scanner.next() == '[';
        T lower = bound(scanner, ",", bound);
        scanner.next();
        T upper = bound(scanner, ")]", bound);
        boolean upperInclusive = scanner.next() == ']';
        return new Range<>(lower, upper, lowerInclusive, upperInclusive, false);
    }

    private static <T> @Nullable T bound(Scanner scanner, String ends, TextType<T> bound) {
        String text = scanner.part(ends);
        return text.isEmpty() && !scanner.quoted ? null : bound.parse(text);
    }

    static <T> Multirange<T> multirange(String text, TextType<T> bound) {
        List<Range<T>> ranges = new ArrayList<>();
        if (!text.equals("{}")) {
            Scanner scanner = new Scanner(text, 1);
            do {
                ranges.add(range(scanner, bound));
            } while (scanner.next() == ',');
        }
        return new Multirange<>(ranges);
    }
}
