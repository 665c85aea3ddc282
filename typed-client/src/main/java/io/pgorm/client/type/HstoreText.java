package io.pgorm.client.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps as the extension {@code hstore} writes and reads them. */
final class HstoreText {

    private static final String QUOTED = "\"((?:[^\"\\\\]|\\\\.)*+)\"";
    private static final Pattern PAIR = Pattern.compile(QUOTED + "=>(?:NULL|" + QUOTED + ")(?:, )?", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    private HstoreText() {}

    static Map<String, @Nullable String> parse(String text) {
        Map<String, @Nullable String> map = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(text);
        int at = 0;
        while (pair.find() && pair.start() == at) {
            String value = pair.group(2);
            map.put(plain(pair.group(1)), value == null ? null : plain(value));
            at = pair.end();
        }
        if (at != text.length()) {
            throw new IllegalArgumentException("this is no text of an hstore");
        }
        return Collections.unmodifiableMap(map);
    }

    private static String plain(String text) {
        return ESCAPED.matcher(text).replaceAll("$1");
    }

    static String print(Map<String, @Nullable String> map) {
        return map.entrySet().stream()
                .map(entry -> Literals.quoted(entry.getKey()) + "=>" + value(entry.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String value(@Nullable String value) {
        return value == null ? "NULL" : Literals.quoted(value);
    }
}
