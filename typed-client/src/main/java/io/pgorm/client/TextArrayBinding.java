package io.pgorm.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One-dimensional arrays of any type of PostgreSQL, each element as text. An element may be null. Stateless.
 *
 * @param <D> what jOOQ takes the type of the database for
 */
public final class TextArrayBinding<D> extends UntypedBinding<D, String[]> {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("NullAway") // the elements may be null, which String[] cannot say
    public TextArrayBinding() {
        super(String[].class, TextArrayBinding::elements, TextArrayBinding::text);
    }

    /** Not API: what PostgreSQL's array input function reads. */
    public static String text(@Nullable String[] elements) {
        return Arrays.stream(elements)
                .map(element -> element == null
                        ? "NULL"
                        : '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Not API: reads what PostgreSQL's array output function writes. */
    public static @Nullable String[] elements(String text) {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            throw new IllegalArgumentException("only arrays of one dimension that count from 1 can be read");
        }
        List<@Nullable String> elements = new ArrayList<>();
        int at = 1;
        while (at < text.length() - 1) {
            StringBuilder element = new StringBuilder();
            boolean quoted = text.charAt(at) == '"';
            if (text.charAt(at) == '{') {
                throw new IllegalArgumentException("only arrays of one dimension can be read");
            }
            at += quoted ? 1 : 0;
            while (quoted ? text.charAt(at) != '"' : ",}".indexOf(text.charAt(at)) < 0) {
                at += text.charAt(at) == '\\' ? 1 : 0;
                element.append(text.charAt(at++));
            }
            at += quoted ? 2 : 1;
            boolean isNull = !quoted && element.toString().equals("NULL");
            elements.add(isNull ? null : element.toString());
        }
        return elements.toArray(String[]::new);
    }
}
