package io.pgorm.features.fts;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.features.LoadedSchema;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FtsTest {

    @Test
    void wordsAreFoundInTheirLanguageAndRankedByTheirWeight() throws SQLException {
        try (LoadedSchema database = new LoadedSchema("""
                model Article {
                  id     Int    @id
                  title  Text
                  body   Text?

                  @@fts({title: A, body: D})
                }
                """)) {
            database.execute("INSERT INTO articles VALUES (1, 'On cars', 'of a horse'), (2, 'Horses', NULL)");
            assertThat(database.read("""
                            SELECT id FROM articles, websearch_to_tsquery('english', 'horse') AS query
                            WHERE search @@ query ORDER BY ts_rank(search, query) DESC
                            """)).containsExactly("2", "1");
            database.execute("SET enable_seqscan = off");
            assertThat(database.read(
                            "EXPLAIN SELECT id FROM articles WHERE search @@ websearch_to_tsquery('english', 'horse')"))
                    .anyMatch(line -> line.contains("articles_search_idx"));
        }
    }

    @Test
    void eachRowHasTheLanguageThatItsFieldSays() throws SQLException {
        try (LoadedSchema database = new LoadedSchema("""
                enum Tongue {
                  English  @map("english")
                  German   @map("german")
                }

                model Page {
                  id      Int     @id
                  tongue  Tongue
                  text    Text

                  @@fts([text], language: tongue)
                }
                """)) {
            database.execute("INSERT INTO pages VALUES (1, 'english', 'houses'), (2, 'german', 'Häuser')");
            assertThat(database.read("SELECT id FROM pages WHERE search @@ to_tsquery('german', 'Haus')"))
                    .containsExactly("2");
            assertThat(database.read("SELECT id FROM pages WHERE search @@ to_tsquery('english', 'house')"))
                    .containsExactly("1");
        }
    }
}
