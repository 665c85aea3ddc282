package io.pgorm.database.catalog;

import io.pgorm.database.SchemaLoader;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.ddl.DdlGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scripts in {@code catalog/}: {@code name-15.sql} needs PostgreSQL 15. Their roles are called {@code case_...}. */
final class CatalogCases {

    static final Path FOLDER = Path.of("src/test/resources/catalog");
    private static final Pattern NEEDS = Pattern.compile(".*-(\\d\\d)\\.sql");
    private static final CatalogOptions WITH_ROLES = CatalogOptions.standard().withRoles(true);

    private CatalogCases() {}

    /** The names of those that a server of the major version can run. */
    static List<String> upTo(int major) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> needs(name) <= major)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int needs(String name) {
        Matcher matcher = NEEDS.matcher(name);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    static String script(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void run(ScratchDatabase database, String script) throws SQLException {
        // the driver would cut BEGIN ATOMIC at its semicolons
        try (Connection connection = database.connect(Map.of("preferQueryMode", "simple"));
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        }
    }

    static Catalog read(ScratchDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, WITH_ROLES);
        }
    }

    static void make(ScratchDatabase database, Catalog catalog) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaLoader.load(connection, DdlGenerator.generate(catalog.schema(), List.of()));
        }
    }

    /** Roles outlive the database in which a script made them. */
    static void dropRoles(ScratchServer server) throws SQLException {
        List<String> roles = new ArrayList<>();
        try (ScratchDatabase database = server.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT rolname FROM pg_roles WHERE rolname ILIKE 'case%'")) {
            while (rows.next()) {
                roles.add(rows.getString(1));
            }
        }
        roles.forEach(server::dropRole);
    }
}
