package io.pgorm.benchmarks.peer;

import java.util.Arrays;
import java.util.List;

/** Those who are compared, by the names that the tables show. The first is the limit that the others are measured by. */
public enum Peers {
    PGJDBC_ONE_TRIP("pgjdbc, one trip"),
    PGJDBC_JSON("pgjdbc, json_agg"),
    PG_ORM("PG-ORM"),
    JOOQ_MULTISET("jOOQ MULTISET"),
    JIMMER("Jimmer"),
    JDBI("Jdbi"),
    HIBERNATE("Hibernate, entities"),
    HIBERNATE_STATELESS("Hibernate, stateless");

    private final String label;

    Peers(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Opens it with a pool of its own. */
    public Peer open(String url, String user, String password, int poolSize) {
        if (this == PG_ORM) {
            return new PgOrmPeer(url, user, password, poolSize);
        }
        var pool = Pool.open(url, user, password, poolSize);
        return switch (this) {
            case PGJDBC_ONE_TRIP -> new OneTripPeer(pool);
            case PGJDBC_JSON -> new JsonPeer(pool);
            case JOOQ_MULTISET -> new MultisetPeer(pool);
            case JIMMER -> new JimmerPeer(pool);
            case JDBI -> new JdbiPeer(pool);
            case HIBERNATE -> new HibernatePeer(pool);
            case HIBERNATE_STATELESS -> new StatelessPeer(pool);
            case PG_ORM -> throw new AssertionError();
        };
    }

    public static List<Peers> all() {
        return Arrays.asList(values());
    }
}
