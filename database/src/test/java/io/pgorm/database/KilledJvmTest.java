package io.pgorm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A JVM that is killed runs no shutdown hook; its embedded server must not outlive it all the same. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no guard process on Windows")
class KilledJvmTest {

    /** The program that is killed: it starts a server, prints where, and waits. */
    static final class Victim {
        public static void main(String[] args) throws InterruptedException {
            var server = ScratchServer.start(ScratchOptions.standard().withProvider(ScratchProvider.EMBEDDED));
            var database = server.create();
            System.out.println(database.jdbcUrl() + " " + database.password());
            TimeUnit.MINUTES.sleep(5);
        }
    }

    @Test
    void theEmbeddedServerEndsWithItsJvm() throws Exception {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = victim.inputReader(StandardCharsets.UTF_8)) {
            String[] address = lines.readLine().split(" ");
            connect(address);
            victim.destroyForcibly().waitFor();

            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (answers(address) && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            assertThatThrownBy(() -> connect(address)).isInstanceOf(SQLException.class);
        } finally {
            victim.destroyForcibly();
        }
        assertThat(victim.isAlive()).isFalse();
    }

    private static void connect(String[] address) throws SQLException {
        DriverManager.getConnection(address[0], "postgres", address[1]).close();
    }

    private static boolean answers(String[] address) {
        try {
            connect(address);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
