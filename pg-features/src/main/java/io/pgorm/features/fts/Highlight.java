package io.pgorm.features.fts;

/**
 * Pieces of a text with the words that were found marked. PostgreSQL marks them by characters that mean nothing
 * elsewhere; {@link #html()} escapes everything else, since what {@code ts_headline} gives is not safe in a page.
 *
 * @param marked the text with the private marks in it
 */
public record Highlight(String marked) {

    static final char START = '\uE000';
    static final char STOP = '\uE001';
    static final char GAP = '\u2026';

    /** For a page: {@code black &lt;3 <mark>cats</mark>}. Nothing but these marks is HTML, and each is closed. */
    public String html() {
        return html("<mark>", "</mark>");
    }

    /**
     * As {@link #html()}, with other tags.
     *
     * @param start trusted HTML
     * @param stop trusted HTML
     */
    public String html(String start, String stop) {
        StringBuilder html = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < marked.length(); i++) {
            char next = marked.charAt(i);
            switch (next) {
                case START -> {
                    html.append(open ? "" : start);
                    open = true;
                }
                case STOP -> {
                    html.append(open ? stop : "");
                    open = false;
                }
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(next);
            }
        }
        return html.append(open ? stop : "").toString();
    }

    /** Without marks, and not escaped. */
    public String text() {
        return marked.replace(String.valueOf(START), "").replace(String.valueOf(STOP), "");
    }

    /** As {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
