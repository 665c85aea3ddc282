package io.pgorm.client.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a path that compares from one that finds: {@code $.size > 10} from {@code $.size ? (@ > 10)}. PostgreSQL's {@code @?} takes the
 * first too, and says yes to every row. Stateless.
 */
final class PathPredicate {

    /** What stands by itself: a text, a name with its dot or sign, any other word, two signs, or one character. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*\"|[.$@][\\p{L}_][\\p{L}\\p{N}_]*|[\\p{L}_][\\p{L}\\p{N}_]*|==|!=|<>|<=|>=|&&|\\|\\||\\S");

    private static final Pattern COMPARING =
            Pattern.compile("==|!=|<>|<=|>=|<|>|&&|\\|\\||!|like_regex|starts|exists|is", Pattern.CASE_INSENSITIVE);

    private PathPredicate() {}

    /** Whether it compares outside of all filters. */
    static boolean is(String path) {
        int filters = 0;
        int depth = 0;
        int filterDepth = 0;
        String before = "";
        Matcher token = TOKEN.matcher(path);
        while (token.find()) {
            String text = token.group();
            if (text.equals("(")) {
                depth++;
                if (filters == 0 && before.equals("?")) {
                    filters = 1;
                    filterDepth = depth;
                }
            } else if (text.equals(")")) {
                if (filters > 0 && depth == filterDepth) {
                    filters = 0;
                }
                depth--;
            } else if (filters == 0 && COMPARING.matcher(text).matches()) {
                return true;
            }
            before = text;
        }
        return false;
    }
}
