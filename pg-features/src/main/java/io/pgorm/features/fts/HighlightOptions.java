package io.pgorm.features.fts;

/**
 * How a highlight is cut. Immutable.
 *
 * @param minWords the fewest words of a piece
 * @param maxWords the most words of a piece, more than the fewest
 * @param pieces how many there are at most; 0 for one piece that is looked for differently, by the whole text
 * @param whole whether the whole text is given instead
 */
public record HighlightOptions(int minWords, int maxWords, int pieces, boolean whole) {

    /** Up to two pieces of 5 to 20 words. */
    public static final HighlightOptions DEFAULT = new HighlightOptions(5, 20, 2, false);

    /** The whole text. */
    public static final HighlightOptions WHOLE = new HighlightOptions(5, 20, 0, true);

    /** @throws IllegalArgumentException if PostgreSQL would refuse the numbers */
    public HighlightOptions {
        if (minWords < 1 || maxWords <= minWords || pieces < 0) {
            throw new IllegalArgumentException("minWords is positive, maxWords more than that, pieces not negative");
        }
    }

    String toPostgres() {
        return "StartSel=" + Highlight.START + ", StopSel=" + Highlight.STOP + ", FragmentDelimiter=\" "
                + Highlight.GAP + " \", MinWords=" + minWords + ", MaxWords=" + maxWords + ", MaxFragments=" + pieces
                + ", HighlightAll=" + whole;
    }
}
