package io.pgorm.it.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pgorm.database.ScratchOptions;
import io.pgorm.migrations.source.LoadedSource;
import io.pgorm.migrations.source.SchemaSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LoadSharedSchemasTest {

    @TestFactory
    Stream<DynamicTest> everySchemaOfOthersLoads() {
        assumeTrue(SharedSchemas.areThere(), "there is no folder " + SharedSchemas.folder());
        assertThat(SharedSchemas.files()).hasSizeGreaterThan(50);
        return SharedSchemas.files().stream()
                .map(file -> DynamicTest.dynamicTest(SharedSchemas.nameOf(file), () -> load(file)));
    }

    private static void load(Path file) throws Exception {
        try (LoadedSource loaded = SchemaSource.of(file).load(ScratchOptions.fast());
                Connection connection = loaded.connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace")) {
            assertThat(rows.next()).isTrue();
        }
    }
}
