package io.pgorm.it.client;

import static io.pgorm.it.features.Tables.ACCOUNTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.Shape;
import io.pgorm.database.ScratchServer;
import io.pgorm.features.ltree.LtreeField;
import io.pgorm.features.pgcrypto.PgCrypto;
import io.pgorm.features.pgcrypto.PgCrypto.Algorithm;
import io.pgorm.it.features.Account;
import io.pgorm.it.features.AccountCreate;
import io.pgorm.it.features.AccountUpdate;
import io.pgorm.it.features.Db;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Columns of the extensions that come with PostgreSQL: ltree, hstore, citext and pgcrypto. */
class FeatureTypesTest {

    record Place(int depth, String label) {}

    record Notes(@Nullable String colour, Map<String, String> all) {}

    private static FeatureServer server;
    private static Db db;

    @BeforeAll
    static void fill() throws Exception {
        server = new FeatureServer(ScratchServer.start(), "/features.sql");
        server.execute("""
            INSERT INTO accounts (place, notes)
              SELECT ('top.n' || n % 100 || '.n' || n)::ltree, hstore('n', n::text) FROM generate_series(1, 5000) n;
            INSERT INTO accounts (place, notes, email) VALUES
              ('top.science', 'colour=>red, size=>NULL', 'Ann@Acme.dev'), ('top.science.astronomy', 'colour=>blue', NULL),
              ('top.arts', '"a key"=>"it''s"', NULL);
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

    private static List<String> places(Condition condition) {
        return db.accounts().where(condition).orderBy(ACCOUNTS.ID).fetch().stream()
                .map(Account::place)
                .toList();
    }

    @Test
    void treesAreWalkedByTheIndex() throws Exception {
        Condition below = ACCOUNTS.PLACE.under(LtreeField.path("top", "science"));
        assertThat(places(below)).containsExactly("top.science", "top.science.astronomy");
        assertThat(db.accounts().where(below).explain()).contains("accounts_place_idx");
        assertThat(places(ACCOUNTS.PLACE.above("top.science.astronomy.stars")))
                .containsExactly("top.science", "top.science.astronomy");
        assertThat(places(ACCOUNTS.PLACE.fits("*.astro*"))).containsExactly("top.science.astronomy");
        assertThat(server.inOneTrip(() -> db.accounts()
                        .where(below)
                        .orderBy(ACCOUNTS.PLACE.depth().desc())
                        .fetch(Shape.of(Place::new, ACCOUNTS.PLACE.depth(), ACCOUNTS.PLACE.label()))))
                .containsExactly(new Place(3, "astronomy"), new Place(2, "science"));
        assertThatThrownBy(() -> LtreeField.path("top", "a label"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letters, digits, _ and -");
    }

    @Test
    void textsByKeysAreFoundReadAndChanged() {
        List<Condition> conditions = List.of(
                ACCOUNTS.NOTES.holds(Map.of("colour", "red")),
                ACCOUNTS.NOTES.hasKey("size"),
                ACCOUNTS.NOTES.hasAllKeys("colour", "size"));
        for (Condition condition : conditions) {
            assertThat(places(condition)).containsExactly("top.science");
            assertThat(db.accounts().where(condition).explain()).contains("accounts_notes_idx");
        }
        assertThat(places(ACCOUNTS.NOTES.hasAnyKey("a key", "size"))).containsExactly("top.science", "top.arts");

        Map<String, @Nullable String> entries = new HashMap<>();
        entries.put("colour", "it's \"green\", {really}");
        entries.put("none", null);
        Account made = db.accounts().create(AccountCreate.defaults());
        Shape<Notes> notes = Shape.of(Notes::new, ACCOUNTS.NOTES.value("colour"), ACCOUNTS.NOTES.entries());
        Notes written = db.accounts()
                .byId(made.id())
                .returning(notes)
                .update(AccountUpdate.set(ACCOUNTS.NOTES, ACCOUNTS.NOTES.with(entries)))
                .orElseThrow();
        assertThat(written).isEqualTo(new Notes("it's \"green\", {really}", entries));
        Notes left = db.accounts()
                .byId(made.id())
                .returning(notes)
                .update(AccountUpdate.set(ACCOUNTS.NOTES, ACCOUNTS.NOTES.without("colour")))
                .orElseThrow();
        assertThat(left.all()).containsOnlyKeys("none");
        db.accounts().byId(made.id()).delete();
    }

    @Test
    void textsOfNoCaseAreEqualInAnyCase() {
        assertThat(places(ACCOUNTS.EMAIL.eq("ann@acme.DEV"))).containsExactly("top.science");
    }

    @Test
    void passwordsAreHashedAndComparedByTheServer() throws Exception {
        Account made = db.accounts().create(AccountCreate.defaults());
        db.accounts()
                .byId(made.id())
                .update(AccountUpdate.set(ACCOUNTS.PASSWORD, PgCrypto.passwordHash("correct horse", 4)));
        Condition itself = ACCOUNTS.ID.eq(made.id());
        assertThat(db.accounts().where(itself).fetch().get(0).password()).startsWith("$2a$04$");
        assertThat(db.accounts()
                        .where(itself.and(PgCrypto.passwordMatches(ACCOUNTS.PASSWORD, "correct horse")))
                        .exists())
                .isTrue();
        assertThat(db.accounts()
                        .where(itself.and(PgCrypto.passwordMatches(ACCOUNTS.PASSWORD, "correct horse ")))
                        .exists())
                .isFalse();
        assertThatThrownBy(() -> PgCrypto.passwordHash("x".repeat(73), 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("first 72 bytes");
        byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
        assertThat(db.sql()
                        .select(PgCrypto.digest(DSL.val(bytes), Algorithm.SHA256))
                        .fetchOne()
                        .value1())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes));
        db.accounts().byId(made.id()).delete();
    }
}
