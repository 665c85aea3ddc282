package io.pgorm.database.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOfMajorTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17})
    void aServerOfEachMajorCanBeHad(int major) throws Exception {
        try (ServerOfMajor older = ServerOfMajor.start(major);
                ScratchServer server = ScratchServer.start(older.options())) {
            assertThat(server.versionNum() / 10_000).isEqualTo(major);
        }
    }
}
