package io.pgorm.features.partition.internal;

import io.pgorm.features.partition.PartitionBound;
import io.pgorm.features.partition.PartitionHash;
import io.pgorm.features.partition.PartitionList;
import io.pgorm.features.partition.PartitionRange;
import io.pgorm.features.partition.PartitionSpan;
import io.pgorm.features.partition.internal.LivePartitions.Key;
import io.pgorm.features.partition.internal.LivePartitions.KeyColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** What a bound is in SQL. Stateless. */
public final class Bounds {

    private Bounds() {}

    /** @throws IllegalArgumentException if the table is cut in another way */
    public static void requireFit(Key key, PartitionBound bound) {
        boolean fits = switch (bound) {
            case PartitionRange range ->
                key.strategy().equals("r") && key.columns().size() == 1;
            case PartitionSpan span ->
                key.strategy().equals("r")
                        && key.columns().size() == span.from().size();
            case PartitionList list -> key.strategy().equals("l");
            case PartitionHash hash -> key.strategy().equals("h");
        };
        if (!fits) {
            throw new IllegalArgumentException(key.table() + " is cut by " + key.cut() + ", which takes "
                    + switch (key.strategy()) {
                        case "r" -> key.columns().size() == 1 ? "PartitionRange" : "PartitionSpan with as many values";
                        case "l" -> "PartitionList";
                        default -> "PartitionHash";
                    });
        }
    }

    /** For people. */
    public static String text(PartitionBound bound) {
        return switch (bound) {
            case PartitionRange range -> "from " + range.from() + " to " + range.to();
            case PartitionSpan span -> "from " + span.from() + " to " + span.to();
            case PartitionList list -> "in " + list.values() + (list.absent() ? " or absent" : "");
            case PartitionHash hash -> "remainder " + hash.remainder() + " of " + hash.modulus();
        };
    }

    /** {@code FOR VALUES ...}. */
    public static QueryPart clause(Key key, PartitionBound bound) {
        return switch (bound) {
            case PartitionRange range ->
                DSL.sql(
                        "FOR VALUES FROM ({0}) TO ({1})",
                        key.column().bound(range.from()), key.column().bound(range.to()));
            case PartitionSpan span ->
                DSL.sql("FOR VALUES FROM ({0}) TO ({1})", row(key, span.from()), row(key, span.to()));
            case PartitionList list -> DSL.sql("FOR VALUES IN ({0})", DSL.list(values(key, list)));
            case PartitionHash hash ->
                DSL.sql(
                        "FOR VALUES WITH (MODULUS {0}, REMAINDER {1})",
                        DSL.inline(hash.modulus()), DSL.inline(hash.remainder()));
        };
    }

    private static QueryPart row(Key key, List<String> values) {
        return DSL.list(IntStream.range(0, values.size())
                .mapToObj(at -> key.columns().get(at).bound(values.get(at)))
                .toList());
    }

    private static List<QueryPart> values(Key key, PartitionList list) {
        List<QueryPart> values = new ArrayList<>();
        list.values().forEach(value -> values.add(key.column().bound(value)));
        if (list.absent()) {
            values.add(DSL.sql("NULL"));
        }
        return values;
    }

    /** What a row of the partition is, in the words that PostgreSQL proves its own condition by. */
    public static Condition within(Key key, PartitionBound bound) {
        return switch (bound) {
            case PartitionRange range ->
                DSL.condition(
                        "{0} IS NOT NULL AND {0} >= {1} AND {0} < {2}",
                        key.column().field(),
                        key.column().value(range.from()),
                        key.column().value(range.to()));
            case PartitionSpan span -> span(key, span);
            case PartitionList list -> list(key.column(), list);
            case PartitionHash hash ->
                DSL.condition(
                        "pg_catalog.satisfies_hash_partition(CAST({0} AS pg_catalog.oid), {1}, {2}, {3})",
                        DSL.inline(String.valueOf(key.oid())),
                        DSL.inline(hash.modulus()),
                        DSL.inline(hash.remainder()),
                        DSL.list(key.columns().stream().map(KeyColumn::field).toList()));
        };
    }

    /** As {@link #within}, with what all rows of a table are that is itself a partition. */
    public static Condition withinAll(Key key, PartitionBound bound) {
        Condition own = within(key, bound);
        return key.above().isEmpty() ? own : DSL.condition("{0} AND {1}", DSL.sql(key.above()), own);
    }

    private static Condition list(KeyColumn column, PartitionList list) {
        List<Field<?>> values =
                list.values().stream().<Field<?>>map(column::value).toList();
        Condition one = values.isEmpty()
                ? DSL.falseCondition()
                : DSL.condition("{0} = ANY (ARRAY[{1}])", column.field(), DSL.list(values));
        return list.absent()
                ? DSL.condition("({0} IS NULL OR {1})", column.field(), one)
                : DSL.condition("({0} IS NOT NULL AND {1})", column.field(), one);
    }

    /** Equal first columns are told apart, as PostgreSQL does. */
    private static Condition span(Key key, PartitionSpan span) {
        List<Condition> all = new ArrayList<>();
        key.columns().forEach(column -> all.add(DSL.condition("{0} IS NOT NULL", column.field())));
        int same = 0;
        while (same < span.from().size() - 1
                && span.from().get(same).equals(span.to().get(same))) {
            KeyColumn column = key.columns().get(same);
            all.add(DSL.condition(
                    "{0} = {1}", column.field(), column.value(span.from().get(same))));
            same++;
        }
        all.add(beyond(key, span.from(), same, ">", ">="));
        all.add(beyond(key, span.to(), same, "<", "<"));
        return DSL.and(all);
    }

    private static Condition beyond(Key key, List<String> values, int at, String operator, String lastOperator) {
        KeyColumn column = key.columns().get(at);
        Field<?> value = column.value(values.get(at));
        if (at == values.size() - 1) {
            return DSL.condition("{0} " + lastOperator + " {1}", column.field(), value);
        }
        return DSL.condition(
                "(({0} " + operator + " {1}) OR (({0} = {1}) AND {2}))",
                column.field(),
                value,
                beyond(key, values, at + 1, operator, lastOperator));
    }
}
