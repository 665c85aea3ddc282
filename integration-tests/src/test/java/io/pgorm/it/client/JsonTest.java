package io.pgorm.it.client;

import static io.pgorm.it.features.Tables.ACCOUNTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pgorm.client.Shape;
import io.pgorm.client.json.JsonFields;
import io.pgorm.database.ScratchServer;
import io.pgorm.it.features.Account;
import io.pgorm.it.features.AccountCreate;
import io.pgorm.it.features.AccountUpdate;
import io.pgorm.it.features.Db;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is inside of JSON: found by the index, read, and changed in place. */
class JsonTest {

    record Settings(String theme, int size) {}

    record Look(
            int id,
            @Nullable String theme,
            @Nullable BigDecimal size,
            @Nullable Boolean loud) {}

    private static final JsonFields JSON = JsonFields.of(new ObjectMapper());
    private static final Field<Settings> SETTINGS = JSON.jsonb(ACCOUNTS.SETTINGS, Settings.class);

    private static FeatureServer server;
    private static Db db;

    @BeforeAll
    static void fill() throws Exception {
        server = new FeatureServer(ScratchServer.start(), "/features.sql");
        server.execute("""
            INSERT INTO accounts (settings)
              SELECT jsonb_build_object('theme', 'theme ' || n, 'size', n) FROM generate_series(1, 5000) n;
            INSERT INTO accounts (id, settings) OVERRIDING SYSTEM VALUE VALUES
              (10001, '{"theme": "dark", "size": 1.10, "loud": true, "a key": {"in\\"ner": "x"}}'),
              (10002, '{"theme": ["dark"], "items": [{"price": 5}, {"price": 50}]}'),
              (10003, NULL), (10004, '{"theme": null}');
            UPDATE accounts SET extra = '{"a": {"b": 1}}' WHERE id = 10001;
            UPDATE accounts SET extra = jsonb_build_object('b', id) WHERE id < 5000;
            """);
        server.execute("VACUUM ANALYZE");
        db = Db.open(server.options());
        db.accounts().count(); // opens a connection
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    private static List<Integer> ids(Condition condition) {
        return db.accounts().where(condition).orderBy(ACCOUNTS.ID).fetch().stream()
                .map(Account::id)
                .toList();
    }

    @Test
    void whatIsInsideIsFoundByTheIndex() {
        List<Condition> conditions = List.of(
                ACCOUNTS.SETTINGS.path("$.theme").eq("dark"),
                ACCOUNTS.SETTINGS.contains(JSONB.valueOf("{\"theme\": \"dark\"}")),
                ACCOUNTS.SETTINGS.path("$.\"a key\".\"in\\\"ner\"").eq("x"),
                ACCOUNTS.SETTINGS.hasKey("loud"),
                ACCOUNTS.SETTINGS.hasAnyKey("loud", "quiet"),
                ACCOUNTS.SETTINGS.hasAllKeys("loud", "size"),
                ACCOUNTS.SETTINGS.matches("$ ? (@.theme == $theme && @.loud == true)", Map.of("theme", "dark")));
        for (Condition condition : conditions) {
            assertThat(db.accounts().where(condition).explain()).contains("Bitmap Index Scan on accounts_settings_idx");
        }
        assertThat(ids(conditions.get(0))).containsExactly(10001);
        assertThat(ids(conditions.get(1))).containsExactly(10001);
        for (Condition condition : conditions.subList(2, conditions.size())) {
            assertThat(ids(condition)).containsExactly(10001);
        }
    }

    @Test
    void anIndexThatFindsNoKeysIsNotAskedForThem() {
        assertThat(db.accounts().where(ACCOUNTS.EXTRA.path("$.a.b").eq(1)).explain())
                .contains("accounts_extra_idx");
        assertThatThrownBy(() -> ACCOUNTS.EXTRA.hasKey("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jsonb_path_ops");
        assertThat(ids(ACCOUNTS.EXTRA.path("$.a").exists())).containsExactly(10001);
    }

    @Test
    void pathsOfPostgreSqlTakeVariables() {
        assertThat(ids(ACCOUNTS.SETTINGS.matches("$.items[*] ? (@.price > $least)", Map.of("least", 10))))
                .containsExactly(10002);
        assertThat(ids(ACCOUNTS.SETTINGS.matches("$.items[*] ? (@.price > $least)", Map.of("least", 100))))
                .isEmpty();
        for (String hostile : List.of("dark\" || true", "\\", "\"", "$theme", "{0}", "?", "'", "\u2603\n")) {
            assertThat(ids(ACCOUNTS.SETTINGS.matches("$ ? (@.theme == $theme)", Map.of("theme", hostile))))
                    .as(hostile)
                    .isEmpty();
            assertThat(ids(ACCOUNTS.SETTINGS.path("$.theme").eq(hostile))).isEmpty();
        }
        assertThatThrownBy(() -> ACCOUNTS.SETTINGS.matches("$.a ? (@ == $b)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$b");
        assertThatThrownBy(() -> ACCOUNTS.SETTINGS.path("$.items[0]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("matches(...) takes every path");
        assertThatThrownBy(() -> ACCOUNTS.SETTINGS.path("$.a").eq(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contains(JSONB)");
    }

    /** PostgreSQL's operator says yes to each row for such a path: it looks for something, and false is something. */
    @Test
    void aComparisonThatWouldFindEveryRowIsRefused() {
        assertThat(db.sql()
                        .fetchValue("SELECT count(*) FROM accounts WHERE settings @?? '$.theme == \"no such theme\"'"))
                .isEqualTo(db.accounts().where(ACCOUNTS.SETTINGS.isNotNull()).count());
        for (String path : List.of(
                "$.theme == \"dark\"",
                "strict $.size>10",
                "($.a == 1)",
                "!($.a ? (@ > 1) == 2)",
                "exists($.a)",
                "$.a like_regex \"^x\"",
                "$.a starts with \"x\"",
                "($.a > 1) is unknown",
                "$.a == 1 && $.b == 2")) {
            assertThatThrownBy(() -> ACCOUNTS.SETTINGS.matches(path))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("$ ? (@.size > 10)");
        }
        for (String path : List.of(
                "$.theme",
                "$.\"a == b\"",
                "$.is.exists.starts",
                "$ ? (@.theme == \"dark\" && (@.size > 1 || exists(@.loud)))",
                "$.items[*] ? (@.price > 1).price ? (@ < 100)",
                "lax $.items[last] ? (@.name starts with \"a\")",
                "$.items.size()")) {
            assertThat(db.accounts().where(ACCOUNTS.SETTINGS.matches(path)).count())
                    .as(path)
                    .isNotNegative();
        }
    }

    @Test
    void placesAreFieldsOfShapesAndOrders() throws Exception {
        Shape<Look> look = Shape.of(
                Look::new,
                ACCOUNTS.ID,
                ACCOUNTS.SETTINGS.path("$.theme").text(),
                ACCOUNTS.SETTINGS.path("$.size").number(),
                ACCOUNTS.SETTINGS.path("$.loud").bool());
        List<Look> looks = server.inOneTrip(() -> db.accounts()
                .where(ACCOUNTS.ID.gt(10000))
                .orderBy(ACCOUNTS.SETTINGS.path("$.theme").text().desc().nullsLast(), ACCOUNTS.ID)
                .fetch(look));
        assertThat(looks)
                .containsExactly(
                        new Look(10001, "dark", new BigDecimal("1.10"), true),
                        new Look(10002, "[\"dark\"]", null, null),
                        new Look(10003, null, null, null),
                        new Look(10004, null, null, null));
        assertThat(ids(ACCOUNTS.SETTINGS.path("$.theme").exists().and(ACCOUNTS.ID.gt(10000))))
                .as("JSON's null is something")
                .containsExactly(10001, 10002, 10004);
    }

    @Test
    void partsAreChangedInPlace() throws Exception {
        Account made = db.accounts().create(AccountCreate.settings(JSONB.valueOf("{\"a\": {\"b\": 1}, \"c\": 2}")));
        Account changed = server.inOneTrip(() -> db.accounts()
                .byId(made.id())
                .update(AccountUpdate.set(
                        ACCOUNTS.SETTINGS, ACCOUNTS.SETTINGS.path("$.a.x.y").with("it's \"so\"")))
                .orElseThrow());
        assertThat(changed.settings())
                .isEqualTo(JSONB.valueOf("{\"a\": {\"b\": 1, \"x\": {\"y\": \"it's \\\"so\\\"\"}}, \"c\": 2}"));
        assertThat(db.accounts()
                        .byId(made.id())
                        .update(AccountUpdate.set(
                                ACCOUNTS.SETTINGS, ACCOUNTS.SETTINGS.path("$.a").removed()))
                        .orElseThrow()
                        .settings())
                .isEqualTo(JSONB.valueOf("{\"c\": 2}"));
        assertThat(db.accounts()
                        .byId(made.id())
                        .update(AccountUpdate.set(
                                ACCOUNTS.SETTINGS, ACCOUNTS.SETTINGS.merged(JSONB.valueOf("{\"d\": 3}"))))
                        .orElseThrow()
                        .settings())
                .isEqualTo(JSONB.valueOf("{\"c\": 2, \"d\": 3}"));
        Account empty = db.accounts().create(AccountCreate.defaults());
        assertThat(db.accounts()
                        .byId(empty.id())
                        .update(AccountUpdate.set(
                                ACCOUNTS.SETTINGS,
                                ACCOUNTS.SETTINGS.path("$.size").with(3)))
                        .orElseThrow()
                        .settings())
                .isEqualTo(JSONB.valueOf("{\"size\": 3}"));
        db.accounts().where(ACCOUNTS.ID.in(made.id(), empty.id())).delete();
    }

    @Test
    void aColumnIsARecordOfJavaByJackson() {
        assertThat(db.accounts()
                        .where(ACCOUNTS.SETTINGS.path("$.theme").eq("theme 7"))
                        .fetch(Shape.of(One::new, SETTINGS)))
                .containsExactly(new One(new Settings("theme 7", 7)));
    }

    record One(Settings settings) {}
}
