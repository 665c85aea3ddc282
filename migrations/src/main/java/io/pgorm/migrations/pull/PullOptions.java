package io.pgorm.migrations.pull;

import io.pgorm.database.ScratchOptions;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.sdl.SchemaCompiler;
import java.util.List;

/**
 * What is pulled, and with what. Immutable.
 *
 * @param schemas the schemas of the database to read; empty for all of the user's
 * @param extensions the extensions of the language whose words are used
 * @param scratch the server on which the written schema is tried
 */
public record PullOptions(List<String> schemas, List<SchemaExtension> extensions, ScratchOptions scratch) {

    public PullOptions {
        schemas = List.copyOf(schemas);
        extensions = List.copyOf(extensions);
    }

    /** All schemas, with the words of every extension that is installed. */
    public static PullOptions standard() {
        return new PullOptions(List.of(), SchemaCompiler.installedExtensions(), ScratchOptions.standard());
    }

    public PullOptions withSchemas(List<String> newSchemas) {
        return new PullOptions(newSchemas, extensions, scratch);
    }

    public PullOptions withScratch(ScratchOptions newScratch) {
        return new PullOptions(schemas, extensions, newScratch);
    }
}
