package io.pgorm.migrations.source;

import io.pgorm.database.DatabaseUrl;
import io.pgorm.database.ScratchOptions;
import io.pgorm.migrations.script.ScriptException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Where a schema comes from. All that compares takes two of these, of any kind. Immutable. */
public sealed interface SchemaSource
        permits CatalogSource, PgormSource, TextSource, SqlFileSource, MigrationsSource, DatabaseSource {

    /**
     * Tells from the text, and from what stands at a path, which kind of source is meant.
     *
     * @param text a {@code .pgorm} file or a folder of them, a {@code .sql} file, a folder of migrations, or the URL of
     *     a database
     * @throws SourceException where there is nothing there, or it is none or two of these
     * @throws IllegalArgumentException where it is a URL that is not one of PostgreSQL
     */
    static SchemaSource of(String text) {
        return DatabaseUrl.looksLikeOne(text)
                ? new DatabaseSource(DatabaseUrl.of(text))
                : RecognizeSource.at(Path.of(text));
    }

    /** As {@link #of(String)} for a file or folder. */
    static SchemaSource of(Path path) {
        return RecognizeSource.at(path);
    }

    /** What messages call it; holds no password. */
    String describe();

    /**
     * Gives a database that holds the schema: the one behind a URL itself; else a scratch database in which it was made
     * just now, which goes when what is returned is closed.
     *
     * @param scratch which server to use; the extensions that the schema needs are added
     * @throws SourceException where the source cannot be had
     * @throws ScriptException where SQL of the source is refused by the server
     * @throws io.pgorm.ir.diagnostic.SchemaException where the schema language's text is wrong
     * @throws io.pgorm.database.ScratchUnavailableException where no server has what the schema needs
     * @throws IOException where a file cannot be read
     * @throws SQLException where a connection fails in between
     */
    LoadedSource load(ScratchOptions scratch) throws IOException, SQLException;
}
