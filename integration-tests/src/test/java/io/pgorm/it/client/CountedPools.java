package io.pgorm.it.client;

/** Pools whose round trips are counted. */
final class CountedPools {

    private CountedPools() {}

    /** Else a pool tries a connection that was idle for half a second, which is a round trip. */
    static void neverTryConnections() {
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "600000");
    }
}
