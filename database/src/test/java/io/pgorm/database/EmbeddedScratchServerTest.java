package io.pgorm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class EmbeddedScratchServerTest extends ScratchServerContract {

    private static final ScratchOptions EMBEDDED = ScratchOptions.standard().withProvider(ScratchProvider.EMBEDDED);

    @Override
    ScratchServer server() {
        return ScratchServer.start(EMBEDDED);
    }

    @Test
    void itSaysWhatItIs() {
        try (var server = server()) {
            assertThat(server.provider()).isEqualTo(ScratchProvider.EMBEDDED);
            assertThat(server.describe()).isEqualTo("PostgreSQL 18.6, embedded");
        }
    }

    @Test
    void allWhoAskShareOneServer() {
        try (var one = server();
                var other = ScratchServer.start(EMBEDDED.withExtensions(Set.of("hstore")));
                var a = one.create();
                var b = other.create()) {
            assertThat(a.jdbcUrl().replace(a.name(), "")).isEqualTo(b.jdbcUrl().replace(b.name(), ""));
        }
    }

    @Test
    void itIsChosenForSpeedWhenItHasTheExtensions() {
        var options = ScratchOptions.fast().withExtensions(Set.of("hstore"));
        try (var server = ScratchServer.start(options)) {
            assertThat(server.provider()).isEqualTo(ScratchProvider.EMBEDDED);
        }
    }

    @Test
    void durabilityIsOff() throws Exception {
        try (var server = server();
                var database = server.create()) {
            assertThat(ask(database, "SHOW fsync")).isEqualTo("off");
            assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("off");
            assertThat(ask(database, "SHOW full_page_writes")).isEqualTo("off");
        }
    }

    @Test
    void anotherUserOfTheMachineDoesNotGetInWithoutThePassword() {
        try (var server = server();
                var database = server.create()) {
            assertThatThrownBy(() -> java.sql.DriverManager.getConnection(database.jdbcUrl(), "postgres", "guess"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void anExtensionThatNobodyHasIsOneMessageWithBothWaysOut() {
        var options = EMBEDDED.withExtensions(Set.of("postgis", "hstore"));
        assertThatThrownBy(() -> ScratchServer.start(options))
                .isInstanceOf(ScratchUnavailableException.class)
                .hasMessage("No scratch PostgreSQL with the extensions \"hstore\", \"postgis\" could be had."
                        + " Start Docker, or set PGORM_SCRATCH_URL to the JDBC URL of a PostgreSQL server that has them."
                        + " Tried: PostgreSQL 18.6, embedded: does not have \"postgis\".");
    }
}
