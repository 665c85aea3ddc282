package io.pgorm.migrations.apply;

import static io.pgorm.migrations.apply.Databases.source;
import static io.pgorm.migrations.apply.Databases.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.migrations.Migrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits for a long statement sees how far it is. */
class ProgressTest {

    @Test
    void theBuildOfAnIndexTellsWhatIsDone(@TempDir Path folder) throws Exception {
        // each row takes a while, so that the build is long without being large
        write(folder, "V1__cats.sql", """
                CREATE TABLE cats (id integer);
                INSERT INTO cats SELECT generate_series(1, 1000);
                CREATE FUNCTION slow(integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS
                'BEGIN PERFORM pg_sleep(0.003); RETURN $1; END';
                """);
        write(folder, "V2__index.sql", "CREATE INDEX CONCURRENTLY i ON cats (slow(id));");
        List<MigrationEvent> events = Collections.synchronizedList(new ArrayList<>());
        try (ScratchDatabase database = Databases.server().create()) {
            Migrations.of(source(database), folder)
                    .with((MigrationListener) events::add)
                    .apply();
        }
        assertThat(events)
                .filteredOn(MigrationEvent.Progress.class::isInstance)
                .isNotEmpty()
                .extracting(MigrationEvent::describe)
                .anyMatch(line -> line.matches("V2__index.sql:1: building index.*\\d+ of \\d+ blocks \\(\\d+ %\\)"));
    }

    @Test
    void aBackfillTellsHowManyPagesItHasFilled(@TempDir Path folder) throws Exception {
        write(folder, "V1__fill.sql", """
                DO $$ BEGIN
                  FOR page IN 1..20 LOOP
                    PERFORM pg_sleep(0.1);
                    COMMIT;
                    RAISE NOTICE '% of % pages', page, 20;
                  END LOOP;
                END $$;
                """);
        List<MigrationEvent> events = Collections.synchronizedList(new ArrayList<>());
        try (ScratchDatabase database = Databases.server().create()) {
            Migrations.of(source(database), folder)
                    .with((MigrationListener) events::add)
                    .apply();
        }
        assertThat(events)
                .extracting(MigrationEvent::describe)
                .anyMatch(line -> line.matches("V1__fill.sql:1: filling, \\d+ of 20 pages \\(\\d+ %\\)"));
    }
}
