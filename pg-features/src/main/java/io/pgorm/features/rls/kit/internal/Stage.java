package io.pgorm.features.rls.kit.internal;

import io.pgorm.client.AbstractDb;
import io.pgorm.client.error.PermissionDenied;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.error.RowLevelSecurityViolation;
import io.pgorm.features.rls.kit.Caller;
import io.pgorm.features.rls.kit.Outcome;
import io.pgorm.features.rls.kit.Outcome.Kind;
import io.pgorm.features.rls.kit.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * A transaction of a superuser that is never committed, in which attempts are made as others. For one thread.
 *
 * @param <D> the generated client
 */
public final class Stage<D extends AbstractDb<D>> implements AutoCloseable {

    private static final Name COPY_NAME = DSL.name("pg_temp", "pgorm_row");

    /** Where the row is that is put in again. */
    static final Table<?> COPY = DSL.table(COPY_NAME);

    private final Connection connection;
    private final DSLContext superuser;
    private final D db;
    private final String login;

    /**
     * @param superusers gives a connection of a superuser
     * @param login the role that the application logs in as
     * @throws IllegalStateException if it is no superuser, or the role is one that no policy holds back
     */
    public Stage(DataSource superusers, D db, String login) {
        try {
            this.connection = superusers.getConnection();
            this.connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the policy tests: SQLSTATE " + e.getSQLState());
        }
        this.superuser = DSL.using(connection, SQLDialect.POSTGRES);
        this.db = db;
        this.login = login;
        try {
            begin();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void begin() {
        // a mutant needs the table for itself; somebody else's open transaction must not stop the tests for ever
        superuser.execute("SET LOCAL lock_timeout = '10s'");
        if (!superuser.fetchSingle("SHOW is_superuser").get(0, String.class).equals("on")) {
            throw new IllegalStateException(
                    "policy tests need a connection of a superuser: they act as other roles, and"
                            + " change policies in transactions that are rolled back");
        }
        boolean heldBack = superuser
                .fetchOptional(
                        "SELECT NOT rolsuper AND NOT rolbypassrls FROM pg_catalog.pg_roles WHERE rolname = {0}",
                        DSL.val(login))
                .map(row -> row.get(0, boolean.class))
                .orElseThrow(() -> new IllegalStateException("there is no role " + login));
        if (!heldBack) {
            throw new IllegalStateException("no policy holds for the role " + login
                    + ": it is a superuser or has BYPASSRLS; give the role that the application logs in as");
        }
    }

    /** Tries it, and leaves no trace. */
    public Outcome attempt(Caller<D> caller, Attempt<D> attempt) {
        return undone(() -> {
            attempt.prepare(this);
            superuser.execute("SELECT set_config('session_authorization', {0}, true)", DSL.val(login));
            try {
                return Outcome.of(attempt.run(caller.identity().apply(db.on(connection))));
            } catch (RowLevelSecurityViolation e) {
                return Outcome.of(Kind.REFUSED);
            } catch (PermissionDenied e) {
                return Outcome.of(Kind.NO_GRANT);
            } catch (PgOrmException e) {
                return new Outcome(Kind.FAILED, e.sqlState().orElse("unknown"));
            }
        });
    }

    /** Does something and takes it back. */
    public <R> R undone(java.util.function.Supplier<R> work) {
        try {
            Savepoint before = connection.setSavepoint();
            try {
                return work.get();
            } finally {
                connection.rollback(before);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the policy tests lost their connection: SQLSTATE " + e.getSQLState());
        }
    }

    /** Statements as the superuser. */
    public DSLContext superuser() {
        return superuser;
    }

    void requireOne(Row row) {
        int count = superuser.fetchCount(row.table(), row.condition());
        if (count != 1) {
            throw new IllegalStateException(
                    "\"" + row.name() + "\" has to be one row that is there; its condition finds " + count
                            + ". Insert it before the tests, in a transaction that is committed");
        }
    }

    void copy(Row row) {
        superuser
                .createTemporaryTable(COPY_NAME.last())
                .as(superuser.selectFrom(row.table()).where(row.condition()))
                .execute();
        superuser.execute("GRANT SELECT ON {0} TO PUBLIC", COPY);
    }

    /** Without what hangs on it: neither foreign keys nor triggers look. */
    void takeAway(Row row) {
        superuser.execute("SET LOCAL session_replication_role = replica");
        superuser.deleteFrom(row.table()).where(row.condition()).execute();
        superuser.execute("SET LOCAL session_replication_role = origin");
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // it is gone, and the transaction with it
            return;
        }
    }
}
