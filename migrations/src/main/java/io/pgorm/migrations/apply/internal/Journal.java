package io.pgorm.migrations.apply.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps count of the steps of a file that is not one transaction. A transaction writes its row with what it does; a
 * statement outside of any writes that it begins, and afterwards that it is done. The rows of a file go with its last
 * step, so that what stands here was interrupted. Used by one thread.
 */
final class Journal {

    private final Session session;
    private final Bookkeeping names;

    Journal(Session session, Bookkeeping names) {
        this.session = session;
        this.names = names;
    }

    /** How a step stands. */
    enum State {
        /** It began, outside of a transaction; unless it runs at this moment it is not known how it ended. */
        BEGUN,
        /** The server refused it: it did nothing, or what it left was cleared away. */
        FAILED,
        DONE
    }

    /**
     * One step that was begun.
     *
     * @param script the file
     * @param version of the migration; null for a repeatable one
     * @param checksum of the file as it was then
     * @param step its number, from 1
     * @param steps how many there were
     * @param hash of its statements
     * @param state how it stands
     * @param note what was written down for the case that it does not end
     */
    record Row(
            String script,
            @Nullable String version,
            int checksum,
            int step,
            int steps,
            String hash,
            State state,
            String note) {}

    void createIfAbsent() throws SQLException {
        session.execute("""
                CREATE TABLE IF NOT EXISTS %s (
                    script text NOT NULL,
                    version text,
                    checksum integer NOT NULL,
                    step integer NOT NULL,
                    steps integer NOT NULL,
                    statement_hash text NOT NULL,
                    state text NOT NULL CHECK (state IN ('begun', 'failed', 'done')),
                    note text NOT NULL,
                    begun_by text NOT NULL DEFAULT current_user,
                    begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                    done_at timestamptz,
                    PRIMARY KEY (script, step)
                )""".formatted(names.journal()));
    }

    /** All that was interrupted, step by step. */
    List<Row> rows() throws SQLException {
        if (!names.hasJournal(session)) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (List<@Nullable String> row :
                session.rows("SELECT script, version, checksum, step, steps, statement_hash, state, note FROM "
                        + names.journal() + " ORDER BY script, step")) {
            rows.add(new Row(
                    text(row.get(0)),
                    row.get(1),
                    Integer.parseInt(text(row.get(2))),
                    Integer.parseInt(text(row.get(3))),
                    Integer.parseInt(text(row.get(4))),
                    text(row.get(5)),
                    State.valueOf(text(row.get(6)).toUpperCase(Locale.ROOT)),
                    text(row.get(7))));
        }
        return rows;
    }

    List<Row> rows(String script) throws SQLException {
        return rows().stream().filter(row -> row.script().equals(script)).toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Writes a row, or writes it anew. */
    void write(Row row) throws SQLException {
        session.update(
                "INSERT INTO " + names.journal()
                        + " AS j (script, version, checksum, step, steps, statement_hash, state,"
                        + " note, done_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN ? THEN clock_timestamp() END)"
                        + " ON CONFLICT (script, step) DO UPDATE SET checksum = excluded.checksum,"
                        + " steps = excluded.steps, statement_hash = excluded.statement_hash, state = excluded.state,"
                        + " note = excluded.note, done_at = excluded.done_at",
                row.script(),
                row.version(),
                row.checksum(),
                row.step(),
                row.steps(),
                row.hash(),
                row.state().name().toLowerCase(Locale.ROOT),
                row.note(),
                row.state() == State.DONE);
    }

    void clear(String script) throws SQLException {
        session.update("DELETE FROM " + names.journal() + " WHERE script = ?", script);
    }
}
