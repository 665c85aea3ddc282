package io.pgorm.it.client;

import static io.pgorm.it.features.Tables.ARTICLES;
import static io.pgorm.it.features.Tables.AUTHORS;
import static io.pgorm.it.features.Tables.LETTERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.Explain;
import io.pgorm.client.Page;
import io.pgorm.client.PreparedQuery;
import io.pgorm.client.Shape;
import io.pgorm.database.ScratchServer;
import io.pgorm.features.fts.Highlight;
import io.pgorm.features.fts.HighlightOptions;
import io.pgorm.features.fts.Ranking;
import io.pgorm.features.fts.Ranking.Normalization;
import io.pgorm.features.fts.Search;
import io.pgorm.features.fts.SearchTerm;
import io.pgorm.it.features.Article;
import io.pgorm.it.features.Db;
import io.pgorm.it.features.Letter;
import io.pgorm.it.features.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Search by words and by trigrams: right, by the index, and safe from what people write. */
class TextSearchTest {

    record Hit(String title, float rank, @Nullable Highlight body) {}

    record Name(String name) {}

    record WithAuthor(int id, Name author) {}

    record Works(String name, List<String> found) {}

    private static final PreparedQuery<String, List<Article>> FIND = PreparedQuery.of(
                    ARTICLES,
                    ARTICLES.TITLE,
                    (articles, words) ->
                            articles.by(ARTICLES.SEARCH.search(words)).limit(10))
            .list();

    private static FeatureServer server;
    private static Db db;

    @BeforeAll
    static void fill() throws Exception {
        server = new FeatureServer(ScratchServer.start(), "/features.sql");
        server.execute("""
            INSERT INTO authors (name) SELECT 'Writer ' || md5(n::text) FROM generate_series(1, 20000) n;
            INSERT INTO authors (name) VALUES ('Johann Wolfgang Goethe'), ('Jane Austen'), ('Joan Baez');
            INSERT INTO articles (title, body, author_id)
              SELECT 'number ' || n, 'about ' || md5(n::text) || ' and ' || md5((n + 1)::text), 1 + n % 3000
              FROM generate_series(1, 5000) n;
            INSERT INTO articles (title, body, author_id) VALUES
              ('Cats', 'Black cats <b onmouseover="x">sleep</b> & "dream" of mice', 1),
              ('Dogs', 'Dogs chase cats, cats run; a dog and a cat', 2),
              ('Mice', 'The quick mouse ran behind the lazy cat', 3),
              ('Concatenation', NULL, 3);
            INSERT INTO letters (language, body, owner_id) VALUES
              ('german', 'Die Häuser und die Katzen', 1), ('english', 'The houses and the cats', 1),
              ('german', 'Das Haus', 2);
            """);
        server.execute("VACUUM ANALYZE"); // else a GIN index has a list to be gone through
        db = Db.open(server.options());
        db.authors().count(); // opens a connection
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    private static List<String> titles(SearchTerm term) {
        return db.articles().by(ARTICLES.SEARCH.search(term)).fetch().stream()
                .map(Article::title)
                .toList();
    }

    @Test
    void theBestComeFirstWithTheirWordsMarkedInOneRoundTrip() throws Exception {
        Search cats = ARTICLES.SEARCH.search("cats -dogs");
        Shape<Hit> hit = Shape.of(Hit::new, ARTICLES.TITLE, cats.rank(), cats.highlight(ARTICLES.BODY));
        List<Hit> hits = server.inOneTrip(() -> db.articles().by(cats).limit(10).fetch(hit));
        assertThat(hits).extracting(Hit::title).containsExactly("Cats", "Mice");
        assertThat(hits.get(0).rank()).isGreaterThan(hits.get(1).rank());
        assertThat(hits.get(0).body().html())
                .contains("Black <mark>cats</mark>")
                .doesNotContain("<b", "\"");
    }

    @Test
    void aHighlightIsSafeInAPageWhateverTheTextHolds() {
        Highlight hostile = new Highlight("\uE001\uE000a\uE000b<script>alert('x')</script>&\"");
        assertThat(hostile.html())
                .isEqualTo("<mark>ab&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;</mark>");
        Search dogs = ARTICLES.SEARCH.search("dog");
        Shape<Hit> whole =
                Shape.of(Hit::new, ARTICLES.TITLE, dogs.rank(), dogs.highlight(ARTICLES.BODY, HighlightOptions.WHOLE));
        assertThat(db.articles().by(dogs).fetch(whole).get(0).body().html())
                .isEqualTo("<mark>Dogs</mark> chase cats, cats run; a <mark>dog</mark> and a cat");
    }

    @Test
    void highlightsAreMadeForThePageOnly() {
        Search cats = ARTICLES.SEARCH.search("cats");
        Shape<Hit> hit = Shape.of(Hit::new, ARTICLES.TITLE, cats.rank(), cats.highlight(ARTICLES.BODY));
        String plan = db.articles().by(cats).limit(2).explain(hit, Explain.VERBOSE);
        int sort = plan.indexOf("->  Sort");
        assertThat(sort).as(plan).isPositive();
        assertThat(plan.substring(plan.indexOf("Limit"), sort)).contains("ts_headline");
        assertThat(plan.substring(sort)).doesNotContain("ts_headline");
    }

    @Test
    void aSearchFindsByTheIndex() {
        assertThat(db.articles().by(ARTICLES.SEARCH.search("cats")).limit(10).explain())
                .contains("Bitmap Index Scan on articles_search_idx");
        assertThat(db.articles()
                        .by(ARTICLES.SEARCH.search(SearchTerm.prefix("concat").or(SearchTerm.phrase("lazy cat"))))
                        .explain())
                .contains("Bitmap Index Scan on articles_search_idx");
    }

    @Test
    void termsArePutTogetherInJava() {
        assertThat(titles(SearchTerm.words("cat"))).containsExactlyInAnyOrder("Cats", "Dogs", "Mice");
        assertThat(titles(SearchTerm.words("cat").and(SearchTerm.words("dog").not())))
                .containsExactlyInAnyOrder("Cats", "Mice");
        assertThat(titles(SearchTerm.phrase("lazy cats"))).containsExactly("Mice");
        assertThat(titles(SearchTerm.words("quick").followedBy(SearchTerm.words("ran"), 2)))
                .containsExactly("Mice");
        assertThat(titles(SearchTerm.words("quick").followedBy(SearchTerm.words("ran"), 1)))
                .isEmpty();
        assertThat(titles(SearchTerm.prefix("conc"))).containsExactly("Concatenation");
        assertThat(titles(SearchTerm.words("dream").or(SearchTerm.prefix("conc"))))
                .containsExactlyInAnyOrder("Cats", "Concatenation");
        assertThatThrownBy(() -> SearchTerm.words("a").followedBy(SearchTerm.words("b"), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatPeopleWriteIsNeverASyntaxError() {
        for (String text : List.of(
                "",
                " ",
                "the",
                "foo & | '\" -(",
                "it's",
                "'",
                "\\",
                "'':*",
                "a\\'b",
                "!!",
                "<->",
                ":*",
                "cats | dogs &",
                "\"",
                "-",
                "(((",
                "\u00e4\u2603\ud83d\ude00",
                "' || 'x",
                "a:b",
                "$1",
                "?",
                "{0}",
                "/* */",
                "--")) {
            for (SearchTerm term : List.of(
                    SearchTerm.web(text), SearchTerm.words(text), SearchTerm.phrase(text), SearchTerm.prefix(text))) {
                assertThat(db.articles()
                                .where(ARTICLES.SEARCH
                                        .search(term.and(SearchTerm.words("cat")))
                                        .condition())
                                .count())
                        .as(text)
                        .isBetween(0L, 3L);
            }
        }
        assertThat(titles(SearchTerm.web("the"))).as("no word that counts").isEmpty();
        assertThat(titles(SearchTerm.prefix("cat'"))).contains("Cats");
    }

    @Test
    void rankingsDifferByNearnessAndLength() {
        Search near = ARTICLES.SEARCH
                .search("dog cat")
                .ranked(Ranking.NEARNESS.normalized(Normalization.BY_DISTANCE, Normalization.BELOW_ONE));
        List<Hit> hits = db.articles()
                .by(near)
                .fetch(Shape.of(Hit::new, ARTICLES.TITLE, near.rank(), near.highlight(ARTICLES.BODY)));
        assertThat(hits).extracting(Hit::title).containsExactly("Dogs");
        assertThat(hits.get(0).rank()).isBetween(0f, 1f);
        assertThat(db.articles().by(ARTICLES.SEARCH.search("cat").unranked()).explain())
                .doesNotContain("Sort");
    }

    @Test
    void pagesShapesAndPreparedQueriesSearchToo() throws Exception {
        Page<Article> first = server.inOneTrip(
                () -> db.articles().by(ARTICLES.SEARCH.search("cats")).limit(2).page());
        Page<Article> second = db.articles()
                .by(ARTICLES.SEARCH.search("cats"))
                .after(first.next().orElseThrow())
                .limit(2)
                .page();
        assertThat(first.rows()).hasSize(2);
        assertThat(second.rows()).hasSize(1).doesNotContainAnyElementsOf(first.rows());

        List<Works> works = server.inOneTrip(() -> db.authors()
                .where(AUTHORS.ARTICLES.some(
                        ARTICLES.SEARCH.search("black or lazy").condition()))
                .orderBy(AUTHORS.ID)
                .fetch(Shape.of(
                        Works::new,
                        AUTHORS.NAME,
                        AUTHORS.ARTICLES
                                .where(ARTICLES.SEARCH.search("cat").condition())
                                .orderBy(ARTICLES.SEARCH.search("cat").rank().desc())
                                .as(Name::new, ARTICLES.TITLE)
                                .convertFrom(
                                        list -> list.stream().map(Name::name).toList()))));
        assertThat(works).extracting(Works::found).contains(List.of("Cats"), List.of("Mice"));

        assertThat(server.inOneTrip(() -> db.run(FIND, "lazy cat")))
                .extracting(Article::title)
                .containsExactly("Mice");
        assertThat(db.articles()
                        .by(ARTICLES.SEARCH.search("lazy cat"))
                        .fetch(Shape.of(WithAuthor::new, ARTICLES.ID, ARTICLES.AUTHOR.as(Name::new, AUTHORS.NAME))))
                .hasSize(1);
    }

    @Test
    void eachRowInALanguageOfItsOwnIsSearchedInThatUnderItsPolicy() throws Exception {
        Db one = db.as(Session.uid(1));
        List<Letter> german = server.inOneTrip(() ->
                one.letters().by(LETTERS.SEARCH.in("german").search("Haus")).fetch());
        assertThat(german).extracting(Letter::body).containsExactly("Die Häuser und die Katzen");
        assertThat(one.letters()
                        .by(LETTERS.SEARCH.in("english").search("house"))
                        .fetch())
                .extracting(Letter::body)
                .containsExactly("The houses and the cats");
        assertThatThrownBy(() -> LETTERS.SEARCH.search("Haus"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in(\"german\")");
        assertThatThrownBy(() -> ARTICLES.SEARCH.in("german"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@@fts(..., language: \"german\"");
    }

    @Test
    void slipsAreFoundByTrigramsAndTheirIndex() throws Exception {
        assertThat(server.inOneTrip(() -> db.authors()
                        .by(AUTHORS.NAME.alike("Jane Austin"))
                        .limit(3)
                        .fetch()))
                .extracting(author -> author.name())
                .containsExactly("Jane Austen");
        assertThat(db.authors().by(AUTHORS.NAME.wordAlike("austn")).limit(3).fetch())
                .extracting(author -> author.name())
                .containsExactly("Jane Austen");
        assertThat(db.authors().by(AUTHORS.NAME.suggest("jo")).limit(3).fetch())
                .extracting(author -> author.name())
                .containsExactlyInAnyOrder("Joan Baez", "Johann Wolfgang Goethe");
        assertThat(db.authors().by(AUTHORS.NAME.alike("Jane Austin", 0.9)).fetch())
                .isEmpty();
        assertThatThrownBy(() -> AUTHORS.NAME.alike("x", 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the index does not find");
        for (var choice : List.of(
                AUTHORS.NAME.alike("Jane Austin"), AUTHORS.NAME.wordAlike("goethe"), AUTHORS.NAME.suggest("joan"))) {
            assertThat(db.authors().by(choice).limit(3).explain()).contains("Bitmap Index Scan on authors_name_idx");
        }
    }
}
