package io.pgorm.sdl.internal.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "createdAt, created_at",
        "HTTPServer, http_server",
        "userID, user_id",
        "BlogPost, blog_post",
        "address2, address2",
        "line1Text, line1_text",
        "utf8Name, utf8_name",
        "V2API, v2_api",
        "snake_case, snake_case",
        "_hidden, _hidden",
        "URL, url",
        "aB, a_b",
        "ÉtéChaud, été_chaud",
    })
    void capitalsBreakWords(String name, String snake) {
        assertThat(Names.snake(name)).isEqualTo(snake);
    }

    @ParameterizedTest
    @CsvSource({
        "User, users, Users",
        "BlogPost, blog_posts, BlogPosts",
        "Category, categories, Categories",
        "Child, children, Children",
        "API, apis, APIs",
        "Sheep, sheep, SheepTable",
        "Address, addresses, Addresses",
        "Blog_Post, blog_posts, Blog_Posts",
        "Users, users, UsersTable",
        "BlogPosts, blog_posts, BlogPostsTable",
        "Categories, categories, CategoriesTable",
        "SalesPeople, sales_people, SalesPeopleTable",
        "Data, data, DataTable",
        "Analyses, analyses, AnalysesTable",
        "Status, statuses, Statuses",
        "Class, classes, Classes",
        "Bus, buses, Buses",
        "Alias, aliases, Aliases",
        "Lens, lenses, Lenses",
        "Analysis, analyses, Analyses",
        "Process, processes, Processes",
        "Canvas, canvases, Canvases",
        "Series, series, SeriesTable",
        "Box, boxes, Boxes",
        "Photos, photos, PhotosTable",
    })
    void theLastWordIsPutInThePlural(String model, String table, String plural) {
        assertThat(Names.table(model)).isEqualTo(table);
        assertThat(Names.javaPlural(model)).isEqualTo(plural);
    }

    @ParameterizedTest
    @CsvSource({
        "followers, follower",
        "categories, category",
        "boxes, box",
        "following, following",
        "best_friends, best_friend",
        "houses, house",
        "classes, class",
    })
    void aListLosesItsEnding(String list, String one) {
        assertThat(Names.singular(list)).isEqualTo(one);
    }

    @Test
    void constantsAreUpperSnakeCase() {
        assertThat(Names.constant("createdAt")).isEqualTo("CREATED_AT");
    }
}
