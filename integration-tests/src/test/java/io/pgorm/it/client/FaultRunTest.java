package io.pgorm.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The short form of {@link FaultRun}. */
@Timeout(180)
@Tag("alone")
class FaultRunTest {

    @Test
    void noAcknowledgedWriteIsLostAndNoneIsMadeTwice() throws Exception {
        try (FaultServer server = new FaultServer()) {
            FaultRun.Result result = FaultRun.run(server, Duration.ofSeconds(15), 1);
            System.out.println(result);
            assertThat(result.written()).isPositive();
            assertThat(result.notWritten()).isPositive();
            assertThat(result.unknown()).isPositive();
            assertThat(result.reads()).isPositive();
            assertThat(result.lost()).isZero();
            assertThat(result.twice()).isZero();
            assertThat(result.thoughNotWritten()).isZero();
            assertThat(result.halves()).isZero();
            assertThat(result.wrongIdentities()).isZero();
            assertThat(result.otherErrors()).isZero();
            assertThat(result.connectionsLeaked()).isZero();
        }
    }
}
