package io.pgorm.it.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.jooq.ClientGenerator;
import io.pgorm.jooq.ClientOptions;
import io.pgorm.sdl.SourceFile;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Generates a client, compiles it with a scenario beside it, and runs that as a weak role. */
final class GeneratedClient {

    private GeneratedClient() {}

    static ClientGenerator.Result generate(List<SourceFile> schema, Path folder, ScratchOptions scratch)
            throws Exception {
        return ClientGenerator.generate(
                schema,
                new ClientOptions(
                        folder.resolve("src"), "scenario.db", Optional.of(folder.resolve("schema.sql")), scratch));
    }

    /** Compiles all sources of the folder, warnings of the language included, and fails with what javac says. */
    static Path compile(Path folder, List<Path> more) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("--release", "21", "-proc:none", "-d", classes.toString()));
        arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        more.forEach(file -> arguments.add(file.toString()));
        var messages = new java.io.ByteArrayOutputStream();
        int code = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(null, messages, messages, arguments.toArray(String[]::new));
        assertThat(code).as(messages.toString()).isZero();
        return classes;
    }

    /** Runs a scenario of the test resources from nothing: generate, compile, make the database, run. */
    static void run(String name, String className, Path folder, Set<String> extensions) throws Exception {
        Path resources = Path.of(Objects.requireNonNull(GeneratedClient.class.getResource("/scenarios/" + name))
                .toURI());
        run(resources.resolve("schema.pgorm"), resources.resolve(className + ".java"), className, folder, extensions);
    }

    /** As above, from a schema and a source anywhere; the class is in package {@code scenario}. */
    static void run(Path schema, Path source, String className, Path folder, Set<String> extensions) throws Exception {
        generate(SourceFile.read(schema), folder, ScratchOptions.standard().withPreferSpeed(true));
        Path classes = compile(folder, List.of(source));
        try (ScratchServer server =
                        ScratchServer.start(ScratchOptions.standard().withExtensions(extensions));
                ScratchDatabase database = server.create()) {
            execute(database, Files.readString(folder.resolve("schema.sql")));
            execute(database, """
                    DO $$ BEGIN
                      BEGIN
                        CREATE ROLE pgorm_it_app LOGIN PASSWORD 'app';
                      EXCEPTION WHEN duplicate_object THEN NULL;
                      END;
                      EXECUTE (
                        SELECT string_agg(format(
                            'GRANT USAGE ON SCHEMA %1$I TO pgorm_it_app;'
                            'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %1$I TO pgorm_it_app;'
                            'GRANT USAGE ON ALL SEQUENCES IN SCHEMA %1$I TO pgorm_it_app', nspname), ';')
                        FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema');
                    END $$;
                    """);
            run(
                    classes,
                    className,
                    ConnectionOptions.of(database.jdbcUrl(), "pgorm_it_app", "app"),
                    ConnectionOptions.of(database.jdbcUrl(), database.user(), database.password()));
        }
    }

    /** Runs a scenario that is compiled, in a database that is there. */
    static void run(Path classes, String className, ConnectionOptions application, ConnectionOptions owner)
            throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, GeneratedClient.class.getClassLoader())) {
            Scenario scenario = (Scenario)
                    loader.loadClass("scenario." + className).getConstructor().newInstance();
            scenario.run(application, owner);
        }
    }

    private static void execute(ScratchDatabase database, String sql) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
