package io.pgorm.migrations.diff;

import io.pgorm.database.ScratchOptions;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.sdl.SchemaCompiler;
import java.util.List;
import java.util.OptionalInt;

/**
 * How two sources are compared. Immutable.
 *
 * @param scratch the server on which they are made
 * @param extensions the extensions of the language that are asked what belongs to them
 * @param schemas the schemas to compare; empty for all
 * @param online whether the plans use the ways that let reads and writes go on
 * @param major the major version of PostgreSQL that will run the plans, such as 17; where absent, that of the database
 *     behind a URL, else that of the scratch server, or 17 if that is newer: a plan for 17 runs there too
 * @param strictRenames whether there is no way where something that goes looks like something that comes
 */
public record DiffOptions(
        ScratchOptions scratch,
        List<SchemaExtension> extensions,
        List<String> schemas,
        boolean online,
        OptionalInt major,
        boolean strictRenames) {

    public DiffOptions {
        extensions = List.copyOf(extensions);
        schemas = List.copyOf(schemas);
    }

    /** All schemas, every extension that is installed, online ways, the quickest scratch server. */
    public static DiffOptions standard() {
        return new DiffOptions(
                ScratchOptions.fast(),
                SchemaCompiler.installedExtensions(),
                List.of(),
                true,
                OptionalInt.empty(),
                false);
    }

    public DiffOptions withScratch(ScratchOptions newScratch) {
        return new DiffOptions(newScratch, extensions, schemas, online, major, strictRenames);
    }

    public DiffOptions withSchemas(List<String> newSchemas) {
        return new DiffOptions(scratch, extensions, newSchemas, online, major, strictRenames);
    }

    public DiffOptions withOnline(boolean newOnline) {
        return new DiffOptions(scratch, extensions, schemas, newOnline, major, strictRenames);
    }

    public DiffOptions withMajor(int newMajor) {
        return new DiffOptions(scratch, extensions, schemas, online, OptionalInt.of(newMajor), strictRenames);
    }

    public DiffOptions withStrictRenames(boolean newStrictRenames) {
        return new DiffOptions(scratch, extensions, schemas, online, major, newStrictRenames);
    }
}
