package io.pgorm.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.migrations.Migrations;
import io.pgorm.migrations.diff.Comparison;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.diff.Way;
import io.pgorm.migrations.file.MigrationVersion;
import io.pgorm.migrations.file.MigrationWriter;
import io.pgorm.migrations.file.WrittenMigration;
import io.pgorm.migrations.source.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * While a load of reads and writes runs on a large table, no online change keeps a statement waiting for longer than the
 * lock timeout. That this would be seen is shown by the same changes offline, which keep statements waiting for as long
 * as they take.
 */
@Timeout(240)
@Tag("alone")
class OnlineUnderLoadTest {

    private static final int CUSTOMERS = 20_000;
    private static final int ORDERS = 200_000;

    /** How long a change may wait for a lock, and with it all who queue up behind it. */
    private static final Duration LOCK_TIMEOUT = Duration.ofMillis(500);

    /** What a statement may take besides, on a machine of two processors on which server, load and other work share. */
    private static final Duration ALLOWANCE = Duration.ofMillis(1000);

    private static final ApplyOptions OPTIONS = ApplyOptions.standard()
            .withLockTimeout(LOCK_TIMEOUT)
            .withRetries(30)
            .withAllow(Set.copyOf(EnumSet.allOf(Hazard.class)));

    /** To look at each row takes a while, as it does in a table that is much larger than a test can have. */
    private static final String BEFORE = """
            CREATE FUNCTION fingerprint(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
            BEGIN
                FOR i IN 1..20 LOOP
                    value := md5(value);
                END LOOP;
                RETURN value;
            END $$;
            CREATE TABLE customers (id bigint PRIMARY KEY, visits integer NOT NULL DEFAULT 0);
            CREATE TABLE orders (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                customer bigint NOT NULL, code text NOT NULL, amount integer, note text);
            """;

    private static final String ROWS = """
            INSERT INTO customers (id) SELECT generate_series(1, %1$d);
            INSERT INTO orders (customer, code, amount, note)
            SELECT 1 + n %% %1$d, 'code ' || n, n %% 100, 'note ' || n FROM generate_series(1, %2$d) n;
            """.formatted(CUSTOMERS, ORDERS);

    /**
     * One change.
     *
     * @param sql what is different afterwards
     * @param major the version of PostgreSQL for which it is planned
     */
    private record Change(String name, String sql, boolean online, int major) {}

    private static Change online(String name, String sql) {
        return new Change(name, sql, true, 17);
    }

    private static Change offline(String name, String sql) {
        return new Change(name, sql, false, 17);
    }

    private static final List<Change> CHANGES = List.of(
            online("index", "CREATE INDEX orders_note ON orders (fingerprint(note));"),
            offline("index", "CREATE INDEX orders_code ON orders (fingerprint(code));"),
            online("foreign key", """
                    ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer) REFERENCES customers;"""),
            online("check", "ALTER TABLE orders ADD CONSTRAINT noted CHECK (fingerprint(note) <> 'x');"),
            offline("check", "ALTER TABLE orders ADD CONSTRAINT coded CHECK (fingerprint(code) <> 'x');"),
            online("not null", "ALTER TABLE orders ALTER COLUMN amount SET NOT NULL;"),
            new Change("not null, 18", "ALTER TABLE orders ALTER COLUMN note SET NOT NULL;", true, 18),
            online("unique", "ALTER TABLE orders ADD CONSTRAINT orders_code_key UNIQUE (code);"),
            online("constant default", "ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'open';"),
            online("volatile default", """
                    ALTER TABLE orders ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();"""),
            offline("volatile default", """
                    ALTER TABLE orders ADD COLUMN other_token uuid NOT NULL DEFAULT gen_random_uuid();"""));

    /**
     * What was seen.
     *
     * @param longestStatement of the migration
     */
    private record Seen(Change change, Duration took, Duration longestStatement, int retries, Load.Waits waits) {}

    @TempDir
    private Path folder;

    @TempDir
    private Path schemas;

    @Test
    void onlineChangesLetReadsAndWritesGoOn() throws Exception {
        Map<Change, WrittenMigration> planned = plans();
        List<Seen> seen = new ArrayList<>();
        Load.Waits baseLine;
        try (ScratchDatabase database = Databases.server().create()) {
            Databases.write(folder, "V1__shop.sql", BEFORE);
            migrations(database).apply();
            Databases.run(database, ROWS);
            Databases.run(database, "VACUUM ANALYZE");
            try (Load load = Load.start(database, CUSTOMERS, ORDERS)) {
                // the first statements of a session are slower
                Thread.sleep(Duration.ofSeconds(1));
                load.taken();
                Thread.sleep(Duration.ofSeconds(4));
                baseLine = load.taken();
                for (Change change : CHANGES) {
                    seen.add(apply(change, planned.get(change), database, load));
                    assertThat(load.failures()).as("%s", change).isEmpty();
                }
            }
        }
        print(baseLine, seen);
        seen.forEach(each -> {
            assertThat(each.waits().reads()).as("%s", each).isPositive();
            assertThat(each.waits().writes()).as("%s", each).isPositive();
            if (each.change().online()) {
                assertThat(each.waits().longest()).as("%s", each).isLessThan(LOCK_TIMEOUT.plus(ALLOWANCE));
            } else {
                Duration wait = each.waits().longest();
                assertThat(wait)
                        .as("%s", each)
                        .isGreaterThan(each.longestStatement().dividedBy(2));
                assertThat(wait)
                        .as("%s", each)
                        .isGreaterThan(
                                online(each.change().name(), seen).waits().longest());
            }
        });
    }

    private static Seen online(String name, List<Seen> seen) {
        return seen.stream()
                .filter(each -> each.change().online() && each.change().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** From each state to the next. They are made beforehand: to make scratch databases is work of another server. */
    private Map<Change, WrittenMigration> plans() throws Exception {
        Map<Change, WrittenMigration> planned = new LinkedHashMap<>();
        String before = BEFORE;
        for (Change change : CHANGES) {
            String after = before + change.sql() + "\n";
            DiffOptions options = DiffOptions.standard()
                    .withScratch(ScratchOptions.fast().withProvider(ScratchProvider.EMBEDDED))
                    .withOnline(change.online())
                    .withMajor(change.major());
            try (Comparison comparison = Comparison.of(schema("before", before), schema("after", after), options)) {
                Way up = comparison.difference().up();
                assertThat(up)
                        .isInstanceOfSatisfying(
                                Way.Planned.class,
                                way -> assertThat(way.plan().isEmpty()).isFalse());
                Plan plan = ((Way.Planned) up).plan();
                MigrationVersion version = new MigrationVersion(String.valueOf(2 + planned.size()));
                planned.put(
                        change, new MigrationWriter(version, "change", Set.of(), List.of()).write(plan, "only tried"));
            }
            before = after;
        }
        return planned;
    }

    private SchemaSource schema(String name, String sql) throws Exception {
        return SchemaSource.of(Files.writeString(schemas.resolve(name + ".sql"), sql));
    }

    private Migrations migrations(ScratchDatabase database) {
        return Migrations.of(Databases.source(database), folder).with(OPTIONS);
    }

    private Seen apply(Change change, WrittenMigration migration, ScratchDatabase database, Load load)
            throws Exception {
        migration.save(folder);
        List<MigrationEvent> events = Collections.synchronizedList(new ArrayList<>());
        load.taken();
        long began = System.nanoTime();
        migrations(database).with((MigrationListener) events::add).apply();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Duration longest = events.stream()
                .filter(MigrationEvent.StatementFinished.class::isInstance)
                .map(event -> ((MigrationEvent.StatementFinished) event).duration())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        int retries = (int) events.stream()
                .filter(MigrationEvent.Retrying.class::isInstance)
                .count();
        return new Seen(change, took, longest, retries, load.taken());
    }

    private static void print(Load.Waits baseLine, List<Seen> seen) {
        StringBuilder table = new StringBuilder("%nA load of 5 sessions on %,d rows; in ms%n".formatted(ORDERS));
        table.append("%-26s %8s %8s %8s %9s %9s %8s%n"
                .formatted("", "reads", "longest", "writes", "longest", "change", "retries"));
        table.append(line("no change", baseLine)).append(System.lineSeparator());
        seen.forEach(each -> table.append(line(
                        (each.change().online() ? "online " : "offline ")
                                + each.change().name(),
                        each.waits())
                + " %9d %8d%n".formatted(each.took().toMillis(), each.retries())));
        System.out.print(table);
    }

    private static String line(String name, Load.Waits waits) {
        return "%-26s %8d %8d %8d %9d"
                .formatted(
                        name,
                        waits.reads(),
                        waits.longestRead().toMillis(),
                        waits.writes(),
                        waits.longestWrite().toMillis());
    }
}
