package io.pgorm.cli.diagram;

import java.util.Locale;

/** Builds XML text; whatever is not markup is escaped. For one thread. */
final class Markup {

    private final StringBuilder text = new StringBuilder();

    /** An element with attributes in pairs of name and value, left open. */
    Markup open(String name, Object... attributes) {
        start(name, attributes);
        text.append('>');
        return this;
    }

    Markup close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    /** An element without content. */
    Markup empty(String name, Object... attributes) {
        start(name, attributes);
        text.append("/>");
        return this;
    }

    /** An element that holds text. */
    Markup element(String name, String content, Object... attributes) {
        return open(name, attributes).text(content).close(name);
    }

    Markup text(String content) {
        text.append(escape(content));
        return this;
    }

    /** Markup that is known to be well formed. */
    Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    private void start(String name, Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(value(attributes[i + 1]))
                    .append('"');
        }
    }

    private static String value(Object value) {
        return value instanceof Double number ? number(number) : escape(value.toString());
    }

    static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** What XML cannot hold at all becomes a question mark. */
    static String escape(String content) {
        StringBuilder escaped = new StringBuilder(content.length());
        content.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    boolean unknown = point < ' ' && point != '\n' && point != '\t'
                            || point >= 0xD800 && point <= 0xDFFF
                            || point == 0xFFFE
                            || point == 0xFFFF;
                    escaped.appendCodePoint(unknown ? '?' : point);
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
