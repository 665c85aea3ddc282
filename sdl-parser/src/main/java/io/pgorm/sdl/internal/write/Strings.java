package io.pgorm.sdl.internal.write;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as strings of the language, from which exactly that text is read again. Stateless. */
final class Strings {

    private static final String MARK = "\"\"\"";
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");
    private static final String INDENTATION = "    ";

    private Strings() {}

    /** A string on one line, or a text block where the text has several. */
    static String text(String text) {
        return text.indexOf('\n') >= 0 && fitsBlock(text) ? block(text) : line(text);
    }

    /** A text block where it can be one, even of a single line, as queries and bodies are written. */
    static String body(String text) {
        return fitsBlock(text) ? block(text) : line(text);
    }

    /** A bare word where it is one, else a string. */
    static String name(String name) {
        return isWord(name) ? name : line(name);
    }

    static boolean isWord(String name) {
        return WORD.matcher(name).matches();
    }

    static String list(List<String> items) {
        return items.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    /** One item as it stands, several in brackets. */
    static String oneOrList(List<String> items) {
        return items.size() == 1 ? items.getFirst() : list(items);
    }

    /** Whether lines of documentation keep it. */
    static boolean fitsDocumentation(String text) {
        return !text.isBlank() && text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
    }

    static String line(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
                        out.append("\\u%04X".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /**
     * Whether a text block keeps it: three quotes would end the block, and the line breaks of a block are line feeds. A
     * backslash at the end would be read as the one that takes the last line break away.
     */
    private static boolean fitsBlock(String text) {
        boolean control = text.chars()
                .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' || c == '\u2028' || c == '\uFEFF');
        return !text.isEmpty() && !control && !text.contains(MARK) && !text.endsWith("\\") && !text.endsWith("\\\n");
    }

    private static String block(String text) {
        boolean endsWithLine = text.endsWith("\n");
        String whole = endsWithLine ? text.substring(0, text.length() - 1) : text;
        StringBuilder out = new StringBuilder(MARK).append('\n');
        for (String line : whole.split("\n", -1)) {
            out.append(line.isEmpty() ? "" : INDENTATION).append(line).append('\n');
        }
        if (!endsWithLine) {
            out.insert(out.length() - 1, '\\');
        }
        return out.append(INDENTATION).append(MARK).toString();
    }
}
