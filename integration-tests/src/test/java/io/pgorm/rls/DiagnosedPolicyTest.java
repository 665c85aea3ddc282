package io.pgorm.rls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the server does what the diagnostics PGO1001 to PGO1008 say it would: policies in plain SQL, which none checks. */
class DiagnosedPolicyTest {

    private SecuredDatabase database;

    @BeforeEach
    void load() throws SQLException {
        database = new SecuredDatabase("""
                model A {
                  id  Int @id
                  @@map("a")
                }

                model B {
                  id  Int @id
                  @@map("b")
                }
                """);
        database.run("ALTER TABLE a ENABLE ROW LEVEL SECURITY");
        database.run("ALTER TABLE b ENABLE ROW LEVEL SECURITY");
        database.run("INSERT INTO a VALUES (1), (2)");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void restrictivePoliciesAloneLetNobodyIn() throws SQLException {
        database.run("CREATE POLICY p ON a AS RESTRICTIVE USING (true)");

        assertThat(database.asWeakRole(() -> database.ask("SELECT * FROM a"))).isEmpty();
        assertThatThrownBy(() -> database.asWeakRole(() -> database.change("INSERT INTO a VALUES (3)")))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void whatCannotBeSeenCanBeInsertedButNotReturned() throws SQLException {
        database.run("CREATE POLICY p ON a FOR INSERT WITH CHECK (true)");

        assertThat(database.asWeakRole(() -> database.change("INSERT INTO a VALUES (3)")))
                .isEqualTo(1);
        assertThatThrownBy(() -> database.asWeakRole(() -> database.ask("INSERT INTO a VALUES (4) RETURNING id")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void aPolicyForAllWithCheckAloneShowsNothing() throws SQLException {
        database.run("CREATE POLICY p ON a WITH CHECK (true)");

        assertThat(database.asWeakRole(() -> database.ask("SELECT * FROM a"))).isEmpty();
        assertThatThrownBy(() -> database.asWeakRole(() -> database.ask("INSERT INTO a VALUES (4) RETURNING id")))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void whatCannotBeSeenIsNeitherUpdatedNorDeleted() throws SQLException {
        database.run("CREATE POLICY p ON a FOR UPDATE USING (true)");
        database.run("CREATE POLICY q ON a FOR DELETE USING (true)");

        assertThat(database.asWeakRole(() -> database.change("UPDATE a SET id = 9 WHERE id = 1")))
                .isZero();
        assertThat(database.asWeakRole(() -> database.change("DELETE FROM a WHERE id = 1")))
                .isZero();
    }

    @Test
    void aPolicyForUpdateWithoutUsingUpdatesNothing() throws SQLException {
        database.run("CREATE POLICY p ON a FOR SELECT USING (true)");
        database.run("CREATE POLICY q ON a FOR UPDATE WITH CHECK (true)");

        assertThat(database.asWeakRole(() -> database.change("UPDATE a SET id = 9 WHERE id = 1")))
                .isZero();
    }

    @Test
    void aPolicyThatReadsItsOwnTableRecurses() throws SQLException {
        database.run("CREATE POLICY p ON a USING (EXISTS (SELECT 1 FROM a AS other WHERE other.id > 0))");
        assertRecursion("SELECT * FROM a");
    }

    @Test
    void policiesThatReadEachOthersTablesRecurse() throws SQLException {
        database.run("CREATE POLICY p ON a USING (EXISTS (SELECT 1 FROM b))");
        database.run("CREATE POLICY q ON b USING (EXISTS (SELECT 1 FROM a))");
        assertRecursion("SELECT * FROM a");
        assertRecursion("SELECT * FROM b");
    }

    @Test
    void aPolicyForInsertMayReadItsOwnTableWhileThatNeedsNoSubquery() throws SQLException {
        database.run("CREATE POLICY p ON a FOR INSERT WITH CHECK ((SELECT count(*) FROM a) < 10)");
        database.run("CREATE POLICY q ON a FOR SELECT USING (id > 0)");
        assertThat(database.asWeakRole(() -> database.change("INSERT INTO a VALUES (3)")))
                .isEqualTo(1);

        database.run("ALTER POLICY q ON a USING (id > (SELECT 0))");
        assertRecursion("INSERT INTO a VALUES (4)");
    }

    @Test
    void aFunctionThatBypassesPoliciesEndsTheRecursion() throws SQLException {
        database.run("""
                CREATE FUNCTION a_ids() RETURNS SETOF int LANGUAGE sql STABLE
                SECURITY DEFINER SET search_path = ''
                RETURN (SELECT 1 FROM public.a LIMIT 1)""");
        database.run("CREATE POLICY p ON a USING (id IN (SELECT a_ids()))");

        assertThat(database.asWeakRole(() -> database.ask("SELECT id FROM a"))).containsExactly("1");
    }

    private void assertRecursion(String sql) {
        assertThatThrownBy(() -> database.asWeakRole(() -> {
                    database.run(sql);
                    return sql;
                }))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("infinite recursion");
    }
}
