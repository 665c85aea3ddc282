package io.pgorm.cli.migrate;

import io.pgorm.database.DatabaseUrl;
import io.pgorm.migrations.Migrations;
import io.pgorm.migrations.apply.ApplyOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database, which folder, which history. */
final class DatabaseArguments {

    /** The variable that names the database, so that a password need not stand in a command. */
    static final String URL_VARIABLE = "PGORM_URL";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The database: postgresql://user:password@host/database, or jdbc:postgresql://... Where it is"
                    + " not given, the variable " + URL_VARIABLE + " says it.")
    private @Nullable String url;

    @Option(
            names = {"--dir", "--migrations"},
            paramLabel = "DIR",
            description = "The folder of the migrations; ${DEFAULT-VALUE} where nothing is said.")
    private Path folder = Path.of("migrations");

    @Option(
            names = "--history-table",
            paramLabel = "NAME",
            description = "The table of Flyway's history; ${DEFAULT-VALUE} where nothing is said.")
    private String historyTable = ApplyOptions.standard().historyTable();

    @Option(
            names = "--history-schema",
            paramLabel = "NAME",
            description = "The schema of that table, which is then first in the search path. Else the schema that the"
                    + " connection has first.")
    private @Nullable String historySchema;

    Migrations migrations(ApplyOptions options) {
        String given = url == null ? System.getenv(URL_VARIABLE) : url;
        if (given == null || given.isBlank()) {
            throw new IllegalArgumentException("say which database: --url URL, or the variable " + URL_VARIABLE);
        }
        return Migrations.of(DatabaseUrl.of(given), folder).with(options.withHistory(historySchema, historyTable));
    }
}
