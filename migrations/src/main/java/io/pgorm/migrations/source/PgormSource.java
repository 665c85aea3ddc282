package io.pgorm.migrations.source;

import io.pgorm.database.SchemaLoader;
import io.pgorm.database.ScratchOptions;
import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Extension;
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
import java.util.Optional;
import java.util.Set;
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
        Schema schema = compilation.orThrow();
        List<DdlStatement> statements = DdlGenerator.generate(schema);
        Set<String> extensions =
                schema.extensions().stream().map(Extension::name).collect(Collectors.toSet());
        Set<String> roles = schema.objects(Role.class).stream().map(Role::name).collect(Collectors.toSet());
        return ScratchLoad.load(source, scratch, extensions, roles, load -> {
            try (Connection connection = load.database().connect()) {
                load(connection, statements, compilation, load);
            }
        });
    }

    private static void load(
            Connection connection, List<DdlStatement> statements, Compilation compilation, ScratchLoad load)
            throws SQLException {
        List<Diagnostic> refused = SchemaLoader.tryLoad(connection, statements);
        while (!refused.isEmpty()) {
            Optional<String> role = refused.stream()
                    .flatMap(diagnostic -> load.missingRoleIn(diagnostic.message()).stream())
                    .findFirst();
            if (role.isEmpty()) {
                throw new SchemaException(new DiagnosticPrinter(compilation.sources()).print(refused), refused);
            }
            load.createRole(connection, role.get());
            refused = SchemaLoader.tryLoad(connection, statements);
        }
    }
}
