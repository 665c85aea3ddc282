package io.pgorm.migrations.apply;

import static io.pgorm.migrations.apply.Databases.ask;
import static io.pgorm.migrations.apply.Databases.run;
import static io.pgorm.migrations.apply.Databases.source;
import static io.pgorm.migrations.apply.Databases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.migrations.Migrations;
import io.pgorm.migrations.apply.MigrationException.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is in the way: it is waited for as long as was said, named, and never hung on. */
@Timeout(60)
class LocksTest {

    private static final ApplyOptions QUICK = ApplyOptions.standard()
            .withLockTimeout(Duration.ofMillis(400))
            .withRetries(2)
            .withWaitForOther(Duration.ofMillis(600));

    @TempDir
    private Path folder;

    private final ScratchDatabase database = Databases.server().create();

    private final List<MigrationEvent> events = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void drop() {
        database.close();
    }

    private Migrations migrations(ApplyOptions options) {
        return Migrations.of(source(database), folder).with(options).with((MigrationListener) events::add);
    }

    /** A session that calls itself {@code shop} and holds a lock on the table until it is told to let go. */
    private Connection holding(String sql) throws Exception {
        Connection holder = database.connect(java.util.Map.of("ApplicationName", "shop"));
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
        return holder;
    }

    @Test
    void aStepThatDoesNotGetItsLockIsTriedAgainAndThenGivenUpWithTheOneThatHoldsIt() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);");
        migrations(QUICK).apply();
        write(folder, "V2__name.sql", "INSERT INTO cats VALUES (1);\nALTER TABLE cats ADD COLUMN name text;");
        try (Connection holder = holding("SELECT 'a secret' FROM cats")) {
            assertThatThrownBy(() -> migrations(QUICK).apply())
                    .isInstanceOfSatisfying(
                            MigrationException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LOCKED))
                    .hasMessageContaining("V2__name.sql:2: no lock within 400 ms, tried 3 times")
                    .hasMessageContaining("application \"shop\"")
                    .hasMessageContaining("idle in transaction")
                    .hasMessageContaining("nothing of V2__name.sql was done")
                    .hasMessageNotContaining("secret");
            assertThat(events)
                    .filteredOn(MigrationEvent.Retrying.class::isInstance)
                    .hasSize(2);
            assertThat(events).hasAtLeastOneElementOfType(MigrationEvent.Blocked.class);
        }
        assertThat(migrations(QUICK).apply().files()).hasSize(1);
        assertThat(ask(database, "SELECT count(*) FROM cats")).containsExactly("1");
    }

    @Test
    void aLockThatIsLetGoInTimeIsGotByTryingAgain() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);");
        migrations(QUICK).apply();
        write(folder, "V2__name.sql", "ALTER TABLE cats ADD COLUMN name text;");
        try (Connection holder = holding("LOCK TABLE cats IN ACCESS SHARE MODE")) {
            MigrationListener letsGo = event -> {
                events.add(event);
                if (event instanceof MigrationEvent.Retrying) {
                    release(holder);
                }
            };
            assertThat(migrations(QUICK).with(letsGo).apply().files()).hasSize(1);
        }
        assertThat(events).filteredOn(MigrationEvent.Retrying.class::isInstance).hasSize(1);
    }

    private static void release(Connection holder) {
        try {
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anIndexWhoseBuildIsGivenUpIsBuiltByTheNextRunAndTheStepsBeforeItStay() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);");
        migrations(QUICK).apply();
        write(folder, "V2__index.sql", """
                BEGIN;
                INSERT INTO cats VALUES (1);
                COMMIT;
                CREATE INDEX CONCURRENTLY cats_id ON cats (id);
                """);
        write(folder, "V2__index.sql.conf", "executeInTransaction=false");
        ApplyOptions options = QUICK.withLockTimeout(Duration.ofMillis(20)).withRetries(1);
        try (Connection holder = holding("LOCK TABLE cats IN ROW EXCLUSIVE MODE")) {
            assertThatThrownBy(() -> migrations(options).apply())
                    .hasMessageContaining("step 2 of 2")
                    .hasMessageContaining("application \"shop\"")
                    .hasMessageContaining("done up to step 1 of 2");
            // who keeps it from being built keeps it from being dropped too
            assertThat(ask(database, "SELECT 1 FROM pg_index WHERE indrelid = 'cats'::regclass AND indisvalid"))
                    .isEmpty();
            assertThat(migrations(QUICK).status().entries().getLast())
                    .extracting(MigrationStatus.Entry::state, MigrationStatus.Entry::detail)
                    .containsExactly(
                            MigrationStatus.State.INTERRUPTED,
                            "1 of 2 steps are done, step 2 failed; apply goes on from there");
        }
        migrations(QUICK).apply();
        assertThat(ask(database, "SELECT count(*) FROM cats")).containsExactly("1");
        assertThat(ask(database, "SELECT indisvalid FROM pg_index WHERE indrelid = 'cats'::regclass"))
                .containsExactly("t");
    }

    @Test
    void anInvalidIndexThatSomebodyLeftIsDroppedAndBuiltAnew() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);\nINSERT INTO cats VALUES (1), (1);");
        migrations(QUICK).apply();
        assertThatThrownBy(() -> run(database, "CREATE UNIQUE INDEX CONCURRENTLY cats_id ON cats (id)"))
                .hasMessageContaining("could not create unique index");
        write(folder, "V2__index.sql", "CREATE INDEX CONCURRENTLY IF NOT EXISTS cats_id ON cats (id);");
        migrations(QUICK).apply();
        assertThat(ask(
                        database,
                        "SELECT indisvalid FROM pg_index WHERE indrelid = 'cats'::regclass AND NOT indisunique"))
                .containsExactly("t");
    }

    @Test
    void whoComesSecondIsToldByWhomAndGivesUpInTime() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);");
        migrations(QUICK).apply();
        write(folder, "V2__dogs.sql", "ALTER TABLE cats ADD COLUMN name text;");
        try (Connection holder = holding("LOCK TABLE cats")) {
            CompletableFuture<Void> first = CompletableFuture.runAsync(
                    () -> migrations(QUICK.withRetries(100)).apply());
            while (events.stream().noneMatch(MigrationEvent.Blocked.class::isInstance)) {
                Thread.sleep(20);
            }
            assertThatThrownBy(() -> migrations(QUICK).apply())
                    .isInstanceOfSatisfying(
                            MigrationException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY))
                    .hasMessageContaining("application \"pgorm migrations\"")
                    .hasMessageContaining("600 ms");
            CompletableFuture<Applied> patient = CompletableFuture.supplyAsync(() ->
                    migrations(QUICK.withWaitForOther(Duration.ofSeconds(30))).apply());
            Thread.sleep(200);
            holder.rollback();
            first.join();
            assertThat(patient.join().isEmpty()).isTrue();
        }
        assertThat(events).hasAtLeastOneElementOfType(MigrationEvent.WaitingForOther.class);
    }

    @Test
    void plainFlywayIsKeptOutByTheSameLock() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);");
        migrations(QUICK).apply();
        write(folder, "V2__name.sql", "ALTER TABLE cats ADD COLUMN name text;");
        try (Connection holder = holding("LOCK TABLE cats")) {
            CompletableFuture<Void> first = CompletableFuture.runAsync(
                    () -> migrations(QUICK.withRetries(100)).apply());
            while (events.stream().noneMatch(MigrationEvent.Blocked.class::isInstance)) {
                Thread.sleep(20);
            }
            Flyway plain = Flyway.configure(getClass().getClassLoader())
                    .dataSource(source(database))
                    .locations("filesystem:" + folder)
                    .lockRetryCount(0)
                    .load();
            assertThatThrownBy(plain::migrate).hasMessageContaining("lock");
            holder.rollback();
            first.join();
            assertThat(plain.migrate().migrationsExecuted).isZero();
        }
    }

    @Test
    void twoProcessesThatStartAtOnceBothEndWell() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);");
        write(folder, "V2__rows.sql", "INSERT INTO cats VALUES (1);\nSELECT pg_sleep(0.5);");
        write(folder, "V3__index.sql", "CREATE INDEX CONCURRENTLY cats_id ON cats (id);");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ApplyVictim.class.getName(),
                            database.jdbcUrl(),
                            database.user(),
                            database.password(),
                            folder.toString(),
                            "apply",
                            "0")
                    .redirectErrorStream(true)
                    .start());
        }
        List<String> printed = new ArrayList<>();
        for (Process process : processes) {
            printed.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(process.waitFor()).as("%s", printed).isZero();
        }
        assertThat(printed)
                .as("%s", printed)
                .anyMatch(text -> text.contains("applied 3"))
                .anyMatch(text -> text.contains("applied 0"));
        assertThat(ask(database, "SELECT count(*) FROM cats")).containsExactly("1");
        assertThat(ask(database, "SELECT count(*) FROM flyway_schema_history")).containsExactly("3");
    }
}
