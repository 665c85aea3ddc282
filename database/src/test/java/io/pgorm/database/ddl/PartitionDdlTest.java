package io.pgorm.database.ddl;

import static io.pgorm.database.ddl.Ir.NONE;
import static io.pgorm.database.ddl.Ir.by;
import static io.pgorm.database.ddl.Ir.column;
import static io.pgorm.database.ddl.Ir.foreignKey;
import static io.pgorm.database.ddl.Ir.index;
import static io.pgorm.database.ddl.Ir.key;
import static io.pgorm.database.ddl.Ir.name;
import static io.pgorm.database.ddl.Ir.partition;
import static io.pgorm.database.ddl.Ir.partitioned;
import static io.pgorm.database.ddl.Ir.range;
import static io.pgorm.database.ddl.Ir.sql;
import static io.pgorm.database.ddl.Ir.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartitionDdlTest extends OnServer {

    private static final String BOUNDS = """
            SELECT i.inhparent::regclass || ' ' || c.relname || ' ' || pg_get_expr(c.relpartbound, c.oid)
            FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE c.relkind IN ('r', 'p') ORDER BY 1""";

    @Test
    void partitionsOfEveryStrategyAreNested() throws SQLException {
        Hierarchy.Partition odd = partition("sales_2024_odd", new Hierarchy.Remainder(2, 1));
        Hierarchy.Partition year = new Hierarchy.Partition(
                name("sales_2024"),
                range("'2024-01-01'", "'2025-01-01'"),
                Optional.of(by(Hierarchy.Strategy.HASH, "id")),
                List.of(odd),
                Optional.empty(),
                NONE);
        Hierarchy.Partition rest = new Hierarchy.Partition(
                name("sales_rest"),
                new Hierarchy.Otherwise(),
                Optional.of(by(Hierarchy.Strategy.LIST, "region")),
                List.of(partition("sales_rest_eu", new Hierarchy.In(List.of(sql("'de'"), sql("NULL"))))),
                Optional.empty(),
                NONE);
        Hierarchy.Partition old = partition("sales_old", range("MINVALUE", "'2024-01-01'"));
        load(table("sales", column("id", "int"), column("at", "date"), column("region", "text"))
                .withConstraints(List.of(key("sales_pkey", "id", "at", "region")))
                .withHierarchy(partitioned(by(Hierarchy.Strategy.RANGE, "at"), year, rest, old)));

        assertThat(ask(BOUNDS))
                .containsExactly(
                        "sales sales_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
                        "sales sales_old FOR VALUES FROM (MINVALUE) TO ('2024-01-01')",
                        "sales sales_rest DEFAULT",
                        "sales_2024 sales_2024_odd FOR VALUES WITH (modulus 2, remainder 1)",
                        "sales_rest sales_rest_eu FOR VALUES IN ('de', NULL)");
    }

    @Test
    void aPartitionWithThingsOfItsOwnTakesItsPlaceUnderItsParentsKeysAndIndexes() throws SQLException {
        ColumnValue identity = new ColumnValue.Identity(true);
        Table people = table("people", column("id", "int")).withConstraints(List.of(key("people_pkey", "id")));
        Table parent = events("events", identity)
                .withHierarchy(partitioned(
                        by(Hierarchy.Strategy.RANGE, "at"),
                        new Hierarchy.Partition(
                                name("events_b"),
                                range("'2030-01-01'", "MAXVALUE"),
                                Optional.of(by(Hierarchy.Strategy.RANGE, "at")),
                                List.of(),
                                Optional.empty(),
                                NONE)));
        Table child = events("an_event", identity).withHierarchy(of("events", range("MINVALUE", "'2030-01-01'")));
        Table below = events("below", identity).withHierarchy(of("events_b", range("'2030-01-01'", "'2031-01-01'")));
        load(people, parent, child, below);

        assertThat(
                        ask(
                                "SELECT relname FROM pg_class WHERE relkind IN ('i', 'I') AND relname LIKE 'an_event%' ORDER BY 1"))
                .containsExactly("an_event_at_idx", "an_event_pkey");
        assertThat(ask("SELECT count(*) FROM pg_constraint WHERE conrelid = 'an_event'::regclass AND contype = 'f'"))
                .containsExactly("1");
        assertThat(ask("SELECT bool_and(indisvalid)::text FROM pg_index WHERE indrelid = 'events'::regclass"))
                .containsExactly("true");
        assertThat(ask("SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = 'below'::regclass"))
                .containsExactly("events_b");
    }

    private static Table events(String name, ColumnValue id) {
        return table(name, column("id", "int", id), column("at", "date"), column("person", "int"))
                .withConstraints(
                        List.of(key(name + "_pkey", "id", "at"), foreignKey(name + "_fkey", "person", "people", "id")))
                .withIndexes(List.of(index(name + "_at_idx", false, Index.Key.of("at"))));
    }

    private static Hierarchy of(String parent, Hierarchy.Bound bound) {
        return new Hierarchy(
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(new Hierarchy.PartitionOf(name(parent), bound, NONE)));
    }
}
