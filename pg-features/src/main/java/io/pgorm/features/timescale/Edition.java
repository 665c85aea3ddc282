package io.pgorm.features.timescale;

import io.pgorm.client.AbstractDb;
import org.jooq.Record;

/** What TimescaleDB is licensed as, and so what it can do: {@code timescaledb.license} of the server. */
public enum Edition {
    /** Hypertables, buckets, {@code first} and {@code last}, dropping chunks. What distributions ship. */
    APACHE,
    /** Compression, continuous aggregates and policies too. What Timescale ships. */
    COMMUNITY;

    private static final String SETTING = """
            SELECT (SELECT setting FROM pg_catalog.pg_settings WHERE name = 'timescaledb.license') AS license,
                   EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'timescaledb') AS there""";

    /**
     * Asks the server, in one round trip.
     *
     * @throws IllegalStateException if the database does not have TimescaleDB
     */
    public static Edition of(AbstractDb<?> db) {
        Record row = db.sql().fetchSingle(SETTING);
        String license = row.get("license", String.class);
        if (license == null || !row.get("there", boolean.class)) {
            throw new IllegalStateException(
                    "this database does not have TimescaleDB; @@hypertable in the schema brings it with"
                            + " the next migration, and the server needs it among its shared_preload_libraries");
        }
        return license.equals("apache") ? APACHE : COMMUNITY;
    }

    /**
     * Sees to it that the server can do what only the Community edition can.
     *
     * @throws CommunityEditionRequired if it has the Apache edition
     */
    static void requireCommunity(AbstractDb<?> db, String what) {
        if (of(db) == APACHE) {
            throw new CommunityEditionRequired(what);
        }
    }
}
