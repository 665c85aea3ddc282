package io.pgorm.sdl.internal.write;

import io.pgorm.ir.sql.SqlScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A string literal in SQL, maybe with a cast behind it.
 *
 * @param text what it means
 * @param cast the type that stands behind {@code ::}
 */
record SqlLiteral(String text, Optional<String> cast) {

    /** The literal, if the SQL is just that. */
    static Optional<SqlLiteral> read(String sql) {
        List<SqlScanner.Segment> segments = SqlScanner.scan(sql.strip());
        boolean escapes = !segments.isEmpty() && segments.getFirst().text().equalsIgnoreCase("E");
        int at = escapes ? 1 : 0;
        if (segments.size() <= at || segments.get(at).kind() != SqlScanner.Kind.LITERAL) {
            return Optional.empty();
        }
        String literal = segments.get(at).text();
        StringBuilder rest = new StringBuilder();
        segments.subList(at + 1, segments.size()).forEach(segment -> rest.append(segment.text()));
        boolean plain = literal.startsWith("'") && segments.get(at).closed();
        if (!plain || !rest.isEmpty() && !rest.toString().startsWith("::")) {
            return Optional.empty();
        }
        String text = literal.substring(1, literal.length() - 1).replace("''", "'");
        if (escapes) {
            if (text.replace("\\\\", "").indexOf('\\') >= 0) {
                return Optional.empty();
            }
            text = text.replace("\\\\", "\\");
        }
        return Optional.of(new SqlLiteral(text, rest.isEmpty() ? Optional.empty() : Optional.of(rest.substring(2))));
    }

    /** The elements of {@code ARRAY[a, b]}, maybe with a cast behind it. */
    static Optional<List<String>> elements(String sql) {
        String text = sql.strip();
        if (!text.regionMatches(true, 0, "ARRAY[", 0, 6)) {
            return Optional.empty();
        }
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        int depth = 0;
        String inner = text.substring(6);
        int consumed = 0;
        for (SqlScanner.Segment segment : SqlScanner.scan(inner)) {
            if (segment.kind() != SqlScanner.Kind.CODE) {
                element.append(segment.text());
                consumed += segment.text().length();
                continue;
            }
            for (char c : segment.text().toCharArray()) {
                consumed++;
                depth += c == '[' || c == '(' ? 1 : 0;
                if (c == ']' && depth == 0) {
                    String rest = inner.substring(consumed);
                    elements.add(element.toString());
                    return rest.isEmpty() || rest.matches("::[\\w .\"(),\\[\\]]+")
                            ? Optional.of(elements)
                            : Optional.empty();
                }
                depth -= c == ']' || c == ')' ? 1 : 0;
                if (c == ',' && depth == 0) {
                    elements.add(element.toString());
                    element.setLength(0);
                } else {
                    element.append(c);
                }
            }
        }
        return Optional.empty();
    }
}
