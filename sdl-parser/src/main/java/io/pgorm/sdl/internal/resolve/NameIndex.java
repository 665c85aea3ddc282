package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Index;
import io.pgorm.ir.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that PostgreSQL names an index after. Stateless. */
public final class NameIndex {

    private static final Pattern CALL =
            Pattern.compile("\\s*([\\p{L}_][\\p{L}\\p{Nd}_$]*)\\s*\\((.*)\\)\\s*", Pattern.DOTALL);

    private NameIndex() {}

    /** As PostgreSQL does: the column, or the function of a call, or "expr"; numbered where it comes again. */
    public static List<String> parts(List<Index.Target> targets) {
        List<String> parts = new ArrayList<>();
        for (Index.Target target : targets) {
            String part = switch (target) {
                case Index.ColumnTarget(String column) -> column;
                case Index.ExpressionTarget(SqlText expression) -> functionName(expression.render());
            };
            String unique = part;
            for (int i = 1; parts.contains(unique); i++) {
                unique = part + i;
            }
            parts.add(unique);
        }
        return parts;
    }

    private static String functionName(String expression) {
        Matcher call = CALL.matcher(expression);
        if (!call.matches()) {
            return "expr";
        }
        int depth = 0;
        for (char c : call.group(2).toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                return "expr";
            }
        }
        return call.group(1).toLowerCase(Locale.ROOT);
    }
}
