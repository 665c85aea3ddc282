package io.pgorm.it.client;

import static io.pgorm.it.features.Tables.LEAFLETS;
import static io.pgorm.it.features.Tables.PAPERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.client.RowChoice;
import io.pgorm.database.ScratchServer;
import io.pgorm.it.features.Db;
import io.pgorm.it.features.Session;
import java.sql.Connection;
import java.util.Map;
import org.jooq.JSONB;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Which index the client's own statements use, without a policy and with one; where PostgreSQL cannot use it under a policy,
 * the doctor says so.
 */
class PolicyIndexTest {

    private static FeatureServer server;
    private static Connection superuser;
    private static Doctor doctor;
    private static Db db;
    private static Db owner;

    @BeforeAll
    static void fill() throws Exception {
        server = new FeatureServer(ScratchServer.start(), "/features.sql");
        server.execute("""
            INSERT INTO leaflets (title, body, facts, printed)
              SELECT 'Leaflet ' || md5(n::text), 'about ' || md5((n / 2)::text), jsonb_build_object('n', n),
                     timestamptz '2026-01-01 00:00:00+00' + n * interval '1 minute'
              FROM generate_series(1, 6000) n;
            INSERT INTO leaflets (title, body, facts, printed) VALUES ('Jane Austen', 'novels', '{}', now());
            INSERT INTO papers (title, body, facts, printed, owner_id)
              SELECT title, body, facts, printed, 1 + id % 2 FROM leaflets;
            """);
        server.execute("VACUUM ANALYZE"); // else a GIN index has a list to be gone through
        superuser = server.superuser();
        doctor = new Doctor(superuser, "pgorm_it_app");
        db = Db.open(server.options());
        owner = db.as(Session.uid(1));
    }

    @AfterAll
    static void close() throws Exception {
        db.close();
        superuser.close();
        server.close();
    }

    private static String openPlan(RowChoice choice) {
        return db.leaflets().by(choice).limit(10).explain();
    }

    private static String ownPlan(RowChoice choice) {
        return owner.papers().by(choice).limit(10).explain();
    }

    @Test
    void search() throws Exception {
        assertThat(openPlan(LEAFLETS.SEARCH.search("c4ca4238a0b923820dcc509a6f75849b")))
                .contains("leaflets_search_idx");
        doctor.saysThatThePolicyHidesTheIndex(
                "papers_search_idx", () -> ownPlan(PAPERS.SEARCH.search("c4ca4238a0b923820dcc509a6f75849b")));
    }

    @Test
    void trigrams() throws Exception {
        assertThat(openPlan(LEAFLETS.TITLE.alike("Jane Austin"))).contains("leaflets_title_idx");
        doctor.saysThatThePolicyHidesTheIndex("papers_title_idx", () -> ownPlan(PAPERS.TITLE.alike("Jane Austin")));
    }

    @Test
    void containment() throws Exception {
        JSONB seven = JSONB.valueOf("{\"n\": 7}");
        assertThat(db.leaflets().where(LEAFLETS.FACTS.contains(seven)).explain())
                .contains("leaflets_facts_idx");
        assertThat(db.leaflets()
                        .where(LEAFLETS.FACTS.matches("$ ? (@.n == $n)", Map.of("n", 7)))
                        .explain())
                .contains("leaflets_facts_idx");
        doctor.saysThatThePolicyHidesTheIndex(
                "papers_facts_idx",
                () -> owner.papers().where(PAPERS.FACTS.contains(seven)).explain());
    }

    @Test
    void pages() throws Exception {
        var leaflets = db.leaflets().orderBy(LEAFLETS.PRINTED.desc());
        var first = leaflets.limit(20).page();
        assertThat(leaflets.limit(20).explain()).contains("leaflets_printed_id_idx");
        assertThat(leaflets.after(first.next().orElseThrow()).limit(20).explain())
                .contains("leaflets_printed_id_idx");

        var papers = owner.papers().orderBy(PAPERS.PRINTED.desc());
        var own = papers.limit(20).page();
        assertThat(papers.limit(20).explain()).contains("papers_printed_id_idx");
        assertThat(papers.after(own.next().orElseThrow()).limit(20).explain()).contains("papers_printed_id_idx");
        doctor.isSilentAbout("papers_printed_id_idx");
    }
}
