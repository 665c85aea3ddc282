package io.pgorm.database.ddl;

import static io.pgorm.database.ddl.Ir.NONE;
import static io.pgorm.database.ddl.Ir.column;
import static io.pgorm.database.ddl.Ir.function;
import static io.pgorm.database.ddl.Ir.in;
import static io.pgorm.database.ddl.Ir.key;
import static io.pgorm.database.ddl.Ir.name;
import static io.pgorm.database.ddl.Ir.sql;
import static io.pgorm.database.ddl.Ir.table;
import static io.pgorm.database.ddl.Ir.view;
import static io.pgorm.database.ddl.Ir.withDefault;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ddl.DdlScript;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names are chosen so that sorting by name alone would be wrong. */
class OrderDdlTest extends OnServer {

    private static final String OFF = "SET check_function_bodies = off";

    @Test
    void viewsFunctionsAndTablesWaitForWhatTheirSqlNames() throws SQLException {
        List<SchemaObject> objects = new ArrayList<>(List.of(
                view("a_view", "SELECT a_function(id) FROM z_view;"),
                view("z_view", "SELECT id FROM \"Table z\" -- the end"),
                function("a_function", List.of(in("x", "z_domain")), "int", "sql", "SELECT x + b_function()", false),
                function("b_function", "int", "sql", "SELECT count(*)::int FROM public.m_view"),
                view("m_view", true, "SELECT id FROM z_view WHERE id > nextval('z_sequence')"),
                domain("z_domain", "z_check(VALUE)"),
                function("z_check", List.of(in("x", "int")), "boolean", "sql", "SELECT x IS NOT NULL", false),
                table("a_table", column("id", "z_domain"), withDefault("at", "int", "b_function()")),
                table("Table z", column("id", "int")),
                new SqlObject("s", SqlObject.Phase.TYPES, "CREATE SEQUENCE z_sequence", Optional.empty(), NONE)));
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(objects, new Random(seed));
            assertThat(script(objects)).isEqualTo(script(objects.reversed())).doesNotContain(OFF);
        }
        load(objects.toArray(SchemaObject[]::new));
    }

    @Test
    void aFunctionThatReadsTheTableWhoseDefaultCallsItIsMadeWithoutALookAtItsBody() throws SQLException {
        Table orders = table("orders", column("id", "int"), withDefault("number", "bigint", "next_number()"));
        List<SchemaObject> objects = List.of(
                orders,
                function("next_number", "bigint", "sql", "SELECT coalesce(max(number), 0) + 1 FROM orders"),
                function("one", "int", "sql", "SELECT 1"));
        load(objects.toArray(SchemaObject[]::new));

        assertThat(script(objects))
                .containsOnlyOnce(OFF)
                .contains(OFF + ";\n\nCREATE FUNCTION \"next_number\"")
                .contains("$$;\n\nRESET check_function_bodies;\n");
        run("INSERT INTO orders (id) VALUES (1), (2)");
        assertThat(ask("SHOW check_function_bodies")).containsExactly("on");
        assertThat(ask("SELECT max(number) FROM orders")).hasSize(1).doesNotContain("null");
    }

    @Test
    void aCircleOfAViewAndAFunctionIsCutAtTheFunction() throws SQLException {
        load(
                view("shown", "SELECT id FROM items WHERE visible(id)"),
                function("visible", List.of(in("x", "int")), "boolean", "sql", "SELECT x > 0 FROM shown", false),
                table("items", column("id", "int")));
    }

    @Test
    void aBodyThatPostgresParsesAtOnceComesBeforeTheDefaultsOfTheTableItReads() throws SQLException {
        Table orders = table("orders", column("id", "int"), withDefault("number", "bigint", "next_number()"));
        load(orders, atomic("next_number", "bigint", "RETURN (SELECT coalesce(max(number), 0) + 1 FROM orders)"));

        run("INSERT INTO orders (id) VALUES (1)");
        assertThat(ask("SELECT number FROM orders")).containsExactly("1");
    }

    @Test
    void aCheckMayCallAFunctionOfTheWholeRow() throws SQLException {
        Table items = table("items", column("id", "int"))
                .withConstraints(List.of(
                        key("items_pkey", "id"), new Constraint.Check("whole", sql("item_fits(items.*)"), NONE)));
        load(items, function("item_fits", List.of(in("i", "items")), "boolean", "sql", "SELECT i.id > 0", false));

        assertThat(ask("SELECT conname FROM pg_constraint WHERE conrelid = 'items'::regclass AND contype = 'c'"))
                .containsExactly("whole");
    }

    @Test
    void whatIsSaidOfTheOrderIsKept() throws SQLException {
        SqlObject.Reference z = new SqlObject.Reference.Named(name("z"));
        SqlObject.Reference a = new SqlObject.Reference.Named(name("a"));
        load(
                block(
                        "a",
                        SqlObject.Phase.TYPES,
                        "CREATE TABLE log AS SELECT count(*) AS n FROM pg_class WHERE relname = 'z'",
                        List.of(z),
                        List.of()),
                block(
                        "b",
                        SqlObject.Phase.COMMENTS,
                        "DO $$ BEGIN EXECUTE 'CREATE TYPE mood AS ENUM ()'; END $$",
                        List.of(),
                        List.of(a)),
                block(
                        "0",
                        SqlObject.Phase.TYPES,
                        "INSERT INTO log VALUES (2); INSERT INTO log VALUES (3)",
                        List.of(new SqlObject.Reference.Block("a")),
                        List.of()),
                table("a", column("m", "mood")),
                table("z", column("id", "int")));

        assertThat(ask("SELECT n FROM log ORDER BY n")).containsExactly("1", "2", "3");
    }

    private static String script(List<SchemaObject> objects) {
        return DdlScript.render(DdlGenerator.generate(Ir.schema(objects.toArray(SchemaObject[]::new)), List.of()));
    }

    private static SqlObject block(
            String id,
            SqlObject.Phase phase,
            String sql,
            List<SqlObject.Reference> after,
            List<SqlObject.Reference> before) {
        return new SqlObject(id, phase, sql, Optional.empty(), after, before, NONE);
    }

    private static SchemaObject atomic(String name, String returns, String body) {
        return function(name, List.of(), returns, "sql", body, true);
    }

    private static DomainType domain(String name, String check) {
        return new DomainType(
                name(name),
                name,
                new ColumnType.Raw("int", false),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(new Constraint.Check(name + "_check", sql(check), NONE)),
                Optional.empty(),
                NONE);
    }
}
