package io.pgorm.database;

import io.pgorm.database.internal.RunningServer;
import io.pgorm.database.internal.ServerRegistry;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server for the time of one run, on which databases are made and thrown away.
 *
 * <p>The server itself is started once in a JVM and shared by all who ask for the like of it; it ends with the JVM,
 * even a killed one. Closing this handle drops the databases that were made through it and are still there.
 * Durability is switched off on servers of our own, so that nothing may be kept on them that matters.
 *
 * <p>Databases on one server share its roles and tablespaces, since those belong to no database in PostgreSQL.
 *
 * <p>Thread-safe.
 */
public final class ScratchServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScratchServer.class);

    private final RunningServer server;
    private final Set<ScratchDatabase> open = ConcurrentHashMap.newKeySet();

    private ScratchServer(RunningServer server) {
        this.server = server;
    }

    /**
     * Finds a server, or starts one. In this order, unless {@code options} name a provider: the URL that was given;
     * a container where a Docker engine answers; the embedded server. {@link ScratchOptions#preferSpeed} swaps the
     * last two.
     *
     * @param options what the server must have; what they leave open comes from the environment
     * @return a handle of the caller's own on a server that may be shared
     * @throws ScratchUnavailableException where there is none, with what was tried and what to do
     * @throws IllegalArgumentException where the URL is none, or the environment names an unknown provider
     */
    public static ScratchServer start(ScratchOptions options) {
        return new ScratchServer(ServerRegistry.shared().obtain(options.orElse(System::getProperty, System::getenv)));
    }

    /** As {@link #start(ScratchOptions)} with {@link ScratchOptions#standard}. */
    public static ScratchServer start() {
        return start(ScratchOptions.standard());
    }

    /**
     * Makes an empty database in UTF-8.
     *
     * @throws ScratchUnavailableException where the server does not let its user create one, or is gone
     */
    public ScratchDatabase create() {
        return createFrom("template0");
    }

    /**
     * Makes a database that starts as a copy of {@code template}, which is much faster than building it again.
     * Nobody may be connected to the template meanwhile; PostgreSQL waits for five seconds for those who are leaving.
     *
     * @throws ScratchUnavailableException where the copy cannot be made
     */
    public ScratchDatabase create(ScratchDatabase template) {
        return createFrom(template.name());
    }

    private ScratchDatabase createFrom(String template) {
        var database = new ScratchDatabase(server, server.createDatabase(template), this::drop);
        open.add(database);
        return database;
    }

    private void drop(ScratchDatabase database) {
        if (!open.remove(database)) {
            return;
        }
        try {
            server.dropDatabase(database.name());
        } catch (SQLException e) {
            LOG.warn("Could not drop {}: {}", database, e.getMessage());
        }
    }

    /**
     * Drops a role that was made for a scratch database, once that is gone: roles belong to the server and stay behind
     * otherwise. One that something still depends on stays.
     *
     * @return whether it is gone
     */
    public boolean dropRole(String name) {
        try {
            server.dropRole(name);
            return true;
        } catch (SQLException e) {
            LOG.debug("Could not drop the role {}: {}", name, e.getMessage());
            return false;
        }
    }

    /** Where the server comes from. */
    public ScratchProvider provider() {
        return server.provider();
    }

    /** The server's version as PostgreSQL counts: 180006 is 18.6. */
    public int versionNum() {
        return server.versionNum();
    }

    /** The names of the extensions that can be created here, installed or not. */
    public Set<String> extensions() {
        return server.extensions();
    }

    /** One phrase for people: version, provider, and what it is. Holds no password. */
    public String describe() {
        return server.describe();
    }

    /** Drops the databases that were made through this handle and are still there. The server goes on. */
    @Override
    public void close() {
        open.forEach(ScratchDatabase::close);
    }

    @Override
    public String toString() {
        return "ScratchServer[" + describe() + "]";
    }
}
