package io.pgorm.features.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.catalog.CatalogOptions;
import io.pgorm.database.catalog.CatalogReader;
import io.pgorm.features.LoadedSchema;
import io.pgorm.ir.Hierarchy.Partition;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MadeAheadTest {

    private static final String PARTITIONS =
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'events'::regclass ORDER BY 1";

    private static String schema(String every, String more) {
        return """
                model Event {
                  id  BigInt
                  at  Timestamptz

                  @@id([id, at])
                  @@partition([at], by: RANGE, every: "%s", ahead: 2)
                  %s
                }
                """.formatted(every, more);
    }

    @Test
    void thePresentMonthAndThoseAheadAreThereFromTheStart() throws SQLException {
        try (LoadedSchema database = new LoadedSchema(schema("1 month", ""))) {
            assertThat(database.read(PARTITIONS)).containsExactlyElementsOf(months(3));
            database.execute("INSERT INTO events VALUES (1, now()), (2, now() + interval '1 month')");
            assertThat(database.read("SELECT tableoid::regclass::text FROM events ORDER BY id"))
                    .containsExactlyElementsOf(months(2));
        }
    }

    @Test
    void aCallThatFindsNothingToDoMakesNothing() throws SQLException {
        try (LoadedSchema database = new LoadedSchema(schema("1 month", ""))) {
            assertThat(database.read("SELECT pgorm_make_partitions()")).containsExactly("0");
            String last = months(3).getLast();
            database.execute("DROP TABLE " + last);
            assertThat(database.read("SELECT pgorm_make_partitions()")).containsExactly("1");
            assertThat(database.read(PARTITIONS)).contains(last);
        }
    }

    @Test
    void boundsAreThoseOfUtcWhereverTheCallerIs() throws SQLException {
        try (LoadedSchema database = new LoadedSchema(schema("1 day", ""))) {
            List<String> before = database.read(PARTITIONS);
            String last = before.getLast();
            String bound = "SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE relname = '" + last + "'";
            database.execute("SET TimeZone = 'UTC'");
            String made = database.read(bound).getFirst();
            database.execute("DROP TABLE " + last);
            database.execute("SET TimeZone = 'Pacific/Auckland'");
            database.execute("SELECT pgorm_make_partitions()");
            database.execute("SET TimeZone = 'UTC'");
            assertThat(database.read(bound)).containsExactly(made);
            assertThat(made).contains("00:00:00+00");
        }
    }

    @Test
    void weeksBeginOnMondaysAndYearsInJanuary() throws SQLException {
        try (LoadedSchema database = new LoadedSchema(schema("1 week", ""))) {
            assertThat(database.read(PARTITIONS))
                    .allSatisfy(name -> assertThat(LocalDate.parse(
                                            name.substring("events_p".length()),
                                            DateTimeFormatter.ofPattern("yyyy_MM_dd"))
                                    .getDayOfWeek()
                                    .getValue())
                            .isEqualTo(1));
        }
        try (LoadedSchema database = new LoadedSchema(schema("2 years", ""))) {
            int year = LocalDate.now(ZoneOffset.UTC).getYear();
            int first = year - year % 2;
            assertThat(database.read(PARTITIONS))
                    .containsExactly("events_p" + first, "events_p" + (first + 2), "events_p" + (first + 4));
        }
    }

    @Test
    void aPartitionThatIsDeclaredKeepsItsRows() throws SQLException {
        String declared =
                "@@partition.table(events_all, from: [\"2000-01-01 00:00:00+00\"], to: [\"2100-01-01 00:00:00+00\"])";
        try (LoadedSchema database = new LoadedSchema(schema("1 month", declared))) {
            assertThat(database.read(PARTITIONS)).containsExactly("events_all");
        }
    }

    @Test
    void rowsThatWentToTheDefaultPartitionAreNotLostSilently() throws SQLException {
        String rest = "@@partition.table(events_rest, default: true)";
        try (LoadedSchema database = new LoadedSchema(schema("1 month", rest))) {
            database.execute("DROP TABLE " + months(3).getLast());
            database.execute("INSERT INTO events VALUES (1, now() + interval '2 months')");
            assertThatThrownBy(() -> database.execute("SELECT pgorm_make_partitions()"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
        }
    }

    @Test
    void whatWasMadeAheadIsForgottenBeforeSchemasAreCompared() throws SQLException {
        String rest = "@@partition.table(events_rest, default: true)";
        try (LoadedSchema database = new LoadedSchema(schema("1 month", rest))) {
            Schema read = CatalogReader.read(database.connection(), CatalogOptions.standard())
                    .schema();
            assertThat(partitions(read)).hasSize(4);
            assertThat(partitions(new PartitionExtension().forget(read))).containsExactly("events_rest");
        }
    }

    private static Stream<String> partitionNames(Schema schema) {
        return schema.table(QualifiedName.of("events")).orElseThrow().hierarchy().partitions().stream()
                .map(Partition::name)
                .map(QualifiedName::name);
    }

    private static List<String> partitions(Schema schema) {
        return partitionNames(schema).toList();
    }

    private static List<String> months(int count) {
        YearMonth present = YearMonth.now(ZoneOffset.UTC);
        return Stream.iterate(present, month -> month.plusMonths(1))
                .limit(count)
                .map(month -> "events_p" + month.format(DateTimeFormatter.ofPattern("yyyy_MM")))
                .toList();
    }
}
