package io.pgorm.client;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.internal.Channel;
import io.pgorm.client.internal.Identity;
import io.pgorm.client.internal.Rendered;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How the database and the pool are.
 *
 * @param up whether the database answered in time
 * @param answerTime how long that took, waiting for a connection included
 * @param problem why it did not answer; without a value or a secret
 * @param active how many connections are in use; -1 where the pool is not ours to ask
 * @param idle how many are free
 * @param waiting how many calls wait for one
 */
public record Health(boolean up, Duration answerTime, Optional<String> problem, int active, int idle, int waiting) {

    private static final Rendered QUESTION = Rendered.of("SELECT 1");

    static Health of(DataSource dataSource, Channel channel, Duration patience) {
        long start = System.nanoTime();
        Optional<String> problem = Optional.empty();
        try {
            channel.withTimeout(patience)
                    .send(Identity.NONE, Channel.Scope.STATEMENT, List.of(QUESTION), new Object[0], outcomes -> true);
        } catch (PgOrmException e) {
            problem = Optional.of(String.valueOf(e.getMessage()));
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        HikariPoolMXBean pool = dataSource instanceof HikariDataSource hikari ? hikari.getHikariPoolMXBean() : null;
        return pool == null
                ? new Health(problem.isEmpty(), time, problem, -1, -1, -1)
                : new Health(
                        problem.isEmpty(),
                        time,
                        problem,
                        pool.getActiveConnections(),
                        pool.getIdleConnections(),
                        pool.getThreadsAwaitingConnection());
    }
}
