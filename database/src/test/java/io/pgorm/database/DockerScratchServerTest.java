package io.pgorm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.testkit.RequiresDocker;
import io.pgorm.database.testkit.RequiresExtensions;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

@RequiresDocker
class DockerScratchServerTest extends ScratchServerContract {

    private static final ScratchOptions DOCKER = ScratchOptions.standard().withProvider(ScratchProvider.DOCKER);

    @Override
    ScratchServer server() {
        return ScratchServer.start(DOCKER);
    }

    @Test
    void itSaysWhichImageItIs() {
        try (var server = server()) {
            assertThat(server.describe()).matches("PostgreSQL 17\\.\\d+, Docker image postgres:17");
        }
    }

    @Test
    @RequiresExtensions({"postgis", "vector"})
    void thirdPartyExtensionsWork() throws SQLException {
        try (var server = ScratchServer.start(DOCKER.withExtensions(Set.of("postgis", "vector")));
                var database = server.create()) {
            run(database, "CREATE EXTENSION postgis; CREATE EXTENSION vector");
            assertThat(ask(database, "SELECT ST_AsText(ST_MakePoint(1, 2))")).isEqualTo("POINT(1 2)");
            assertThat(ask(database, "SELECT '[1,2]'::vector <-> '[1,4]'::vector"))
                    .isEqualTo("2");
        }
    }

    @Test
    void aNamedImageIsUsed() {
        try (var server = ScratchServer.start(DOCKER.withImage("pgvector/pgvector:pg17"))) {
            assertThat(server.describe()).endsWith("Docker image pgvector/pgvector:pg17");
        }
    }

    @Test
    void anExtensionThatNoImageHasIsOneMessage() {
        assertThatThrownBy(() -> ScratchServer.start(DOCKER.withExtensions(Set.of("no_such_extension"))))
                .isInstanceOf(ScratchUnavailableException.class)
                .hasMessageContainingAll("\"no_such_extension\"", "PGORM_SCRATCH_URL");
    }
}
