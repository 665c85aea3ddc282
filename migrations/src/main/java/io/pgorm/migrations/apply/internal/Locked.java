package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.apply.MigrationException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;

/** A session that keeps all others out, with all that works on it. Used by one thread. */
final class Locked {

    private final Target target;
    private final Session session;
    private final Bookkeeping names;

    private Locked(Target target, Session session, Bookkeeping names) {
        this.target = target;
        this.session = session;
        this.names = names;
    }

    /** Something that is done while others are kept out. */
    interface Work<T> {
        T run(Locked locked) throws SQLException, IOException;
    }

    /** Something that is looked at while others go on. */
    interface Look<T> {
        T run(Session session, Bookkeeping names) throws SQLException, IOException;
    }

    /** Does work while others are kept out. */
    static <T> T run(Target target, Work<T> work) {
        return look(target, (session, names) -> {
            PoolerCheck.check(session, target.source());
            session.ready(target.options().lockTimeout());
            MigrationLock.take(session, names, target.options(), target.listener());
            return work.run(new Locked(target, session, names));
        });
    }

    /** Looks at a database. */
    static <T> T look(Target target, Look<T> look) {
        if (!Files.isDirectory(target.folder())) {
            throw new MigrationException(Kind.REFUSED, "there is no folder " + target.folder());
        }
        try (Session session = Session.open(target.source())) {
            return look.run(session, Bookkeeping.of(session, target.options()));
        } catch (SQLException e) {
            throw new MigrationException(Kind.FAILED, "the server says: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MigrationException(Kind.REFUSED, String.valueOf(e.getMessage()), e);
        }
    }

    Target target() {
        return target;
    }

    Session session() {
        return session;
    }

    Bookkeeping names() {
        return names;
    }

    FlywayView flyway() {
        return new FlywayView(session, target.folder(), target.options(), names.schema());
    }

    Journal journal() {
        return new Journal(session, names);
    }

    History history() {
        return new History(session, names);
    }

    Rollbacks rollbacks() {
        return new Rollbacks(session, names);
    }

    /** What is in the history's schema is found without saying so: Flyway sees to that, and so must we. */
    void putSchemaFirst() throws SQLException {
        String path =
                session.text("SELECT pg_catalog.current_setting('search_path')").orElse("");
        String quoted = io.pgorm.ir.sql.Identifiers.quote(names.schema());
        if (!session.text("SELECT pg_catalog.current_schema()").orElse("").equals(names.schema())) {
            session.text(
                    "SELECT pg_catalog.set_config('search_path', ?, false)",
                    path.isEmpty() ? quoted : quoted + ", " + path);
        }
    }
}
