package io.pgorm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The embedded server plays the part of the one that the user runs. */
class UrlScratchServerTest extends ScratchServerContract {

    private static ScratchDatabase users;
    private static String url;

    @BeforeAll
    static void aServerThatTheUserRuns() {
        users = ScratchServer.start(ScratchOptions.standard().withProvider(ScratchProvider.EMBEDDED))
                .create();
        url = users.jdbcUrl() + "?user=" + users.user() + "&password=" + users.password();
    }

    @AfterAll
    static void theUserStops() {
        users.close();
    }

    @Override
    ScratchServer server() {
        return ScratchServer.start(ScratchOptions.standard().withUrl(url));
    }

    @Test
    void theUsersOwnDatabaseIsLeftAlone() throws Exception {
        try (var server = server();
                var database = server.create()) {
            assertThat(server.provider()).isEqualTo(ScratchProvider.URL);
            assertThat(database.name()).isNotEqualTo(users.name());
        }
        assertThat(ask(users, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void aRoleThatMayNotCreateDatabasesIsToldWhatToGrant() throws Exception {
        run(users, "CREATE ROLE weak LOGIN PASSWORD 'weak'");
        var weak = ScratchOptions.standard().withUrl(users.jdbcUrl() + "?user=weak&password=weak");
        try (var server = ScratchServer.start(weak)) {
            assertThatThrownBy(server::create)
                    .isInstanceOf(ScratchUnavailableException.class)
                    .hasMessageContaining("ALTER ROLE \"weak\" CREATEDB");
        } finally {
            run(users, "DROP ROLE weak");
        }
    }

    @Test
    void aServerThatIsNotThereIsOneMessageWithoutThePassword() {
        var nobody = ScratchOptions.standard().withUrl("jdbc:postgresql://127.0.0.1:1/app?user=ann&password=hunter2");
        assertThatThrownBy(() -> ScratchServer.start(nobody))
                .isInstanceOf(ScratchUnavailableException.class)
                .hasMessageContaining("ann@127.0.0.1:1/app")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aServerWithoutTheExtensionIsNotReplacedByAnother() {
        var options = ScratchOptions.standard().withUrl(url).withExtensions(Set.of("postgis"));
        assertThatThrownBy(() -> ScratchServer.start(options))
                .isInstanceOf(ScratchUnavailableException.class)
                .hasMessageContaining("does not have \"postgis\"");
    }
}
