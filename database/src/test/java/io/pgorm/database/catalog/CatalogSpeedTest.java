package io.pgorm.database.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("alone")
class CatalogSpeedTest {

    private static final int TABLES = 1000;

    /** What is promised. Other work on the machine can only make a reading slower, so the fastest of three is held to it. */
    private static final Duration PROMISED = Duration.ofSeconds(2);

    /** No reading takes as long as this, whatever else the machine does. */
    private static final Duration BOUND = Duration.ofSeconds(10);

    @Test
    void aThousandTablesAreReadInSeconds() throws SQLException {
        try (ScratchServer server =
                        ScratchServer.start(ScratchOptions.standard().withProvider(ScratchProvider.EMBEDDED));
                var database = server.create()) {
            CatalogCases.run(database, """
                    DO $$
                    BEGIN
                      FOR i IN 1..%d LOOP
                        EXECUTE format('CREATE TABLE t%%s (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            parent bigint, name text NOT NULL DEFAULT ''x'', status varchar(10) CHECK (status IN (''a'', ''b'')),
                            created_at timestamptz DEFAULT now(), data jsonb)', i);
                        EXECUTE format('CREATE INDEX ON t%%s (name)', i);
                        EXECUTE format('CREATE INDEX ON t%%s (lower(name) DESC) WHERE status = ''a''', i);
                        EXECUTE format('CREATE INDEX ON t%%s USING gin (data)', i);
                        IF i > 1 THEN
                          EXECUTE format('ALTER TABLE t%%s ADD FOREIGN KEY (parent) REFERENCES t%%s', i, i - 1);
                        END IF;
                      END LOOP;
                    END $$""".formatted(TABLES));
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                Catalog catalog = CatalogCases.read(database);
                millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
                assertThat(catalog.schema().tables()).hasSize(TABLES);
                assertThat(catalog.schema().tables())
                        .allMatch(table -> table.indexes().size() == 3);
            }
            System.out.println("The catalog of " + TABLES + " tables with " + 3 * TABLES + " indexes was read in "
                    + millis + " ms");
            assertThat(Collections.min(millis)).isLessThan(PROMISED.toMillis());
            assertThat(millis).allMatch(each -> each < BOUND.toMillis());
        }
    }
}
