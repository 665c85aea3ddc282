package io.pgorm.features.partition.internal;

import io.pgorm.client.error.StatementRefused;
import io.pgorm.features.partition.PartitionBound;
import io.pgorm.features.partition.PartitionCut;
import io.pgorm.features.partition.internal.LivePartitions.Key;
import io.pgorm.ir.sql.Identifiers;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Makes a partition beside its table and attaches it. For one transaction.
 *
 * @param other the default partition
 */
public record MakePartition(DSLContext sql, Table<?> table, Key key, Optional<Name> other) {

    /** By which PostgreSQL knows that it need not look at the rows. */
    public static final String CHECK = "pgorm_bound";

    /** invalid_object_definition */
    private static final String INVALID_DEFINITION = "42P17";

    private static final String COLUMNS = """
            SELECT attname FROM pg_catalog.pg_attribute
            WHERE attrelid = CAST({0} AS pg_catalog.regclass) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            ORDER BY attnum""";

    /** @param move whether rows of the default partition come along, which is locked meanwhile */
    public void make(PartitionBound bound, Optional<PartitionCut> cut, boolean move) {
        Name name = key.name(Identifiers.shorten(key.table(), "_" + bound.suffix()));
        sql.execute(
                "CREATE TABLE {0} (LIKE {1} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE"
                        + " INCLUDING COMPRESSION){2}",
                name, table, cut.map(Cuts::clause).orElse(DSL.sql("")));
        other.ifPresent(rest -> fromDefault(bound, name, rest, move));
        sql.execute("ALTER TABLE {0} ADD CONSTRAINT {1} CHECK ({2})", name, DSL.name(CHECK), Bounds.within(key, bound));
        attach(sql, table, key, name, bound);
        sql.execute("ALTER TABLE {0} DROP CONSTRAINT {1}", name, DSL.name(CHECK));
        if (key.rowSecurity()) {
            sql.execute("ALTER TABLE {0} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY", name);
        }
        sql.execute("COMMENT ON TABLE {0} IS {1}", name, DSL.inline(MadeAhead.MARK));
    }

    /** @throws IllegalStateException if PostgreSQL has no place for it */
    public static void attach(DSLContext sql, Table<?> table, Key key, Name name, PartitionBound bound) {
        try {
            sql.execute("ALTER TABLE {0} ATTACH PARTITION {1} {2}", table, name, Bounds.clause(key, bound));
        } catch (StatementRefused e) {
            if (INVALID_DEFINITION.equals(e.sqlState().orElse(""))) {
                throw new IllegalStateException(
                        "PostgreSQL has no place in " + key.table() + " for a partition of what is "
                                + Bounds.text(bound) + ": it is empty, or lies over one that is there");
            }
            throw e;
        }
    }

    private void fromDefault(PartitionBound bound, Name name, Name rest, boolean move) {
        Table<?> defaults = DSL.table(rest);
        if (move) {
            sql.execute("LOCK TABLE {0} IN ACCESS EXCLUSIVE MODE", rest);
            // by their names, for the default partition may have them in another order; what is generated is so again
            QueryPart columns = DSL.list(sql.fetch(COLUMNS, DSL.val(sql.render(table)))
                    .map(row -> DSL.name(row.get("attname", String.class))));
            sql.execute(
                    "WITH moved AS (DELETE FROM {0} WHERE {1} RETURNING {3}) INSERT INTO {2} ({3}) SELECT {3} FROM moved",
                    rest, Bounds.within(key, bound), name, columns);
        } else if (sql.fetchExists(defaults, Bounds.within(key, bound))) {
            throw new IllegalStateException(
                    "the default partition of " + key.table() + " has rows of what is " + Bounds.text(bound)
                            + ", so that PostgreSQL refuses a partition for them: ensureFromDefault(...) moves them");
        }
    }
}
