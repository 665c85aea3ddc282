package io.pgorm.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.catalog.Catalog;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlanOptions;
import io.pgorm.ddl.plan.Planner;
import io.pgorm.migrations.source.SchemaSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("alone")
class PlanSpeedTest {

    private static final int TABLES = 1000;

    /** One table of so many is changed. */
    private static final int EVERY = 12;

    /** What is promised, from the first plan on. It is processor time: other work on the machine does not count. */
    private static final Duration PROMISED = Duration.ofSeconds(5);

    /** What a statement creates, changes or grants. */
    private static final Pattern OBJECT = Pattern.compile("\\b(?:TABLE|TYPE|FUNCTION|VIEW) \"(\\w+)\"");

    @TempDir
    private Path folder;

    @Test
    void twoVersionsOfAThousandTablesArePlannedInSeconds() throws Exception {
        Path before = Files.writeString(folder.resolve("before.sql"), schema(false));
        Path after = Files.writeString(folder.resolve("after.sql"), schema(true));
        DiffOptions options =
                DiffOptions.standard().withScratch(ScratchOptions.fast().withProvider(ScratchProvider.EMBEDDED));
        try (Comparison comparison = Comparison.of(SchemaSource.of(before), SchemaSource.of(after), options)) {
            Planner.State from = state(comparison.from().catalog());
            Planner.State to = state(comparison.to().catalog());
            List<Long> millis = new ArrayList<>();
            Plan online = timed(millis, () -> Planner.plan(from, to, new PlanOptions(true, 17)));
            Plan offline = timed(millis, () -> Planner.plan(from, to, new PlanOptions(false, 17)));
            timed(millis, comparison::difference);
            timed(millis, () -> Planner.plan(from, to, new PlanOptions(true, 17)));
            timed(millis, () -> Planner.plan(from, to, new PlanOptions(false, 17)));
            timed(millis, comparison::difference);
            System.out.printf(
                    "Between two versions of %d tables: %d statements online, %d offline; first, then warm, in ms of a"
                            + " processor: online %d, offline %d, up and down %d; online %d, offline %d, up and down %d%n",
                    (Object[]) numbers(online, offline, millis));
            expectAllChanges(online);
            expectAllChanges(offline);
            assertThat(millis).allMatch(each -> each < PROMISED.toMillis());
        }
    }

    private static Object[] numbers(Plan online, Plan offline, List<Long> millis) {
        List<Object> numbers = new ArrayList<>(
                List.of(TABLES, online.statements().size(), offline.statements().size()));
        numbers.addAll(millis);
        return numbers.toArray();
    }

    private static <T> T timed(List<Long> millis, Supplier<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        T result = work.get();
        millis.add(Duration.ofNanos(threads.getCurrentThreadCpuTime() - began).toMillis());
        return result;
    }

    private static Planner.State state(Catalog catalog) {
        return new Planner.State(catalog.schema(), catalog.dependencies(), Optional.of(catalog.owner()));
    }

    /** A plan that leaves something out would be quick too. */
    private static void expectAllChanges(Plan plan) {
        Set<String> touched = plan.statements().stream()
                .flatMap(statement -> OBJECT.matcher(statement.sql()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Set<String> changed = new HashSet<>(Set.of("mood", "added"));
        for (int i = 0; i < TABLES; i += EVERY) {
            changed.addAll(Set.of("t" + i, "f" + i, "v" + i));
        }
        assertThat(touched).isEqualTo(changed);
    }

    private static String schema(boolean second) {
        StringBuilder sql =
                new StringBuilder("CREATE TYPE mood AS ENUM ('sad', 'fine'" + (second ? ", 'glad'" : "") + ");\n");
        for (int i = 0; i < TABLES; i++) {
            table(i, second && i % EVERY == 0, sql);
        }
        if (second) {
            sql.append("CREATE TABLE added (id integer PRIMARY KEY, first bigint REFERENCES t0);\n");
        }
        return sql.toString();
    }

    private static void table(int i, boolean changed, StringBuilder sql) {
        sql.append("""
                CREATE TABLE t%1$d (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    amount integer NOT NULL DEFAULT 1, name text%2$s, made timestamptz DEFAULT now(),
                    price numeric(10, %3$d), data jsonb, open boolean, mood mood DEFAULT 'sad', key uuid, parent bigint%4$s,
                    CONSTRAINT t%1$d_amount CHECK (amount > %5$d), CONSTRAINT t%1$d_key UNIQUE (key));
                CREATE INDEX t%1$d_name ON t%1$d (name%6$s);
                CREATE INDEX t%1$d_made ON t%1$d (made) WHERE open;
                CREATE INDEX t%1$d_data ON t%1$d USING gin (data);
                COMMENT ON TABLE t%1$d IS 'the table %1$d%4$s';
                COMMENT ON COLUMN t%1$d.amount IS 'how much';
                GRANT SELECT ON t%1$d TO pg_monitor%7$s;
                """.formatted(
                        i,
                        changed ? " NOT NULL" : "",
                        changed ? 3 : 2,
                        changed ? ", token uuid NOT NULL DEFAULT gen_random_uuid()" : "",
                        changed ? 1 : 0,
                        changed ? " DESC" : "",
                        changed ? ", pg_read_all_data" : ""));
        if (i > 0) {
            sql.append("ALTER TABLE t%1$d ADD CONSTRAINT t%1$d_parent FOREIGN KEY (parent) REFERENCES t%2$d%3$s;\n"
                    .formatted(i, i - 1, changed ? " ON DELETE CASCADE" : ""));
        }
        if (i % 6 == 0) {
            sql.append("CREATE VIEW v%1$d AS SELECT id, name, amount%2$s FROM t%1$d WHERE open;\n"
                    .formatted(i, changed ? ", token" : ""));
        }
        if (i % 12 == 0) {
            sql.append("""
                    CREATE FUNCTION f%1$d(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x + %2$d';
                    ALTER TABLE t%1$d ENABLE ROW LEVEL SECURITY;
                    CREATE POLICY p ON t%1$d USING (amount > %2$d);
                    """.formatted(i, changed ? 2 : 1));
        }
    }
}
