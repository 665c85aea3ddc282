package io.pgorm.client.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths and values as PostgreSQL's language of paths writes them. Stateless. */
final class PathText {

    private static final Pattern KEY =
            Pattern.compile("\\.(?:([\\p{L}_][\\p{L}\\p{N}_]*)|\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\")");

    /** A text, which holds no variable; or a variable; "$" alone is the whole value. */
    private static final Pattern VARIABLE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\$([\\p{L}_][\\p{L}\\p{N}_]*)");

    private PathText() {}

    static List<String> keys(String path) {
        List<String> keys = new ArrayList<>();
        Matcher key = KEY.matcher(path);
        int at = 1;
        while (path.startsWith("$") && at < path.length() && key.find(at) && key.start() == at) {
            String quoted = key.group(2);
            keys.add(quoted == null ? key.group(1) : quoted.replaceAll("\\\\(.)", "$1"));
            at = key.end();
        }
        if (keys.isEmpty() || at != path.length()) {
            throw new IllegalArgumentException("a path names keys of objects, $.address.city or $.\"a key\", and not "
                    + path + "; matches(...) takes every path of PostgreSQL");
        }
        return List.copyOf(keys);
    }

    static String withVariables(String path, Map<String, ?> variables) {
        return VARIABLE.matcher(path).replaceAll(found -> {
            String name = found.group(1);
            if (name == null) {
                return Matcher.quoteReplacement(found.group());
            }
            Object value = variables.get(name);
            if (value == null) {
                throw new IllegalArgumentException(
                        "the path has a variable $" + name + ", and no value is given for it");
            }
            return Matcher.quoteReplacement(literal(value));
        });
    }

    /** A scalar as JSON, which a path takes too. */
    static String literal(Object value) {
        return switch (value) {
            case String text -> quoted(text);
            case Boolean bool -> bool.toString();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Short number -> number.toString();
            case BigInteger number -> number.toString();
            case BigDecimal number -> number.toString();
            case Double number when Double.isFinite(number) -> number.toString();
            case Float number when Float.isFinite(number) -> number.toString();
            default ->
                throw new IllegalArgumentException("a text, a finite number or a boolean is compared with, not a "
                        + value.getClass().getSimpleName() + "; contains(JSONB) takes any JSON");
        };
    }

    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            switch (next) {
                case '"', '\\' -> json.append('\\').append(next);
                default -> {
                    if (next == 0) {
                        throw new IllegalArgumentException("PostgreSQL's jsonb holds no NUL character");
                    }
                    json.append(next < 0x20 ? String.format("\\u%04x", (int) next) : String.valueOf(next));
                }
            }
        }
        return json.append('"').toString();
    }
}
