package io.pgorm.jooq;

import io.pgorm.database.SchemaLoader;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.ViewColumns;
import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ddl.DdlScript;
import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.DiagnosticPrinter;
import io.pgorm.ir.diagnostic.SchemaException;
import io.pgorm.ir.spi.CustomTypeHandler;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.jooq.internal.OutputFolder;
import io.pgorm.jooq.internal.Sources;
import io.pgorm.sdl.Compilation;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From schema files to the sources of a client: compiles them, makes the schema in a scratch database, lets jOOQ read
 * that, and generates the client on top. What is generated is sorted and bears no date: the same inputs give the same
 * bytes. Inputs that have not changed since the last run cost a hash, and no database.
 *
 * <p>Stateless. Runs for different folders may go on at the same time.
 */
public final class ClientGenerator {

    private ClientGenerator() {}

    /**
     * What a run did.
     *
     * @param upToDate whether nothing had to be done; then the schema was not compiled either
     * @param diagnostics warnings and information about the schema
     * @param printed the diagnostics as text for people
     * @param server which server the scratch database was on; empty if there was none
     */
    public record Result(boolean upToDate, List<Diagnostic> diagnostics, String printed, String server) {}

    /**
     * Generates what is not up to date.
     *
     * @param files all files of the schema
     * @throws SchemaException if the schema is wrong, with all diagnostics; no file is touched
     * @throws io.pgorm.database.ScratchUnavailableException if no server can be had that has what the schema needs
     * @throws IOException if files cannot be written
     */
    public static Result generate(List<SourceFile> files, ClientOptions options) throws IOException {
        String inputs = inputs(files, options);
        OutputFolder output = new OutputFolder(options.output());
        if (output.isUpToDate(inputs) && options.ddl().map(Files::isRegularFile).orElse(true)) {
            return new Result(true, List.of(), "", "");
        }
        Compilation compilation = SchemaCompiler.withInstalledExtensions().compile(files);
        Schema schema = compilation.orThrow();
        List<DdlStatement> ddl = DdlGenerator.generate(schema);
        String server = generateFrom(schema, ddl, compilation, options, output, inputs);
        if (options.ddl().isPresent()) {
            write(options.ddl().get(), DdlScript.render(ddl));
        }
        return new Result(false, compilation.diagnostics(), compilation.print(), server);
    }

    private static String generateFrom(
            Schema schema,
            List<DdlStatement> ddl,
            Compilation compilation,
            ClientOptions options,
            OutputFolder output,
            String inputs)
            throws IOException {
        var needed = schema.extensions().stream().map(Extension::name).collect(Collectors.toUnmodifiableSet());
        try (ScratchServer server = ScratchServer.start(options.scratch().withExtensions(needed));
                ScratchDatabase database = server.create();
                Connection connection = database.connect()) {
            SchemaLoader.load(connection, ddl, compilation.sources());
            List<Diagnostic> views = ViewColumns.check(connection, schema);
            if (!views.isEmpty()) {
                throw new SchemaException(new DiagnosticPrinter(compilation.sources()).print(views), views);
            }
            output.replace(Sources.generate(schema, options.packageName(), connection), inputs);
            return server.describe();
        } catch (SQLException e) {
            throw new IOException("the scratch database failed: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("jOOQ could not read the scratch database: " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }

    /** A hash of all that the output depends on: the schema, the options, and the code that makes it. */
    private static String inputs(List<SourceFile> files, ClientOptions options) {
        List<String> parts = new ArrayList<>();
        parts.add("package " + options.packageName());
        Map<String, String> sorted = new TreeMap<>();
        files.forEach(file -> sorted.put(file.name(), file.text()));
        sorted.forEach((name, text) -> parts.add(name + "\0" + text));
        Stream.concat(
                        Stream.of(ClientGenerator.class, SchemaCompiler.class, DdlGenerator.class, Schema.class),
                        Stream.concat(
                                        ServiceLoader.load(SchemaExtension.class).stream(),
                                        ServiceLoader.load(CustomTypeHandler.class).stream())
                                .map(ServiceLoader.Provider::type)
                                .sorted(java.util.Comparator.comparing(Class::getName)))
                .map(ClientGenerator::codeOf)
                .forEach(parts::add);
        return OutputFolder.hash(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
    }

    /** A class, and the size and time of the jar it is in, so that a new build of it counts as a new input. */
    private static String codeOf(Class<?> type) {
        String code = type.getName();
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return code;
        }
        try {
            Path path = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(path)
                    ? code + " " + Files.size(path) + " " + Files.getLastModifiedTime(path)
                    : code + " " + path;
        } catch (java.net.URISyntaxException | IOException | java.nio.file.FileSystemNotFoundException e) {
            return code;
        }
    }
}
