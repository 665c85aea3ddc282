package io.pgorm.migrations.source;

import io.pgorm.database.ScratchServer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The roles that were made for scratch databases of this JVM, and how many of those that are open use each: two sides
 * of a comparison name the same roles on the same server. Thread-safe.
 */
final class ScratchRoles {

    private record Place(String server, String role) {}

    private static final Map<Place, Integer> USERS = new ConcurrentHashMap<>();

    private ScratchRoles() {}

    static boolean isShared(ScratchServer server, String role) {
        return USERS.containsKey(place(server, role));
    }

    static void share(ScratchServer server, String role) {
        USERS.merge(place(server, role), 1, Integer::sum);
    }

    /** Drops the role with its last user. */
    static void release(ScratchServer server, String role) {
        USERS.computeIfPresent(place(server, role), (place, users) -> {
            if (users > 1) {
                return users - 1;
            }
            server.dropRole(role);
            return null;
        });
    }

    private static Place place(ScratchServer server, String role) {
        return new Place(server.describe(), role);
    }
}
