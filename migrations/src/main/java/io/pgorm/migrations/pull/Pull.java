package io.pgorm.migrations.pull;

import io.pgorm.database.ScratchUnavailableException;
import io.pgorm.database.catalog.Catalog;
import io.pgorm.database.catalog.CatalogDifference;
import io.pgorm.database.catalog.CatalogOptions;
import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.SchemaException;
import io.pgorm.migrations.source.CatalogSource;
import io.pgorm.migrations.source.LoadedSource;
import io.pgorm.migrations.source.ReadCatalog;
import io.pgorm.migrations.source.SchemaSource;
import io.pgorm.migrations.source.TextSource;
import io.pgorm.sdl.SourceFile;
import io.pgorm.sdl.write.SchemaWriter;
import io.pgorm.sdl.write.WrittenSchema;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes the schema file of a database that exists, and proves it: the text is compiled, its DDL makes a database on
 * the scratch server, and that is read and compared with the first. Stateless.
 */
public final class Pull {

    /** What the file is called where nobody says otherwise. */
    public static final String FILE = "schema" + SourceFile.SUFFIX;

    private Pull() {}

    /**
     * Reads the source, writes its schema as text and tries the text. A database behind a URL is only read.
     *
     * @throws io.pgorm.migrations.source.SourceException where the source cannot be had
     * @throws ScratchUnavailableException where the source needs a scratch server and there is none with what it needs
     * @throws IOException where a file cannot be read
     * @throws SQLException where a connection fails, or may not read the catalog
     */
    public static Pulled pull(SchemaSource source, PullOptions options) throws IOException, SQLException {
        try (LoadedSource loaded = source.load(options.scratch())) {
            CatalogOptions catalogOptions = CatalogOptions.standard().withSchemas(options.schemas());
            Catalog catalog = ReadCatalog.read(loaded, catalogOptions, options.extensions());
            WrittenSchema written = SchemaWriter.write(catalog.schema(), options.extensions(), Pull::ddl);
            return new Pulled(
                    written.text(),
                    written.blocks(),
                    catalog.unmodelled(),
                    loaded.notes(),
                    loaded.server(),
                    prove(written.text(), catalog, catalogOptions, options));
        }
    }

    /** The statements that make objects for which the language has no words. */
    private static List<String> ddl(Schema objects) {
        return DdlGenerator.generate(objects, List.of()).stream()
                .map(DdlStatement::sql)
                .toList();
    }

    private static Catalog read(SchemaSource source, CatalogOptions catalogOptions, PullOptions options)
            throws IOException, SQLException {
        try (LoadedSource loaded = source.load(options.scratch())) {
            return ReadCatalog.read(loaded, catalogOptions, options.extensions());
        }
    }

    /** While the source is open, so that roles that were made for it are there. */
    private static Proof prove(String text, Catalog original, CatalogOptions catalogOptions, PullOptions options)
            throws IOException, SQLException {
        TextSource source = new TextSource(List.of(new SourceFile(FILE, text)));
        try {
            Catalog made = read(source, catalogOptions, options);
            Catalog wanted = made.major() == original.major()
                    ? original
                    : read(new CatalogSource(original.schema()), catalogOptions, options);
            List<String> differences = CatalogDifference.between(wanted, made);
            return differences.isEmpty() ? new Proof.Equal() : new Proof.Different(differences);
        } catch (SchemaException e) {
            return new Proof.Refused(String.valueOf(e.getMessage()));
        } catch (ScratchUnavailableException e) {
            return new Proof.Refused("it could not be tried: " + e.getMessage());
        }
    }
}
