package io.pgorm.client.hook;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses an UPDATE or a DELETE of all rows, however it was said; {@code .all()} too, and a MERGE that changes or deletes
 * every row that nothing was given for. A condition that is always true is not seen. Immutable.
 */
public final class WritesWithoutWhere implements QueryHook {

    private static final Pattern QUOTED =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\$\\$.*?\\$\\$", Pattern.DOTALL);
    private static final Pattern WRITE = Pattern.compile("^\\s*(?:update|delete)\\b");
    private static final Pattern WHERE = Pattern.compile("\\bwhere\\b");
    private static final Pattern MERGE_OF_ALL =
            Pattern.compile("\\bwhen\\s+not\\s+matched\\s+by\\s+source\\s+then\\s+(?:update|delete)\\b");

    @Override
    public QueryCall before(QueryCall call) {
        for (String text : call.statements()) {
            String bare = QUOTED.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
            boolean all = WRITE.matcher(bare).find() && !WHERE.matcher(bare).find();
            if (all || MERGE_OF_ALL.matcher(bare).find()) {
                throw new IllegalStateException(
                        "a statement that changes or deletes every row is refused by WritesWithoutWhere: " + text);
            }
        }
        return call;
    }
}
