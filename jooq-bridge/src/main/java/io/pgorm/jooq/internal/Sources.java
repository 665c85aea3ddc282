package io.pgorm.jooq.internal;

import io.pgorm.ir.Model;
import io.pgorm.ir.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All sources of a client, as texts by path: what jOOQ generates, and what we put on top. */
public final class Sources {

    private Sources() {}

    /**
     * @param connection to a database that holds the schema
     * @throws Exception what jOOQ's generator throws
     */
    public static Map<String, String> generate(Schema schema, String packageName, Connection connection)
            throws Exception {
        Schema seen = schema.forClient();
        GenerationRun run = new GenerationRun(seen, new JavaNames(seen, packageName));
        Path folder = Files.createTempDirectory("pgorm-sources");
        try {
            JooqRun.generate(run, connection, folder);
            Map<String, String> texts = new TreeMap<>(OutputFolder.read(folder));
            new FeatureFields(run).putInto(texts);
            String path = packageName.replace('.', '/') + "/";
            for (Model model : seen.models()) {
                new ModelSources(run, model).all().forEach((name, text) -> texts.put(path + name + ".java", text));
            }
            CompositeSources.all(run).forEach((name, text) -> texts.put(path + name + ".java", text));
            texts.put(path + "Tables.java", TablesSource.text(run));
            new DbSources(run).all().forEach((name, text) -> texts.put(path + name + ".java", text));
            return texts;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
