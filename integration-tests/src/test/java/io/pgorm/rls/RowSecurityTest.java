package io.pgorm.rls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowSecurityTest {

    private static final String SCHEMA = """
            session {
              uid     BigInt
              groups  Pg("bigint[]")?
            }

            model Note {
              id       Int     @id
              ownerId  BigInt
              text     String

              @@index([ownerId])
              @@rls(using: "{ownerId} = auth.uid()")
              @@rls(using: "{ownerId} IN (auth.uid(), 0)", for: select)
            }

            model Paper {
              id       Int     @id
              groupId  BigInt

              @@rls(using: "{groupId} = ANY (auth.groups())")
            }
            """;

    private SecuredDatabase database;

    @BeforeEach
    void load() throws SQLException {
        database = new SecuredDatabase(SCHEMA);
        database.run("INSERT INTO notes SELECT n, n % 10, 'note ' || n FROM generate_series(1, 1000) AS n");
        database.run("ANALYZE notes");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void aCallerSeesTheRowsOfItsPoliciesAndNoOthers() throws SQLException {
        assertThat(database.asWeakRole(() -> {
                    database.identify(7);
                    return database.ask("SELECT DISTINCT owner_id FROM notes ORDER BY 1");
                }))
                .containsExactly("0", "7");
    }

    @Test
    void aCallerThatIsNobodySeesNothingOfItsOwnAndRaisesNoError() throws SQLException {
        assertThat(database.asWeakRole(() -> database.ask("SELECT auth.uid()"))).containsExactly("null");
        assertThat(database.asWeakRole(() -> database.ask("SELECT count(*) FROM notes WHERE owner_id > 0")))
                .containsExactly("0");
    }

    @Test
    void afterItsTransactionAnIdentityIsGoneAlthoughItsSettingIsEmptyAndNotUnset() throws SQLException {
        assertThat(database.asWeakRole(() -> {
                    database.identify(7);
                    return database.ask("SELECT auth.uid()");
                }))
                .containsExactly("7");
        assertThat(database.asWeakRole(() -> database.ask("SELECT current_setting('pgorm.uid', true)")))
                .containsExactly("");
        assertThat(database.asWeakRole(() -> database.ask("SELECT auth.uid()"))).containsExactly("null");
        assertThat(database.asWeakRole(() -> database.ask("SELECT count(*) FROM notes WHERE owner_id > 0")))
                .containsExactly("0");
    }

    @Test
    void thePlannerEvaluatesTheCallerOnceForAStatement() throws SQLException {
        List<String> plan = database.asWeakRole(() -> {
            database.identify(7);
            return database.ask("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT * FROM notes");
        });

        assertThat(plan).anyMatch(line -> line.contains("InitPlan"));
        // As a filter, the expression of the function itself would stand on the scan, to be evaluated for each row.
        assertThat(plan)
                .filteredOn(line -> line.contains("Filter") || line.contains("Cond"))
                .isNotEmpty()
                .noneMatch(line -> line.contains("current_setting"));
        assertThat(plan).filteredOn(line -> line.contains("Result")).allMatch(line -> line.contains("loops=1"));
    }

    @Test
    void anArrayThatTheCallerBringsIsEvaluatedOnceToo() throws SQLException {
        database.run("INSERT INTO papers SELECT n, n % 10 FROM generate_series(1, 1000) AS n");
        List<String> counts = database.asWeakRole(() -> {
            database.ask("SELECT set_config('pgorm.groups', '{2,5}', true)");
            return database.ask("SELECT count(*) FROM papers");
        });
        List<String> plan = database.asWeakRole(() -> database.ask("EXPLAIN (COSTS OFF) SELECT * FROM papers"));

        assertThat(counts).containsExactly("200");
        assertThat(plan).anyMatch(line -> line.contains("InitPlan"));
        assertThat(plan)
                .filteredOn(line -> line.contains("Filter"))
                .isNotEmpty()
                .noneMatch(line -> line.contains("current_setting"));
    }

    @Test
    void anIndexServesThePolicy() throws SQLException {
        List<String> plan = database.asWeakRole(() -> {
            database.run("SET LOCAL enable_seqscan = off");
            return database.ask("EXPLAIN (COSTS OFF) UPDATE notes SET text = ''");
        });

        assertThat(plan).anyMatch(line -> line.contains("notes_owner_id_idx"));
    }

    @Test
    void theOwnerOfTheTableIsHeldToItsPoliciesToo() throws SQLException {
        database.run("ALTER TABLE notes OWNER TO " + database.role());

        assertThat(database.asWeakRole(() -> {
                    database.identify(7);
                    return database.ask("SELECT count(*) FROM notes");
                }))
                .containsExactly("200");

        database.run("ALTER TABLE notes NO FORCE ROW LEVEL SECURITY");
        assertThat(database.asWeakRole(() -> database.ask("SELECT count(*) FROM notes")))
                .containsExactly("1000");
    }

    @Test
    void nobodyWritesARowThatIsNotItsOwn() throws SQLException {
        assertThat(database.asWeakRole(() -> {
                    database.identify(7);
                    return database.change("INSERT INTO notes VALUES (2000, 7, 'mine')");
                }))
                .isEqualTo(1);
        assertThatThrownBy(() -> database.asWeakRole(() -> {
                    database.identify(7);
                    return database.change("INSERT INTO notes VALUES (2001, 8, 'not mine')");
                }))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
        assertThat(database.asWeakRole(() -> {
                    database.identify(7);
                    return database.change("UPDATE notes SET text = '' WHERE owner_id = 0");
                }))
                .isZero();
    }
}
