package io.pgorm.client.internal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the text of a statement tells without parsing it. */
final class Statements {

    private static final Pattern READ =
            Pattern.compile("^[\\s(]*(select|values|table|show|with|explain|fetch|declare)\\b");
    private static final Pattern WRITE =
            Pattern.compile("\\b(insert|update|delete|merge|call|do|copy|create|alter|drop|truncate|analyze|into)\\b");
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");

    private Statements() {}

    /** Whether none of them can have written, unless a function did that a SELECT calls. Asked only after a failure. */
    static boolean onlyRead(List<Rendered> statements) {
        return statements.stream().allMatch(statement -> onlyReads(statement.sql()));
    }

    static boolean onlyReads(String sql) {
        String bare = QUOTED.matcher(sql).replaceAll("").toLowerCase(Locale.ROOT);
        // FOR UPDATE locks and writes nothing.
        String unlocked = bare.replaceAll("\\bfor\\s+(no\\s+key\\s+)?update\\b", "");
        return READ.matcher(unlocked).find() && !WRITE.matcher(unlocked).find();
    }
}
