package io.pgorm.migrations.source;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.ir.sql.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scratch database while a schema is made in it, and what has to go with it. Roles belong to the server: those that
 * were made for this database are dropped after it, unless another one of this run uses them too. Used by one thread.
 */
final class ScratchLoad {

    /** Makes the schema. */
    interface Maker {
        void make(ScratchLoad load) throws SQLException;
    }

    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+?)\" does not exist");

    private final ScratchServer server;
    private final Set<String> present;
    private final Set<String> made = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private ScratchDatabase database;

    private ScratchLoad(ScratchServer server) throws SQLException {
        this.server = server;
        this.database = server.create();
        try {
            this.present = roles();
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /**
     * @param extensions those that the server must have beside the ones that {@code options} ask for
     * @param roles those that the schema itself makes
     */
    static LoadedSource load(
            SchemaSource source, ScratchOptions options, Set<String> extensions, Set<String> roles, Maker maker)
            throws SQLException {
        Set<String> needed = new LinkedHashSet<>(options.extensions());
        needed.addAll(extensions);
        ScratchLoad load = new ScratchLoad(ScratchServer.start(options.withExtensions(needed)));
        boolean done = false;
        try {
            maker.make(load);
            done = true;
        } finally {
            roles.forEach(load::roleWasMade);
            if (!done) {
                load.close();
            }
        }
        return LoadedSource.scratch(source, load.server.describe(), load.notes, load.database(), load::close);
    }

    ScratchDatabase database() {
        return database;
    }

    void note(String note) {
        notes.add(note);
    }

    /** Throws away what has been made so far. */
    void startAgain() {
        database.close();
        database = server.create();
    }

    boolean hasRole(String name) {
        return made.contains(name) || present.contains(name);
    }

    void createRole(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + Identifiers.quote(name) + " NOLOGIN");
        }
        roleWasMade(name);
        note("the role " + name + " is not on this server and was made for it");
    }

    /** Remembers that a role is there because of this database. */
    void roleWasMade(String name) {
        boolean ours = !present.contains(name) || ScratchRoles.isShared(server, name);
        if (ours && made.add(name)) {
            ScratchRoles.share(server, name);
        }
    }

    /** The role that a message of the server misses, where it can be made. */
    Optional<String> missingRoleIn(String message) {
        Matcher match = MISSING_ROLE.matcher(message);
        return match.find() && !hasRole(match.group(1)) ? Optional.of(match.group(1)) : Optional.empty();
    }

    private Set<String> roles() throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT rolname FROM pg_roles")) {
            while (rows.next()) {
                names.add(String.valueOf(rows.getString(1)));
            }
        }
        return names;
    }

    private void close() {
        database.close();
        made.forEach(name -> ScratchRoles.release(server, name));
        made.clear();
    }
}
