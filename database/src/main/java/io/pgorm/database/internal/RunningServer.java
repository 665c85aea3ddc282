package io.pgorm.database.internal;

import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchUnavailableException;
import io.pgorm.ir.sql.Identifiers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** A server that answered, with what it said of itself. Thread-safe. */
public final class RunningServer {

    /** What PostgreSQL says to a role that may not create databases. */
    private static final String OBJECT_IN_USE = "55006";

    private static final int TRIES_FOR_A_TEMPLATE = 4;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final ServerSource source;
    private final JdbcAddress address;
    private final int versionNum;
    private final String version;
    private final Set<String> extensions;
    private final SchemaDumper dumper;
    private final Runnable stop;
    private final Set<String> databases = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection administrator;

    private RunningServer(
            ServerSource source,
            JdbcAddress address,
            int versionNum,
            String version,
            Set<String> extensions,
            SchemaDumper dumper,
            Runnable stop) {
        this.source = source;
        this.address = address;
        this.versionNum = versionNum;
        this.version = version;
        this.extensions = Set.copyOf(extensions);
        this.dumper = dumper;
        this.stop = stop;
    }

    /** Asks the server at {@code address} what it is. */
    static RunningServer at(ServerSource source, JdbcAddress address, Runnable stop) throws SQLException {
        return at(source, address, new LocalPgDump(), stop);
    }

    /** As {@link #at(ServerSource, JdbcAddress, Runnable)}, with a pg_dump of its own. */
    static RunningServer at(ServerSource source, JdbcAddress address, SchemaDumper dumper, Runnable stop)
            throws SQLException {
        try (Connection connection = connect(address, address.database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT current_setting('server_version_num')::int, split_part(current_setting('server_version'), ' ', 1), name
                        FROM pg_available_extensions
                        """)) {
            int versionNum = 0;
            String version = "";
            var extensions = new HashSet<String>();
            // plpgsql is on every server, so that there is always a row
            while (rows.next()) {
                versionNum = rows.getInt(1);
                version = String.valueOf(rows.getString(2));
                extensions.add(String.valueOf(rows.getString(3)));
            }
            return new RunningServer(source, address, versionNum, version, extensions, dumper, stop);
        }
    }

    private static Connection connect(JdbcAddress address, String database) throws SQLException {
        return connect(address, database, Map.of());
    }

    private static Connection connect(JdbcAddress address, String database, Map<String, String> driverProperties)
            throws SQLException {
        Properties properties = address.credentials();
        driverProperties.forEach(properties::setProperty);
        // not through DriverManager, which does not find the driver in the class loader of a Maven plugin
        Connection connection = new Driver().connect(address.jdbcUrl(database), properties);
        if (connection == null) {
            throw new SQLException("The driver does not take the URL of " + address);
        }
        return connection;
    }

    public Connection connect(String database) throws SQLException {
        return connect(address, database);
    }

    public Connection connect(String database, Map<String, String> driverProperties) throws SQLException {
        return connect(address, database, driverProperties);
    }

    /**
     * Makes a database under a new name.
     *
     * @param template a name that needs no quotes
     * @return its name, which needs none either
     */
    public String createDatabase(String template) {
        String name = "pgorm_scratch_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        try {
            createDatabase(name, template, TRIES_FOR_A_TEMPLATE);
        } catch (SQLException e) {
            throw new ScratchUnavailableException(whyNotCreated(e), "no scratch database", e);
        }
        databases.add(name);
        return name;
    }

    /**
     * A template may have no sessions. Background workers that an extension starts in every database (TimescaleDB's
     * look into each new one) come and go by themselves, so that they are ended, and it is tried again; clients are not.
     */
    private void createDatabase(String name, String template, int tries) throws SQLException {
        try {
            administer("CREATE DATABASE " + name + " TEMPLATE " + template
                    + (template.equals("template0") ? " ENCODING 'UTF8'" : ""));
        } catch (SQLException e) {
            if (tries <= 1 || !OBJECT_IN_USE.equals(e.getSQLState())) {
                throw e;
            }
            administer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + template
                    + "' AND backend_type <> 'client backend'");
            createDatabase(name, template, tries - 1);
        }
    }

    private String whyNotCreated(SQLException e) {
        return INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())
                ? "The role \"" + address.user() + "\" may not create databases on " + source.label()
                        + ", and PG-ORM needs one to work in. Grant it: ALTER ROLE \"" + address.user() + "\" CREATEDB."
                : "No scratch database could be created on " + source.label() + ": " + e.getMessage();
    }

    /** What pg_dump writes of a database's schema; empty where there is none that fits. */
    public Optional<String> schemaDump(String database) throws IOException {
        return dumper.dump(address, database, versionNum / 10_000);
    }

    public void dropDatabase(String name) throws SQLException {
        if (databases.remove(name)) {
            administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        }
    }

    public void dropRole(String name) throws SQLException {
        administer("DROP ROLE IF EXISTS " + Identifiers.quote(name));
    }

    /**
     * On a server of ours by one connection that stays: a backend's first CREATE DATABASE takes much longer than the
     * next. On the user's server none stays, since it would be in the way of what the user does there.
     */
    private void administer(String sql) throws SQLException {
        if (source.provider() == ScratchProvider.URL) {
            try (Connection connection = connect(address.database())) {
                execute(connection, sql);
            }
            return;
        }
        lock.lock();
        try {
            if (administrator == null || !administrator.isValid(5)) {
                administrator = connect(address.database());
            }
            execute(administrator, sql);
        } finally {
            lock.unlock();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether it still answers: a server of our own can have been killed. */
    boolean answers() {
        try (Connection connection = connect(address.database())) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Leaves nothing behind: drops the databases where the server stays, or ends the server. */
    void stop() {
        if (source.provider() == ScratchProvider.URL) {
            for (String name : databases) {
                try {
                    dropDatabase(name);
                } catch (SQLException e) {
                    // the JVM is ending, and the server may have ended before it
                }
            }
        }
        stop.run();
    }

    ServerSource source() {
        return source;
    }

    public JdbcAddress address() {
        return address;
    }

    public ScratchProvider provider() {
        return source.provider();
    }

    public int versionNum() {
        return versionNum;
    }

    public Set<String> extensions() {
        return extensions;
    }

    public String describe() {
        return "PostgreSQL " + version + ", " + source.label();
    }
}
