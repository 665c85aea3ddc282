package io.pgorm.it.roundtrip;

import io.pgorm.migrations.source.PgormSource;
import io.pgorm.migrations.source.SchemaSource;
import io.pgorm.migrations.source.SqlFileSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every schema that goes the way round. */
final class RoundTripSources {

    private static final Path OWN = Path.of("src/test/resources/round-trip");
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Path PARSER_CASES = Path.of("../sdl-parser/src/test/resources/cases/valid");

    /**
     * Cases of the parser that speak of what not every server here has (a tablespace, a language, PostgreSQL 18), or use
     * words that only its own tests have.
     */
    private static final Set<String> FOR_SOME_SERVERS = Set.of(
            "valid/all-types",
            "valid/attribute-kinds",
            "valid/braces-in-bodies",
            "valid/field-storage",
            "valid/functions",
            "valid/generated-virtual",
            "valid/ranges",
            "valid/session",
            "valid/session-external",
            "valid/session-not-implied-by-text",
            "valid/table-storage",
            "valid/views-materialized");

    /**
     * A schema.
     *
     * @param name what reports call it
     */
    record Named(String name, SchemaSource source) {}

    private RoundTripSources() {}

    /** Whether it need not make a database; every other has to. */
    static boolean mayBeRefused(Named named) {
        return FOR_SOME_SERVERS.contains(named.name());
    }

    static List<Named> all() {
        List<Named> all = new ArrayList<>();
        SharedSchemas.files().forEach(file -> all.add(new Named(SharedSchemas.nameOf(file), new SqlFileSource(file))));
        list(OWN).forEach(file -> all.add(new Named("round-trip/" + file.getFileName(), new SqlFileSource(file))));
        list(PARSER_CASES).forEach(folder -> all.add(new Named("valid/" + folder.getFileName(), schema(folder))));
        list(CASES).stream()
                .filter(folder -> Files.exists(folder.resolve("expected.sql")))
                .filter(folder -> !folder.getFileName().toString().startsWith("refused-"))
                .forEach(folder -> all.add(new Named("cases/" + folder.getFileName(), schema(folder))));
        return all;
    }

    /** A case is one file, or a folder of them. */
    private static SchemaSource schema(Path folder) {
        return Stream.of(folder.resolve("schema.pgorm"), folder.resolve("schema"), folder)
                .filter(Files::exists)
                .findFirst()
                .map(PgormSource::new)
                .orElseThrow();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
