package io.pgorm.migrations.apply;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A session of the server that is in the way. It never says what the session runs, since a query may hold what is
 * secret. Immutable.
 *
 * @param pid its process on the server
 * @param application what it calls itself, empty where it does not say or may not be seen
 * @param user its role, empty where that may not be seen
 * @param state {@code active}, {@code idle in transaction}, ...; empty where that may not be seen
 * @param age how long its transaction is open; null where it has none or it may not be seen
 */
public record OtherSession(
        int pid,
        String application,
        String user,
        String state,
        @Nullable Duration age) {

    /** For people: {@code pid 4711 (application "shop", user shop, idle in transaction for 12 s)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("pid ").append(pid).append(" (");
        if (!application.isEmpty()) {
            text.append("application \"").append(application).append("\", ");
        }
        if (!user.isEmpty()) {
            text.append("user ").append(user).append(", ");
        }
        text.append(state.isEmpty() ? "state not visible" : state);
        if (age != null) {
            text.append(", its transaction open for ").append(Durations.print(age));
        }
        return text.append(')').toString();
    }
}
