package io.pgorm.features.partition.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeUse;
import java.util.List;
import java.util.Optional;

/** What is wrong with partitions made ahead of time. Stateless. */
final class EveryChecks {

    private static final long MOST_AHEAD = 1000;

    private EveryChecks() {}

    /** The first thing that is wrong. */
    static List<Diagnostic> check(Schema schema, Table table) {
        return Attributes.one(schema, table.name(), PartitionAttributes.NAME)
                .flatMap(use -> problem(table, use))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Diagnostic> problem(Table table, AttributeUse use) {
        Optional<String> written = use.text(PartitionAttributes.EVERY);
        Optional<Long> ahead = use.whole(PartitionAttributes.AHEAD);
        if (written.isEmpty()) {
            return ahead.map(count -> error("ahead: says how many partitions are made, and nothing makes any", use)
                    .withHelp("add every: \"1 month\", or leave ahead: out"));
        }
        Optional<Every> every = Every.parse(written.get());
        if (every.isEmpty()) {
            return Optional.of(error("\"" + written.get() + "\" is no time that a partition may cover", use)
                    .withHelp("write a number and hours, days, weeks, months or years: \"1 month\""));
        }
        if (Partitions.timeKey(table).isEmpty()) {
            return Optional.of(error("partitions are made ahead of time for one field that holds a time", use)
                    .withHelp("partition by RANGE of one field of the type Timestamptz, Timestamp or Date"));
        }
        if (every.get().unit() == Every.Unit.HOUR
                && Partitions.timeKey(table).filter(Partitions::isDate).isPresent()) {
            return Optional.of(error("a Date has no hours", use).withHelp("say every: \"1 day\" or more"));
        }
        return ahead.filter(count -> count < 0 || count > MOST_AHEAD)
                .map(count -> error("ahead: is a number from 0 to " + MOST_AHEAD + ", not " + count, use));
    }

    private static Diagnostic error(String message, AttributeUse use) {
        return Diagnostic.error(PartitionCodes.EVERY, message, use.span());
    }
}
