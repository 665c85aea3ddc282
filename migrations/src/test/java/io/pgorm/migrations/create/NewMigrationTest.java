package io.pgorm.migrations.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.file.Migration;
import io.pgorm.migrations.file.MigrationFolder;
import io.pgorm.migrations.file.MigrationVersion;
import io.pgorm.migrations.prove.Proof;
import io.pgorm.migrations.prove.Violation;
import io.pgorm.migrations.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewMigrationTest {

    private static final String FIRST = """
            model User {
              id    BigInt  @id @default(autoincrement())
              email String  @unique
              name  String
            }
            """;
    private static final String SECOND = """
            model User {
              id    BigInt  @id @default(autoincrement())
              email String  @unique
              name  String?
              posts Post[]
              @@index([name])
            }
            model Post {
              id       BigInt @id @default(autoincrement())
              title    String
              author   User   @relation(fields: [authorId], references: [id])
              authorId BigInt
            }
            """;

    private static ScratchServer held;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        held = ScratchServer.start(ScratchOptions.fast());
    }

    @AfterAll
    static void stop() {
        held.close();
    }

    private Path migrations() {
        return folder.resolve("migrations");
    }

    private SchemaSource schema(String text) throws IOException {
        return SchemaSource.of(Files.writeString(folder.resolve("schema.pgorm"), text));
    }

    private NewMigrationResult make(String name, String schema, Hazard... allowed) throws IOException, SQLException {
        return NewMigration.make(
                schema(schema), NewMigrationOptions.of(migrations(), name).withAllowed(Set.of(allowed)));
    }

    private NewMigrationResult.Proven saved(String name, String schema, Hazard... allowed)
            throws IOException, SQLException {
        NewMigrationResult result = make(name, schema, allowed);
        assertThat(result).isInstanceOf(NewMigrationResult.Proven.class);
        NewMigrationResult.Proven proven = (NewMigrationResult.Proven) result;
        proven.migration().save(migrations());
        return proven;
    }

    @Test
    void twoVersionsOfASchemaBecomeTwoMigrationsAndThenThereIsNothingToDo() throws Exception {
        saved("First", FIRST);
        NewMigrationResult.Proven second = saved("add posts", SECOND, Hazard.INDEX_BUILD);
        assertThat(second.proof().reversible()).isTrue();
        assertThat(second.up().hazards()).containsExactly(Hazard.INDEX_BUILD);

        MigrationFolder read = MigrationFolder.read(migrations());
        assertThat(read.problems()).isEmpty();
        assertThat(read.migrations()).extracting(Migration::description).containsExactly("first", "add posts");
        Migration last = read.migrations().getLast();
        assertThat(last.up().head().unaccepted()).isEmpty();
        assertThat(last.up().isTransactional()).isFalse();
        assertThat(last.up().objects()).contains("table posts", "index users.users_name_idx");
        assertThat(last.down().orElseThrow().hazards()).contains(Hazard.DELETES_DATA);

        assertThat(make("again", SECOND)).isInstanceOf(NewMigrationResult.Unchanged.class);
        for (MigrationVersion version : ProveMigration.versions(migrations())) {
            Proof proof = ProveMigration.prove(
                    migrations(),
                    version,
                    NewMigrationOptions.of(migrations(), "x").diff());
            assertThat(proof.holds()).as(proof.summary()).isTrue();
        }
    }

    @Test
    void whatLooksLikeARenameIsSaidAndRefusedIfAsked() throws Exception {
        saved("first", FIRST);
        String renamed = FIRST.replace("name  String", "title String");
        NewMigrationResult reported = make("second", renamed);
        assertThat(reported.seen().notes()).anyMatch(note -> note.contains("if that is a rename"));
        NewMigrationResult refused = NewMigration.make(
                schema(renamed),
                NewMigrationOptions.of(migrations(), "second")
                        .withDiff(DiffOptions.standard().withStrictRenames(true)));
        assertThat(refused).isInstanceOf(NewMigrationResult.Impossible.class);
    }

    @Test
    void nothingIsSavedByItselfAndANameNeedsLetters() throws Exception {
        make("first", FIRST);
        assertThat(migrations()).doesNotExist();
        assertThatThrownBy(() -> make("--", FIRST)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMigrationWrittenByHandThatDoesNotComeBackIsFoundOut() throws Exception {
        Files.createDirectories(migrations());
        Files.writeString(migrations().resolve("V1__a.sql"), "CREATE TABLE a (b int, c int);");
        Files.writeString(migrations().resolve("V2__b.sql"), "ALTER TABLE a ADD COLUMN d int;");
        Files.writeString(migrations().resolve("U2__b.sql"), "ALTER TABLE a DROP COLUMN c;");
        Proof proof = ProveMigration.prove(
                migrations(),
                new MigrationVersion("2"),
                NewMigrationOptions.of(migrations(), "x").diff());
        assertThat(proof).isInstanceOf(Proof.Failed.class);
        List<Violation> violations = ((Proof.Failed) proof).violations();
        assertThat(violations).extracting(Violation::stage).contains(Violation.Stage.DOWN);
        assertThat(violations).extracting(Violation::kind).contains(Violation.Kind.CATALOG_DIFFERS);
    }

    @Test
    void rowsThatAHandWrittenMigrationLosesAreFoundOutUnlessItSaysSo() throws Exception {
        Files.createDirectories(migrations());
        Files.writeString(migrations().resolve("V1__a.sql"), "CREATE TABLE a (b int PRIMARY KEY, c int);");
        Path second = migrations().resolve("V2__b.sql");
        Files.writeString(second, "-- table a: no lock\nDELETE FROM a;");
        assertThat(prove("2").holds()).isFalse();
        Files.writeString(second, "DELETE FROM a;");
        Proof said = prove("2");
        assertThat(said.holds()).as(said.summary()).isTrue();
        assertThat(((Proof.Proven) said).reversible()).isFalse();
    }

    private Proof prove(String version) throws IOException, SQLException {
        return ProveMigration.prove(
                migrations(),
                new MigrationVersion(version),
                NewMigrationOptions.of(migrations(), "x").diff());
    }
}
