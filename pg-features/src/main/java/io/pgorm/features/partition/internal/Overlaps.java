package io.pgorm.features.partition.internal;

import io.pgorm.features.partition.PartitionBound;
import io.pgorm.features.partition.PartitionHash;
import io.pgorm.features.partition.PartitionList;
import io.pgorm.features.partition.PartitionRange;
import io.pgorm.features.partition.PartitionSpan;
import io.pgorm.features.partition.internal.LivePartitions.Child;
import io.pgorm.features.partition.internal.LivePartitions.Key;
import io.pgorm.features.partition.internal.LivePartitions.Overlap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Which partition has already what another would have. Stateless. */
public final class Overlaps {

    private static final Pattern HASH = Pattern.compile("FOR VALUES WITH \\(modulus (\\d+), remainder (\\d+)\\)");
    private static final Pattern LIST = Pattern.compile("FOR VALUES IN \\((.*)\\)", Pattern.DOTALL);
    private static final Pattern SPAN = Pattern.compile("FOR VALUES FROM \\((.*)\\) TO \\((.*)\\)", Pattern.DOTALL);

    private static final String LISTS = """
            SELECT held.name, pg_catalog.count(*) AS wanted,
                   pg_catalog.count(*) FILTER (WHERE EXISTS (
                     SELECT FROM pg_catalog.unnest(held.of) one WHERE one IS NOT DISTINCT FROM wanted)) AS found
            FROM pg_catalog.unnest(CAST(ARRAY[{0}] AS %1$s[])) wanted CROSS JOIN (VALUES {1}) AS held (name, of)
            GROUP BY held.name
            HAVING pg_catalog.bool_or(EXISTS (
              SELECT FROM pg_catalog.unnest(held.of) one WHERE one IS NOT DISTINCT FROM wanted))
            ORDER BY 3 DESC LIMIT 1""";

    private Overlaps() {}

    /** @throws IllegalStateException if PostgreSQL would have no such remainder beside those that are there */
    public static Optional<Overlap> find(DSLContext sql, Table<?> table, Key key, PartitionBound bound) {
        return switch (bound) {
            case PartitionRange range -> LivePartitions.overlap(sql, table, key, range);
            case PartitionSpan span -> span(sql, table, key, span);
            case PartitionList list -> list(sql, table, key, list);
            case PartitionHash hash -> hash(sql, table, key, hash);
        };
    }

    private static Optional<Overlap> hash(DSLContext sql, Table<?> table, Key key, PartitionHash hash) {
        for (Child child : LivePartitions.children(sql, table)) {
            Matcher bound = HASH.matcher(child.partition().bound());
            if (bound.matches()) {
                int modulus = Integer.parseInt(bound.group(1));
                int remainder = Integer.parseInt(bound.group(2));
                if (modulus % hash.modulus() != 0 && hash.modulus() % modulus != 0) {
                    throw new IllegalStateException(key.table() + " has partition "
                            + child.partition().name()
                            + " with modulus " + modulus + ", and PostgreSQL takes a modulus of " + hash.modulus()
                            + " beside it only if one divides the other");
                }
                int common = BigInteger.valueOf(modulus)
                        .gcd(BigInteger.valueOf(hash.modulus()))
                        .intValue();
                if (remainder % common == hash.remainder() % common) {
                    boolean same = hash.modulus() % modulus == 0;
                    return Optional.of(new Overlap(child.partition().name(), same));
                }
            }
        }
        return Optional.empty();
    }

    /** The bounds are PostgreSQL's own text, so that they can be part of a statement. */
    private static Optional<Overlap> list(DSLContext sql, Table<?> table, Key key, PartitionList list) {
        List<Field<?>> values = new ArrayList<>();
        list.values().forEach(value -> values.add(key.column().value(value)));
        if (list.absent()) {
            values.add(DSL.field("NULL"));
        }
        List<QueryPart> held = new ArrayList<>();
        for (Child child : LivePartitions.children(sql, table)) {
            Matcher bound = LIST.matcher(child.partition().bound());
            if (bound.matches()) {
                held.add(DSL.sql(
                        "({0}, CAST(ARRAY[{1}] AS " + key.type() + "[]))",
                        DSL.inline(child.partition().name()),
                        DSL.sql(bound.group(1))));
            }
        }
        return held.isEmpty()
                ? Optional.empty()
                : sql.fetchOptional(LISTS.formatted(key.type()), DSL.list(values), DSL.list(held))
                        .map(row -> new Overlap(
                                row.get("name", String.class),
                                row.get("found", int.class).equals(row.get("wanted", int.class))));
    }

    private static Optional<Overlap> span(DSLContext sql, Table<?> table, Key key, PartitionSpan span) {
        for (Child child : LivePartitions.children(sql, table)) {
            Matcher bound = SPAN.matcher(child.partition().bound());
            // PostgreSQL itself compares what has no ends
            if (bound.matches() && !child.partition().bound().matches("(?s).*\\b(MIN|MAX)VALUE\\b.*")) {
                Record row = sql.fetchSingle(
                        "SELECT ({0}) = ({2}) AND ({1}) = ({3}) AS same, ({0}) < ({3}) AND ({1}) > ({2}) AS some",
                        row(key, span.from()), row(key, span.to()), DSL.sql(bound.group(1)), DSL.sql(bound.group(2)));
                if (row.get("some", boolean.class)) {
                    return Optional.of(new Overlap(child.partition().name(), row.get("same", boolean.class)));
                }
            }
        }
        return Optional.empty();
    }

    private static QueryPart row(Key key, List<String> values) {
        return DSL.list(IntStream.range(0, values.size())
                .<Field<?>>mapToObj(at -> key.columns().get(at).value(values.get(at)))
                .toList());
    }
}
