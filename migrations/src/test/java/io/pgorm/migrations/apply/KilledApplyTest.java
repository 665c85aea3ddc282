package io.pgorm.migrations.apply;

import static io.pgorm.migrations.apply.Databases.ask;
import static io.pgorm.migrations.apply.Databases.run;
import static io.pgorm.migrations.apply.Databases.source;
import static io.pgorm.migrations.apply.Databases.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.migrations.Migrations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any boundary of a plan, apply goes on from there: no step twice, no row of the history lost. */
class KilledApplyTest {

    /** Two files: one of a single transaction; one of twelve steps, of which eight are outside of any transaction. */
    private static final String FIRST = """
            DO $$ BEGIN
              CREATE TABLE log (step text NOT NULL);
              CREATE TABLE cats (id integer PRIMARY KEY, name text, born integer);
              INSERT INTO cats SELECT n, 'cat ' || n, n % 20 FROM generate_series(1, 500) n;
              CREATE TABLE parts (id integer) PARTITION BY RANGE (id);
              CREATE TABLE part_1 PARTITION OF parts FOR VALUES FROM (0) TO (10);
              CREATE TABLE part_2 PARTITION OF parts FOR VALUES FROM (10) TO (20);
            END $$;
            CREATE INDEX old_1 ON cats (born);
            INSERT INTO log VALUES ('first');
            """;

    private static final String SECOND = """
            -- pgorm:hazards none
            SET application_name = 'twelve steps';

            BEGIN;
            CREATE TYPE mood AS ENUM ('sad');
            INSERT INTO log VALUES ('type');
            COMMIT;

            CREATE INDEX CONCURRENTLY cats_name ON cats (name);

            BEGIN;
            ALTER TYPE mood ADD VALUE 'glad';
            INSERT INTO log VALUES ('value');
            COMMIT;

            CREATE UNIQUE INDEX CONCURRENTLY cats_both ON cats (id, name);

            BEGIN;
            ALTER TABLE cats ADD COLUMN mood mood NOT NULL DEFAULT 'glad';
            INSERT INTO log VALUES ('column');
            COMMIT;

            DROP INDEX CONCURRENTLY old_1;

            ALTER TABLE parts DETACH PARTITION part_1 CONCURRENTLY;

            BEGIN;
            ALTER TABLE cats ADD CONSTRAINT born_positive CHECK (born >= 0) NOT VALID;
            INSERT INTO log VALUES ('check');
            COMMIT;

            ALTER TABLE cats VALIDATE CONSTRAINT born_positive;

            INSERT INTO log VALUES ('alone');

            REINDEX INDEX CONCURRENTLY cats_name;

            -- backfill cats.born: lock ROW_EXCLUSIVE
            DO $$ BEGIN
              FOR i IN 0..4 LOOP
                UPDATE cats SET born = 100 WHERE id IN (SELECT id FROM cats WHERE born <> 100 LIMIT 100);
                COMMIT;
              END LOOP;
            END $$;

            BEGIN;
            ALTER TABLE cats ALTER COLUMN born SET NOT NULL;
            INSERT INTO log VALUES ('last');
            COMMIT;
            """;

    private static final String BACK = """
            -- pgorm:hazards DELETES_DATA
            BEGIN;
            INSERT INTO log VALUES ('back');
            ALTER TABLE cats DROP COLUMN mood, DROP CONSTRAINT born_positive;
            ALTER TABLE cats ALTER COLUMN born DROP NOT NULL;
            COMMIT;

            DROP INDEX CONCURRENTLY cats_name;

            CREATE INDEX CONCURRENTLY old_1 ON cats (born);

            BEGIN;
            INSERT INTO log VALUES ('back again');
            ALTER TABLE parts ATTACH PARTITION part_1 FOR VALUES FROM (0) TO (10);
            DROP INDEX cats_both;
            DROP TYPE mood;
            COMMIT;
            """;

    private static final List<String> CATALOG = List.of(
            "SELECT indexrelid::regclass || ' ' || indisvalid FROM pg_index i JOIN pg_class c ON c.oid = indrelid"
                    + " WHERE c.relnamespace = 'public'::regnamespace AND c.relname IN ('cats', 'parts', 'part_1') ORDER BY 1",
            "SELECT attname || ' ' || attnotnull FROM pg_attribute WHERE attrelid = 'cats'::regclass AND attnum > 0"
                    + " AND NOT attisdropped ORDER BY 1",
            "SELECT conname || ' ' || convalidated FROM pg_constraint WHERE conrelid = 'cats'::regclass ORDER BY 1",
            "SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'parts'::regclass ORDER BY 1",
            "SELECT enumlabel FROM pg_enum ORDER BY enumsortorder",
            "SELECT count(*) FROM cats WHERE born = 100",
            "SELECT step || ' ' || count(*) FROM log GROUP BY step ORDER BY 1",
            "SELECT concat_ws(' ', installed_rank, version, script, checksum, success) FROM flyway_schema_history"
                    + " ORDER BY 1");

    @TempDir
    private Path folder;

    private void files() throws IOException {
        write(folder, "V1__first.sql", FIRST);
        write(folder, "V2__second.sql", SECOND);
        write(folder, "V2__second.sql.conf", "executeInTransaction=false\n");
        write(folder, "U2__second.sql", BACK);
        write(folder, "U2__second.sql.conf", "executeInTransaction=false\n");
    }

    private static List<List<String>> catalog(ScratchDatabase database) throws Exception {
        List<List<String>> all = new ArrayList<>();
        for (String query : CATALOG) {
            all.add(ask(database, query));
        }
        return all;
    }

    private Process start(ScratchDatabase database, String verb, int boundary) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApplyVictim.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        folder.toString(),
                        verb,
                        Integer.toString(boundary))
                .redirectErrorStream(true)
                .start();
    }

    /** Kills one at a boundary, and lets it be done again by this JVM; gives false where the boundary does not exist. */
    private boolean killAndGoOn(ScratchDatabase database, String verb, int boundary, List<List<String>> target)
            throws Exception {
        Process victim = start(database, verb, boundary);
        String printed = new String(victim.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = victim.waitFor();
        if (exit != ApplyVictim.DEAD) {
            assertThat(exit).as(printed).isZero();
            return false;
        }
        Migrations migrations = Migrations.of(source(database), folder);
        if (verb.equals("apply")) {
            migrations.apply();
            assertThat(migrations.apply().isEmpty()).isTrue();
        } else if (ask(database, "SELECT 1 FROM flyway_schema_history WHERE version = '2'")
                .isEmpty()) {
            // the file was done, only its end was not told
            assertThat(migrations.status().rollbacks()).hasSize(1);
        } else {
            migrations.rollback();
        }
        assertThat(catalog(database))
                .as("%s killed at %d:%n%s", verb, boundary, printed)
                .isEqualTo(target);
        assertThat(ask(database, "SELECT script || step FROM pgorm_journal")).isEmpty();
        return true;
    }

    private int everyBoundary(ScratchDatabase template, String verb, List<List<String>> target) throws Exception {
        int killed = 0;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int boundary = 1; ; boundary += 6) {
                List<Future<Boolean>> runs = new ArrayList<>();
                for (int i = boundary; i < boundary + 6; i++) {
                    int at = i;
                    Callable<Boolean> run = () -> {
                        try (ScratchDatabase database = Databases.server().create(template)) {
                            return killAndGoOn(database, verb, at, target);
                        }
                    };
                    runs.add(two.submit(run));
                }
                boolean over = false;
                for (Future<Boolean> run : runs) {
                    if (run.get()) {
                        killed++;
                    } else {
                        over = true;
                    }
                }
                if (over) {
                    return killed;
                }
            }
        }
    }

    @Test
    void killedAtEachBoundaryItReachesTheTargetWithNoStepTwice() throws Exception {
        files();
        try (ScratchDatabase empty = Databases.server().create();
                ScratchDatabase whole = Databases.server().create()) {
            Migrations.of(source(whole), folder).apply();
            List<List<String>> target = catalog(whole);
            assertThat(target.get(6)).allMatch(step -> step.endsWith(" 1")).hasSize(7);
            assertThat(everyBoundary(empty, "apply", target)).isGreaterThanOrEqualTo(5 + 34);
        }
    }

    @Test
    void killedOnTheWayBackItGetsThere() throws Exception {
        files();
        try (ScratchDatabase whole = Databases.server().create();
                ScratchDatabase back = Databases.server().create()) {
            Migrations.of(source(whole), folder).apply();
            Migrations.of(source(back), folder).apply();
            Migrations.of(source(back), folder).rollback();
            List<List<String>> target = catalog(back);
            assertThat(everyBoundary(whole, "rollback", target)).isGreaterThanOrEqualTo(14);
        }
    }

    @Test
    void killedFromOutsideWhileAnIndexIsBuiltTheLeftoverIsFoundAndBuiltAnew() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);\nINSERT INTO cats VALUES (1);\n");
        write(folder, "V2__index.sql", "CREATE INDEX CONCURRENTLY cats_id ON cats (id);\n");
        write(folder, "V2__index.sql.conf", "executeInTransaction=false\n");
        try (ScratchDatabase database = Databases.server().create();
                var holder = database.connect();
                var statement = holder.createStatement()) {
            run(database, "CREATE TABLE held (id integer)");
            Migrations.of(source(database), folder).baseline("0");
            holder.setAutoCommit(false);
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("SELECT * FROM held");
            Process victim = start(database, "apply", 0);
            try {
                waitUntil(database, "SELECT 1 FROM pg_index WHERE NOT indisvalid");
            } finally {
                victim.destroyForcibly().waitFor();
            }
            // the index waits for the transaction that is open; it ends now, and the server notices that its client is
            // gone
            holder.rollback();
            List<MigrationEvent> events = new ArrayList<>();
            Migrations.of(source(database), folder)
                    .with((MigrationListener) events::add)
                    .apply();
            assertThat(ask(
                            database,
                            "SELECT indexrelid::regclass || ' ' || indisvalid FROM pg_index WHERE indrelid ="
                                    + " 'cats'::regclass"))
                    .containsExactly("cats_id true");
            assertThat(events).hasAtLeastOneElementOfType(MigrationEvent.Settled.class);
            assertThat(ask(database, "SELECT success FROM flyway_schema_history WHERE version = '2'"))
                    .containsExactly("t");
        }
    }

    private static void waitUntil(ScratchDatabase database, String query) throws Exception {
        for (int i = 0; i < 300; i++) {
            if (!ask(database, query).isEmpty()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not within 30 s: " + query);
    }
}
