package io.pgorm.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short form of {@link LoadRun}. */
@Timeout(120)
@Tag("alone")
class LoadTest {

    private static FaultServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new FaultServer();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"8, 4, false", "64, 4, false", "64, 16, false", "64, 4, true"})
    void threadsShareAPool(int threads, int pool, boolean virtual) throws Exception {
        LoadRun.Result result = LoadRun.run(server, threads, pool, virtual, Duration.ofSeconds(2));
        System.out.println(result.text());
        assertThat(result.calls()).isGreaterThan(threads);
        assertThat(result.wrongIdentities()).isZero();
        assertThat(result.activeAfter()).isZero();
        // 64 calls that take turns on 4 connections wait for tens of milliseconds; one that never has its turn, for
        // seconds
        assertThat(result.longWaitMicros()).isLessThan(1_000_000);
    }
}
