package io.pgorm.database.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.SchemaLoader;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.catalog.Catalog;
import io.pgorm.database.catalog.CatalogDifference;
import io.pgorm.database.catalog.CatalogOptions;
import io.pgorm.database.catalog.CatalogReader;
import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ddl.DdlScript;
import io.pgorm.ddl.DdlStatement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A database, read from its catalog and made again by DDL, is the same database. */
class CatalogToDdlTest extends OnServer {

    private static final CatalogOptions ALL = CatalogOptions.standard().withRoles(true);

    @AfterAll
    static void dropRoles() {
        server.dropRole("pgorm ddl app");
        server.dropRole("pgorm_ddl_readers");
    }

    @Test
    void everyKindOfObjectIsMadeAgainAsItWas() throws IOException, SQLException {
        try (ScratchDatabase one = server.create();
                Connection original = one.connect(Map.of("preferQueryMode", "simple"));
                Statement script = original.createStatement();
                Connection copy = connection) {
            script.execute(text("everything.sql"));
            Catalog before = CatalogReader.read(original, ALL);
            List<DdlStatement> statements = DdlGenerator.generate(before.schema(), List.of());
            assertThat(before.unmodelled()).isEmpty();
            assertThat(SchemaLoader.tryLoad(copy, statements))
                    .as(DdlScript.render(statements))
                    .isEmpty();
            assertThat(CatalogDifference.between(before, CatalogReader.read(copy, ALL)))
                    .as(DdlScript.render(statements))
                    .isEmpty();
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream in = CatalogToDdlTest.class.getResourceAsStream("/ddl/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
