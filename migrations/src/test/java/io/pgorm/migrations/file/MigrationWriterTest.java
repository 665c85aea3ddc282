package io.pgorm.migrations.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationWriterTest {

    private static final MigrationVersion VERSION = new MigrationVersion("20261120093000");
    private static final String UP = "V20261120093000__add_posts.sql";
    private static final String DOWN = "U20261120093000__add_posts.sql";

    private static final String FUNCTION = """
            CREATE FUNCTION "f"() RETURNS text
                LANGUAGE plpgsql
            AS $$
            BEGIN; -- a body may say BEGIN and COMMIT
              COMMIT;
              RETURN $q$ ${name}; $q$;
            END
            $$""";

    @TempDir
    Path folder;

    private static PlannedStatement statement(String sql, Execution execution, Hazard... hazards) {
        return new PlannedStatement(sql, "table posts", Lock.ACCESS_EXCLUSIVE, Set.of(hazards), execution);
    }

    private static MigrationWriter writer(Hazard... allowed) {
        return new MigrationWriter(VERSION, "add_posts", Set.of(allowed), List.of("made of\n schema.pgorm"));
    }

    /** What was planned and what was read, in the same words. */
    private static List<String> planned(Plan plan) {
        List<String> lines = new ArrayList<>();
        for (Plan.Group group : plan.groups()) {
            lines.add(group.transaction() ? "transaction" : "alone");
            group.statements()
                    .forEach(statement -> lines.add(StatementNote.of(statement).line() + "\n"
                            + statement.sql().strip()));
        }
        return lines;
    }

    private static List<String> read(MigrationFile file) {
        List<String> lines = new ArrayList<>();
        for (MigrationGroup group : file.groups()) {
            lines.add(group.transaction() ? "transaction" : "alone");
            group.statements()
                    .forEach(statement -> lines.add(
                            statement.note().map(StatementNote::line).orElse("no note") + "\n" + statement.sql()));
        }
        return lines;
    }

    private Migration saved(Plan up, Plan down, Hazard... allowed) throws IOException {
        writer(allowed).write(up, down).save(folder);
        MigrationFolder read = MigrationFolder.read(folder);
        assertThat(read.problems()).isEmpty();
        assertThat(read.migrations()).hasSize(1);
        return read.migrations().getFirst();
    }

    @Test
    void whatIsWrittenIsReadBackInTheSameGroups() throws IOException {
        Plan up = new Plan(List.of(
                statement("CREATE TABLE \"posts\" (\"a;b\" text) -- no end;", Execution.TRANSACTIONAL),
                statement(FUNCTION, Execution.TRANSACTIONAL),
                statement(
                        "CREATE INDEX CONCURRENTLY \"i\" ON \"posts\" (\"a;b\")", Execution.ALONE, Hazard.INDEX_BUILD),
                statement("ALTER TYPE \"t\" ADD VALUE ';'", Execution.ALONE),
                statement("SELECT 1", Execution.TRANSACTIONAL),
                statement("/* first */ SELECT 2 /* ; */", Execution.NEW_TRANSACTION)));
        Plan down = new Plan(List.of(
                statement("DROP FUNCTION \"f\"()", Execution.TRANSACTIONAL),
                statement("DROP TABLE \"posts\"", Execution.TRANSACTIONAL, Hazard.DELETES_DATA)));

        Migration migration = saved(up, down);

        List<String> expected = new ArrayList<>(planned(up));
        // a comment before a statement is none of it
        expected.replaceAll(line -> line.replace("/* first */ ", ""));
        assertThat(read(migration.up())).isEqualTo(expected);
        assertThat(read(migration.down().orElseThrow())).isEqualTo(planned(down));
        assertThat(folder.resolve(UP + ".conf")).hasContent("executeInTransaction=false\nplaceholderReplacement=false");
        assertThat(folder.resolve(DOWN + ".conf")).doesNotExist();
    }

    @Test
    void onePlainTransactionIsWrittenAsPlainStatements() throws IOException {
        Plan up = new Plan(List.of(
                statement("DROP TABLE \"a\"", Execution.TRANSACTIONAL, Hazard.DELETES_DATA, Hazard.IRREVERSIBLE),
                new PlannedStatement(
                        "CREATE TABLE \"b\" ()", "table b", Lock.NONE, Set.of(), Execution.TRANSACTIONAL)));
        saved(up, new Plan(List.of(statement("SELECT 1", Execution.TRANSACTIONAL))), Hazard.DELETES_DATA);

        assertThat(folder.resolve(UP)).hasContent("""
                -- add posts
                -- made of schema.pgorm
                -- pgorm:hazards DELETES_DATA, IRREVERSIBLE
                -- pgorm:allow DELETES_DATA

                -- table posts: lock ACCESS_EXCLUSIVE, hazards DELETES_DATA, IRREVERSIBLE
                DROP TABLE "a";

                -- table b: no lock
                CREATE TABLE "b" ();
                """);
        MigrationFile read = MigrationFile.read(folder.resolve(UP));
        assertThat(read.hazards()).containsExactly(Hazard.DELETES_DATA, Hazard.IRREVERSIBLE);
        assertThat(read.head().unaccepted()).containsExactly(Hazard.IRREVERSIBLE);
        assertThat(read.objects()).containsExactly("table b", "table posts");
    }

    @Test
    void aHazardThatSomebodyTakesOutOfTheHeadIsStillKnown() throws IOException {
        saved(
                new Plan(List.of(statement("DROP TABLE \"a\"", Execution.TRANSACTIONAL, Hazard.DELETES_DATA))),
                new Plan(List.of()));
        Path up = folder.resolve(UP);
        Files.writeString(
                up, Files.readString(up).replace("-- pgorm:hazards DELETES_DATA\n", "-- pgorm:hazards none\n"));
        assertThat(MigrationFile.read(up).hazards()).containsExactly(Hazard.DELETES_DATA);
    }

    @Test
    void theReasonWhyThereIsNoWayBackIsOneLine() throws IOException {
        writer().write(new Plan(List.of(statement("SELECT 1", Execution.TRANSACTIONAL))), "it\nis gone")
                .save(folder);
        MigrationFile down = MigrationFile.read(folder.resolve(DOWN));
        assertThat(down.head().irreversible()).isEqualTo(Optional.of("it is gone"));
        assertThat(down.groups()).isEmpty();
    }

    @Test
    void noFileIsWrittenOverAndNothingIsLeftOfTheOthers() throws IOException {
        Files.writeString(folder.resolve(UP), "mine");
        WrittenMigration written =
                writer().write(new Plan(List.of(statement("SELECT 1", Execution.ALONE))), new Plan(List.of()));
        assertThatThrownBy(() -> written.save(folder)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve(UP)).hasContent("mine");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve(UP));
        }
    }

    @Test
    void aVersionIsAfterTheNewestEvenIfThatIsOfTomorrow() {
        Instant now = Instant.parse("2026-11-20T09:30:00.5Z");
        assertThat(MigrationVersion.next(Optional.empty(), now)).isEqualTo(VERSION);
        assertThat(MigrationVersion.next(Optional.of(new MigrationVersion("7.1")), now))
                .isEqualTo(VERSION);
        assertThat(MigrationVersion.next(Optional.of(VERSION), now).text()).isEqualTo("20261120093001");
        assertThat(MigrationVersion.next(Optional.of(new MigrationVersion("20261231235959")), now)
                        .text())
                .isEqualTo("20270101000000");
        assertThat(MigrationVersion.next(Optional.of(new MigrationVersion("99999999999999_3")), now)
                        .text())
                .isEqualTo("100000000000000");
    }

    @Test
    void versionsAreComparedNumberByNumber() {
        assertThat(new MigrationVersion("1_10")).isGreaterThan(new MigrationVersion("1.9"));
        assertThat(new MigrationVersion("1"))
                .isEqualTo(new MigrationVersion("01.0"))
                .hasSameHashCodeAs(new MigrationVersion("01.0"));
        assertThatThrownBy(() -> new MigrationVersion("1a")).isInstanceOf(IllegalArgumentException.class);
    }
}
