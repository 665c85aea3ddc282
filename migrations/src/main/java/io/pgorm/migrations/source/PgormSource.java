package io.pgorm.migrations.source;

import io.pgorm.database.SchemaLoader;
import io.pgorm.database.ScratchOptions;
import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Rename;
import io.pgorm.ir.Role;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.DiagnosticPrinter;
import io.pgorm.ir.diagnostic.SchemaException;
import io.pgorm.sdl.Compilation;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A file of the schema language, or a folder of them. */
public record PgormSource(Path path) implements SchemaSource {

    @Override
    public String describe() {
        return path.toString();
    }

    @Override
    public LoadedSource load(ScratchOptions scratch) throws IOException, SQLException {
        return load(this, SourceFile.read(path), scratch);
    }

    /** Loads files that are at hand as if they stood at the path of {@code source}. */
    static LoadedSource load(SchemaSource source, List<SourceFile> files, ScratchOptions scratch) throws SQLException {
        Compilation compilation = SchemaCompiler.withInstalledExtensions().compile(files);
        return load(source, compilation.orThrow(), compilation.sources(), scratch);
    }

    /** Makes a schema that is at hand; {@code texts} are what the spans in it are of. */
    static LoadedSource load(SchemaSource source, Schema schema, Map<String, String> texts, ScratchOptions scratch)
            throws SQLException {
        List<DdlStatement> statements = DdlGenerator.generate(schema);
        Set<String> extensions =
                schema.extensions().stream().map(Extension::name).collect(Collectors.toSet());
        Set<String> roles = schema.objects(Role.class).stream().map(Role::name).collect(Collectors.toSet());
        return ScratchLoad.load(source, scratch, extensions, roles, load -> {
                    try (Connection connection = load.database().connect()) {
                        load(connection, statements, texts, load);
                    }
                })
                .saying(schema.objects(Rename.class));
    }

    private static void load(
            Connection connection, List<DdlStatement> statements, Map<String, String> texts, ScratchLoad load)
            throws SQLException {
        List<Diagnostic> refused = SchemaLoader.tryLoad(connection, statements);
        while (!refused.isEmpty()) {
            Set<String> missing = refused.stream()
                    .flatMap(diagnostic -> load.missingRoleIn(diagnostic.message()).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (missing.isEmpty()) {
                throw new SchemaException(new DiagnosticPrinter(texts).print(refused), refused);
            }
            for (String role : missing) {
                load.createRole(connection, role);
            }
            refused = SchemaLoader.tryLoad(connection, statements);
        }
    }
}
