package io.pgorm.features.notify.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the JSON that {@code json_build_object} writes: objects of texts, numbers, booleans and objects. So few words that no
 * application has to bring a library for them. For one text and one thread.
 */
final class JsonReader {

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if the text is no such object */
    static Map<String, Object> object(String text) {
        JsonReader reader = new JsonReader(text);
        Map<String, Object> object = reader.object();
        reader.skipSpace();
        reader.require(reader.at == text.length());
        return object;
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        if (isNext('}')) {
            expect('}');
            return object;
        }
        do {
            skipSpace();
            String name = string();
            expect(':');
            object.put(name, value());
        } while (comma());
        expect('}');
        return object;
    }

    private Object value() {
        skipSpace();
        require(at < text.length());
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Object word(String word, boolean value) {
        require(text.startsWith(word, at));
        at += word.length();
        return value;
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        require(digits.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?"));
        return digits.matches("-?\\d{1,18}") ? (Object) Long.valueOf(digits) : new BigDecimal(digits);
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        require(at < text.length() && text.charAt(at) == '"');
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            value.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
        }
        require(at < text.length());
        at++;
        return value.toString();
    }

    private char escaped() {
        at++;
        require(at < text.length());
        return switch (text.charAt(at)) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                require(at + 4 < text.length() && text.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}"));
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
            }
            default -> text.charAt(at);
        };
    }

    private boolean comma() {
        if (isNext(',')) {
            expect(',');
            return true;
        }
        return false;
    }

    private boolean isNext(char wanted) {
        skipSpace();
        return at < text.length() && text.charAt(at) == wanted;
    }

    private void expect(char wanted) {
        require(isNext(wanted));
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** The text of a message is no text for an exception. */
    private void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("not the JSON of a message of @@notify, at character " + at);
        }
    }
}
