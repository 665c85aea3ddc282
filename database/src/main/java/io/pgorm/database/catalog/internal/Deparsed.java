package io.pgorm.database.catalog.internal;

import io.pgorm.ir.sql.SqlScanner;
import io.pgorm.ir.sql.SqlScanner.Kind;
import io.pgorm.ir.sql.SqlScanner.Segment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * SQL as PostgreSQL prints it, taken apart. Knows what is code and what stands between quotes, and how deep in
 * parentheses and brackets a character is. Immutable.
 */
final class Deparsed {

    private final String sql;
    private final BitSet code;

    Deparsed(String sql) {
        this.sql = sql;
        this.code = new BitSet(sql.length());
        for (Segment segment : SqlScanner.scan(sql)) {
            if (segment.kind() == Kind.CODE) {
                code.set(segment.start(), segment.start() + segment.text().length());
            }
        }
    }

    /** Whether the character is neither in a literal nor in a quoted identifier. */
    boolean isCode(int at) {
        return code.get(at);
    }

    /** The offset of the parenthesis or bracket that closes the one at {@code open}. */
    int closing(int open) {
        int depth = 0;
        for (int at = open; at < sql.length(); at++) {
            if (code.get(at)) {
                char c = sql.charAt(at);
                if (c == '(' || c == '[') {
                    depth++;
                } else if (c == ')' || c == ']') {
                    depth--;
                    if (depth == 0) {
                        return at;
                    }
                }
            }
        }
        throw new IllegalArgumentException("nothing closes what opens at " + open + ": " + sql);
    }

    /** The offset of the first of these characters that is code and in no parentheses, from {@code start} on; or -1. */
    int indexOf(String text, int start) {
        int at = start;
        while (at < sql.length()) {
            if (code.get(at)) {
                if (sql.startsWith(text, at)) {
                    return at;
                }
                char c = sql.charAt(at);
                at = c == '(' || c == '[' ? closing(at) + 1 : at + 1;
            } else {
                at++;
            }
        }
        return -1;
    }

    /** The pieces between commas that are in no parentheses, without the blanks around them. */
    static List<String> split(String list) {
        Deparsed text = new Deparsed(list);
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int comma = text.indexOf(",", 0); comma >= 0; comma = text.indexOf(",", start)) {
            pieces.add(list.substring(start, comma).strip());
            start = comma + 1;
        }
        if (!list.isBlank()) {
            pieces.add(list.substring(start).strip());
        }
        return pieces;
    }

    /** What stands between the parenthesis at {@code open} and the one that closes it. */
    String inside(int open) {
        return sql.substring(open + 1, closing(open));
    }

    /** The offset behind the name at {@code start}: one word, or one quoted identifier. */
    int nameEnd(int start) {
        int at = start;
        if (at < sql.length() && sql.charAt(at) == '"') {
            at++;
            while (at < sql.length() && !code.get(at)) {
                // two quoted identifiers never stand side by side in what PostgreSQL prints
                at++;
            }
            return at;
        }
        while (at < sql.length() && SqlScanner.isWordPart(sql.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The offset behind the name at {@code start}, qualified or not. */
    int qualifiedNameEnd(int start) {
        int end = nameEnd(start);
        while (end < sql.length() && sql.charAt(end) == '.') {
            end = nameEnd(end + 1);
        }
        return end;
    }

    /** The name itself, of an identifier as PostgreSQL prints it. */
    static String unquote(String identifier) {
        return identifier.startsWith("\"")
                ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
                : identifier;
    }
}
