package io.pgorm.client.internal;

import io.pgorm.client.error.HintsUnavailable;
import java.sql.ResultSet;

/**
 * Whether the server heeds hints. Asked once, when the first query has one: without {@code pg_hint_plan} a hint is a comment,
 * and nothing would tell that it does nothing. Safe for use by several threads.
 */
public final class Hints {

    private static final Rendered ASK = Rendered.of("SELECT current_setting('pg_hint_plan.enable_hint', true) = 'on'");

    private volatile boolean available;

    /** @throws HintsUnavailable if the extension is not loaded, or turned off */
    public void require(Channel channel, Identity identity) {
        if (available) {
            return;
        }
        boolean found = Call.one(ASK, outcomes -> {
                    ResultSet row = outcomes.get(0).requireRows();
                    return row.next() && row.getBoolean(1);
                })
                .send(channel, identity);
        if (!found) {
            throw new HintsUnavailable();
        }
        available = true;
    }

    /**
     * The hint, if it stays inside its comment.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static String checked(String hint) {
        if (hint.contains("*/") || hint.contains("/*")) {
            throw new IllegalArgumentException("a hint is written without its comment: IndexScan(posts posts_pkey)");
        }
        return hint;
    }
}
