package io.pgorm.database.testkit;

import java.util.List;

/**
 * One wait for the server.
 *
 * @param statements the statements that were sent in it, in order, each cut off after some thousand characters; a
 *     statement that was prepared through the proxy is shown by its text, and {@code COPY data} stands for the end of
 *     one
 */
public record RoundTrip(List<String> statements) {

    public RoundTrip {
        statements = List.copyOf(statements);
    }

    @Override
    public String toString() {
        return statements.isEmpty() ? "(no statement)" : String.join("; ", statements);
    }
}
