package io.pgorm.migrations.apply.internal;

import io.pgorm.ir.sql.Identifiers;
import io.pgorm.migrations.apply.ApplyOptions;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The names of our tables, and of the lock that keeps others out. All stand in the schema of Flyway's table. Immutable.
 *
 * @param schema the schema, unquoted
 * @param table Flyway's table, unquoted
 */
record Bookkeeping(String schema, String table) {

    /** What Flyway adds the hash of its table's name to, to get the number of its lock. */
    private static final long FLYWAY_LOCK = 77431708279161L;

    static Bookkeeping of(Session session, ApplyOptions options) throws SQLException {
        String schema = options.historySchema();
        if (schema == null) {
            schema = session.text("SELECT pg_catalog.current_schema()").orElse("public");
        }
        return new Bookkeeping(schema, options.historyTable());
    }

    String history() {
        return qualified(table);
    }

    String journal() {
        return qualified("pgorm_journal");
    }

    String rollbacks() {
        return qualified("pgorm_rollback");
    }

    private String qualified(String name) {
        return Identifiers.quote(schema) + "." + Identifiers.quote(name);
    }

    /** The number of Flyway's own lock for this history: whoever migrates with plain Flyway keeps us out, and we them. */
    long lock() {
        String flywaysName = "\"" + schema.replace("\"", "\"\"") + "\".\"" + table.replace("\"", "\"\"") + "\"";
        return FLYWAY_LOCK + flywaysName.hashCode();
    }

    boolean hasHistory(Session session) throws SQLException {
        return exists(session, table);
    }

    boolean hasJournal(Session session) throws SQLException {
        return exists(session, "pgorm_journal");
    }

    boolean hasRollbacks(Session session) throws SQLException {
        return exists(session, "pgorm_rollback");
    }

    private boolean exists(Session session, String name) throws SQLException {
        Optional<String> found = session.text(
                "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname = ? AND c.relname = ?",
                schema,
                name);
        return found.isPresent();
    }
}
