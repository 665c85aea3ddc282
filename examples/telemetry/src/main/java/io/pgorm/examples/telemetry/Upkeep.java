package io.pgorm.examples.telemetry;

import static io.pgorm.examples.telemetry.db.Tables.DAYS;
import static io.pgorm.examples.telemetry.db.Tables.READINGS;

import io.pgorm.examples.telemetry.db.Db;
import io.pgorm.features.matview.LastRefresh;
import io.pgorm.features.matview.MaterializedView;
import io.pgorm.features.matview.RefreshMode;
import io.pgorm.features.partition.Partition;
import io.pgorm.features.partition.PartitionRange;
import io.pgorm.features.partition.Partitions;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What has to be done now and then, by the owner of the tables: a timer calls it in every process, and advisory locks see to
 * it that one of them does the work.
 */
final class Upkeep {

    private static final int MONTHS_AHEAD = 1;
    private static final int MONTHS_KEPT = 2;

    private final Partitions<Db> partitions;
    private final MaterializedView<Db> days;
    private final Clock clock;

    Upkeep(Db owner, Clock clock) {
        this.partitions = Partitions.of(owner, READINGS);
        this.days = MaterializedView.of(owner, DAYS);
        this.clock = clock;
    }

    /** A row whose month has no partition is refused, so that they have to be there before the month begins. */
    int keepPartitionsAhead() {
        YearMonth now = YearMonth.now(clock);
        return partitions.ensure(IntStream.rangeClosed(-MONTHS_KEPT, MONTHS_AHEAD)
                .mapToObj(months -> PartitionRange.month(now.plusMonths(months)))
                .toArray(PartitionRange[]::new));
    }

    /** Old rows go with their partition, in a moment; nothing is left to vacuum. */
    List<String> dropOldPartitions() {
        return partitions.dropBefore(PartitionRange.month(YearMonth.now(clock).minusMonths(MONTHS_KEPT)));
    }

    List<String> partitions() {
        return partitions.list().stream().map(Partition::name).toList();
    }

    /** However many processes ask, one of them fills it, beside those who read it. */
    boolean refreshDays() {
        return days.refreshIfOlder(Duration.ofMinutes(1), RefreshMode.CONCURRENTLY);
    }

    Optional<Duration> ageOfDays() {
        return days.lastRefresh().map(LastRefresh::age);
    }
}
