package io.pgorm.database.catalog.internal;

/**
 * An expression as PostgreSQL prints it, in the form in which it comes back unchanged when it is run and read again.
 *
 * <p>There is one case known where it does not: {@code status IN ('a', 'b')} over a varchar is kept as a cast of a whole
 * array, which is printed as {@code ARRAY['a'::character varying, 'b'::character varying]::text[]}; run again, the cast
 * is applied to each element. Where both would stand, the cast is left out: PostgreSQL then makes the first form of it
 * again. Stateless.
 */
final class StableText {

    private static final String START = "ARRAY[";
    private static final String ELEMENT = "::character varying";
    private static final String ELEMENT_CAST = ELEMENT + "::text";
    private static final String CAST = "::text[]";

    private StableText() {}

    static String of(String sql) {
        int start = sql.indexOf(START);
        if (start < 0 || !sql.contains(ELEMENT)) {
            return sql;
        }
        return rewrite(sql, start);
    }

    private static String rewrite(String sql, int first) {
        Deparsed text = new Deparsed(sql);
        StringBuilder stable = new StringBuilder();
        int done = 0;
        for (int start = first; start >= 0; start = sql.indexOf(START, start + 1)) {
            if (start < done || !text.isCode(start) || !isOperandOfAny(sql, start)) {
                continue;
            }
            int open = start + START.length() - 1;
            int end = text.closing(open);
            String elements = sql.substring(open + 1, end);
            boolean castWhole = sql.startsWith(CAST, end + 1);
            var pieces = Deparsed.split(elements);
            if (castWhole && pieces.stream().allMatch(piece -> isLiteral(piece, ELEMENT))) {
                stable.append(sql, done, end + 1);
                done = end + 1 + CAST.length();
            } else if (!castWhole && pieces.stream().allMatch(piece -> isLiteral(piece, ELEMENT_CAST))) {
                stable.append(sql, done, open + 1)
                        .append(String.join(
                                ", ",
                                pieces.stream()
                                        .map(piece -> piece.substring(0, piece.length() - "::text".length()))
                                        .toList()));
                done = end;
            }
        }
        return stable.append(sql, done, sql.length()).toString();
    }

    private static boolean isOperandOfAny(String sql, int start) {
        String before = sql.substring(0, start);
        return before.endsWith("ANY (") || before.endsWith("ALL (");
    }

    private static boolean isLiteral(String piece, String suffix) {
        if (!piece.endsWith(suffix)) {
            return false;
        }
        String literal = piece.substring(0, piece.length() - suffix.length());
        Deparsed text = new Deparsed(literal);
        int from = literal.startsWith("E'") ? 1 : 0;
        for (int i = from; i < literal.length(); i++) {
            if (text.isCode(i)) {
                return false;
            }
        }
        return literal.startsWith("'", from);
    }
}
