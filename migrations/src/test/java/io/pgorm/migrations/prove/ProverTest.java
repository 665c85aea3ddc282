package io.pgorm.migrations.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.migrations.diff.Comparison;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.diff.Way;
import io.pgorm.migrations.prove.Violation.Kind;
import io.pgorm.migrations.prove.Violation.Stage;
import io.pgorm.migrations.source.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A right plan is proven; each wrong one here is a right one with one thing spoiled, and is caught by what it breaks. */
class ProverTest {

    private static final String TABLE = "CREATE TABLE t (id int PRIMARY KEY, v text DEFAULT 'd', n numeric(6,2));\n";
    private static final String WIDER = TABLE.replace("n numeric(6,2)", "n numeric(6,2), w int");

    private static ScratchServer held;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        held = ScratchServer.start(ScratchOptions.fast());
    }

    @AfterAll
    static void stop() {
        held.close();
    }

    @Test
    void aRightPlanIsProvenUpAndDownWithRows() throws Exception {
        Proof proof = prove(TABLE, WIDER, UnaryOperator.identity());

        assertThat(proof).isInstanceOf(Proof.Proven.class);
        assertThat(((Proof.Proven) proof).reversible()).isTrue();
        assertThat(proof.rows().tables())
                .singleElement()
                .satisfies(table -> assertThat(table.rows()).isEqualTo(4));
        assertThat(proof.summary()).startsWith("proven up and down, with rows in 1 of 1 tables");
    }

    @Test
    void aColumnThatIsDroppedAndMadeAnewIsCaughtByItsValues() throws Exception {
        List<PlannedStatement> anew = List.of(
                statement("ALTER TABLE t DROP COLUMN v", "column t.v", Lock.ACCESS_EXCLUSIVE),
                statement("ALTER TABLE t ADD COLUMN v text DEFAULT 'd'", "column t.v", Lock.ACCESS_EXCLUSIVE));

        assertThat(violations(prove(TABLE, WIDER, plan -> plan(anew, plan.statements()))))
                .extracting(Violation::kind)
                .containsOnly(Kind.ROWS_CHANGED);
        assertThat(prove(TABLE, WIDER, plan -> plan(announcing(anew, Hazard.DELETES_DATA), plan.statements())))
                .as("the same, announced")
                .isInstanceOf(Proof.Proven.class);
    }

    @Test
    void aTableThatIsMadeAnewIsCaughtThoughNobodyNamesIt() throws Exception {
        Proof proof = prove(
                TABLE,
                WIDER,
                plan -> plan(
                        List.of(
                                statement("DROP TABLE t", "schema public", Lock.ACCESS_EXCLUSIVE),
                                statement(
                                        "CREATE TABLE t (id int PRIMARY KEY, v text DEFAULT 'd', n numeric(6,2))",
                                        "table t",
                                        Lock.NONE)),
                        plan.statements()));

        assertThat(violations(proof)).first().satisfies(first -> {
            assertThat(first.kind()).isEqualTo(Kind.ROWS_CHANGED);
            assertThat(first.message()).isEqualTo("table t has 0 rows, and had 4");
        });
    }

    @Test
    void aDefaultThatGetsLostIsCaughtByTheCatalog() throws Exception {
        Proof proof = prove(
                TABLE,
                WIDER,
                plan -> plan(
                        plan.statements(),
                        List.of(statement("ALTER TABLE t ALTER v DROP DEFAULT", "column t.v", Lock.ACCESS_EXCLUSIVE))));

        assertThat(violations(proof))
                .extracting(Violation::stage, Violation::kind)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(Stage.UP, Kind.CATALOG_DIFFERS),
                        org.assertj.core.groups.Tuple.tuple(Stage.UP, Kind.NOT_FINISHED));
    }

    @Test
    void aRewriteThatIsNotAnnouncedIsCaughtByTheFile() throws Exception {
        String bigger = TABLE.replace("id int", "id bigint");

        assertThat(prove(TABLE, bigger, UnaryOperator.identity())).isInstanceOf(Proof.Proven.class);
        Proof silent = prove(TABLE, bigger, plan -> without(plan, Hazard.REWRITES_TABLE));
        assertThat(violations(silent)).first().satisfies(first -> {
            assertThat(first.kind()).isEqualTo(Kind.REWRITE_NOT_ANNOUNCED);
            assertThat(first.statement()).isPresent();
        });
    }

    @Test
    void aWayBackThatForgetsSomethingIsCaught() throws Exception {
        try (Comparison comparison = comparison(TABLE, WIDER)) {
            Proof proof = Prover.prove(ProofRequest.of(comparison).withDown(new Way.Planned(new Plan(List.of()))));

            assertThat(violations(proof))
                    .extracting(Violation::stage, Violation::kind)
                    .contains(org.assertj.core.groups.Tuple.tuple(Stage.DOWN, Kind.CATALOG_DIFFERS));
        }
    }

    @Test
    void aWayBackThatLosesWhatWasThereIsCaught() throws Exception {
        try (Comparison comparison = comparison(TABLE, WIDER)) {
            ProofRequest request = ProofRequest.of(comparison);
            Plan down = plan(
                    request.down().orThrow().statements(),
                    List.of(statement("UPDATE t SET v = NULL", "table other", Lock.ROW_EXCLUSIVE)));

            assertThat(violations(Prover.prove(request.withDown(new Way.Planned(down)))))
                    .extracting(Violation::stage, Violation::kind)
                    .contains(org.assertj.core.groups.Tuple.tuple(Stage.DOWN, Kind.ROWS_CHANGED));
        }
    }

    @Test
    void aCheckThatStaysBehindIsCaught() throws Exception {
        Proof proof = prove(
                TABLE,
                WIDER,
                plan -> plan(
                        plan.statements(),
                        List.of(statement(
                                "ALTER TABLE t ADD CONSTRAINT for_a_while CHECK (id IS NOT NULL) NOT VALID",
                                "constraint t.for_a_while",
                                Lock.ACCESS_EXCLUSIVE))));

        assertThat(violations(proof)).first().satisfies(first -> {
            assertThat(first.kind()).isEqualTo(Kind.CATALOG_DIFFERS);
            assertThat(first.message()).contains("for_a_while");
        });
    }

    @Test
    void aTableThatIsEmptiedOrOfWhichARowIsTakenIsCaught() throws Exception {
        for (String deletion : List.of("DELETE FROM t", "DELETE FROM t WHERE id = (SELECT min(id) FROM t)")) {
            Proof proof = prove(
                    TABLE,
                    WIDER,
                    plan -> plan(plan.statements(), List.of(statement(deletion, "column t.w", Lock.ROW_EXCLUSIVE))));

            assertThat(violations(proof))
                    .first()
                    .satisfies(first -> assertThat(first.message()).endsWith("rows, and had 4"));
        }
    }

    @Test
    void valuesThatAreExchangedBetweenRowsAreCaughtThoughEachColumnHasThemAll() throws Exception {
        String two = "CREATE TABLE t (a int UNIQUE DEFERRABLE, b int);\n";
        Proof proof = prove(
                two,
                two.replace("b int", "b int, c int"),
                plan -> plan(
                        plan.statements(),
                        List.of(statement(
                                "UPDATE t SET a = (SELECT max(x.a) FROM t x) + (SELECT min(x.a) FROM t x) - a WHERE a"
                                        + " IN ((SELECT max(x.a) FROM t x), (SELECT min(x.a) FROM t x))",
                                "column t.c",
                                Lock.ROW_EXCLUSIVE))));

        assertThat(violations(proof))
                .first()
                .satisfies(first -> assertThat(first.kind()).isEqualTo(Kind.ROWS_CHANGED));
    }

    @Test
    void aTypeThatCutsValuesIsCaughtUnlessItWasAnnounced() throws Exception {
        String whole = TABLE.replace("n numeric(6,2)", "n int");

        assertThat(violations(prove(TABLE, whole, plan -> without(plan, Hazard.DELETES_DATA))))
                .first()
                .satisfies(first -> {
                    assertThat(first.kind()).isEqualTo(Kind.ROWS_CHANGED);
                    assertThat(first.message()).startsWith("column t.n had the values ");
                });
    }

    @Test
    void aValueThatIsPutIntoAnArrayIsStillThere() throws Exception {
        Proof proof = prove(TABLE, TABLE.replace("v text DEFAULT 'd'", "v text[]"), UnaryOperator.identity());

        assertThat(proof.holds()).as(proof.summary()).isTrue();
        assertThat(proof.notes()).noneMatch(note -> note.contains("could not be compared"));
    }

    @Test
    void aStatementThatFailsOnRowsMustHaveSaidSo() throws Exception {
        String strict = TABLE.replace("n numeric(6,2)", "n numeric(6,2) NOT NULL");

        assertThat(prove(TABLE, strict, UnaryOperator.identity()))
                .isInstanceOf(Proof.Proven.class)
                .satisfies(proof -> assertThat(proof.notes())
                        .anySatisfy(note -> assertThat(note)
                                .contains("as MAY_FAIL_ON_DATA said, the server refused ", "without the rows of t")));
        assertThat(violations(prove(TABLE, strict, plan -> without(plan, Hazard.MAY_FAIL_ON_DATA))))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.kind()).isEqualTo(Kind.STATEMENT_FAILED);
                    assertThat(violation.message()).contains("which no MAY_FAIL_ON_DATA said");
                    assertThat(violation.statement()).isPresent();
                });
    }

    @Test
    void whatIsDoneToRowsThatThePlanTakesIsSeenToo() throws Exception {
        String strict = TABLE.replace("v text DEFAULT 'd'", "v text DEFAULT 'd' NOT NULL CHECK (v <> 'alpha')");

        Proof proof = prove(
                TABLE,
                strict,
                plan -> plan(
                        plan.statements(),
                        List.of(statement("UPDATE t SET v = 'other'", "table other", Lock.ROW_EXCLUSIVE))));

        assertThat(proof.notes()).anySatisfy(note -> assertThat(note).contains("without the rows of t"));
        assertThat(violations(proof)).first().satisfies(first -> {
            assertThat(first.kind()).isEqualTo(Kind.ROWS_CHANGED);
            assertThat(first.message()).startsWith("column t.v had the values ");
        });
    }

    @Test
    void aLockThatIsStrongerThanTheOneNamedIsCaught() throws Exception {
        Proof proof = prove(
                TABLE,
                WIDER,
                plan -> new Plan(plan.statements().stream()
                        .map(one -> new PlannedStatement(
                                one.sql(), one.object(), Lock.SHARE, one.hazards(), one.execution()))
                        .toList()));

        assertThat(violations(proof)).first().satisfies(first -> {
            assertThat(first.kind()).isEqualTo(Kind.LOCK_UNDERSTATED);
            assertThat(first.message()).isEqualTo("the lock is ACCESS_EXCLUSIVE on t, not SHARE");
        });
    }

    @Test
    void aReasonForNoWayBackIsInTheNotes() throws Exception {
        try (Comparison comparison = comparison(TABLE, WIDER)) {
            Proof proof = Prover.prove(ProofRequest.of(comparison).withDown(new Way.Impossible("it is gone for good")));

            assertThat(proof).isInstanceOf(Proof.Proven.class);
            assertThat(((Proof.Proven) proof).reversible()).isFalse();
            assertThat(proof.notes()).contains("there is no way back: it is gone for good");
        }
    }

    @Test
    void anIndexThatCannotBeBuiltOnTheRowsLeavesNothingBehind() throws Exception {
        String unique = TABLE + "CREATE UNIQUE INDEX v_once ON t ((id IS NOT NULL));\n";

        Proof proof = prove(TABLE, unique, UnaryOperator.identity());

        assertThat(proof.summary()).startsWith("proven up and down");
        assertThat(proof.notes()).anySatisfy(note -> assertThat(note).contains("v_once", "without the rows of t"));
    }

    private Proof prove(String from, String to, UnaryOperator<Plan> spoiled) throws Exception {
        try (Comparison comparison = comparison(from, to)) {
            ProofRequest request = ProofRequest.of(comparison);
            return Prover.prove(request.withUp(spoiled.apply(request.up())));
        }
    }

    private Comparison comparison(String from, String to) throws Exception {
        Path first = Files.writeString(folder.resolve("a.sql"), from);
        Path second = Files.writeString(folder.resolve("b.sql"), to);
        return Comparison.of(SchemaSource.of(first), SchemaSource.of(second), DiffOptions.standard());
    }

    private static List<Violation> violations(Proof proof) {
        assertThat(proof).isInstanceOf(Proof.Failed.class);
        return ((Proof.Failed) proof).violations();
    }

    private static Plan plan(List<PlannedStatement> first, List<PlannedStatement> second) {
        List<PlannedStatement> all = new ArrayList<>(first);
        all.addAll(second);
        return new Plan(all);
    }

    private static PlannedStatement statement(String sql, String object, Lock lock) {
        return new PlannedStatement(sql, object, lock, Set.of(), Execution.TRANSACTIONAL);
    }

    private static List<PlannedStatement> announcing(List<PlannedStatement> statements, Hazard hazard) {
        return statements.stream()
                .map(one -> new PlannedStatement(one.sql(), one.object(), one.lock(), Set.of(hazard), one.execution()))
                .toList();
    }

    private static Plan without(Plan plan, Hazard hazard) {
        return new Plan(plan.statements().stream()
                .map(one -> new PlannedStatement(
                        one.sql(),
                        one.object(),
                        one.lock(),
                        Set.copyOf(one.hazards().stream()
                                .filter(other -> other != hazard)
                                .toList()),
                        one.execution()))
                .toList());
    }
}
