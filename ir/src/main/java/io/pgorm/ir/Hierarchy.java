package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * Where a table stands among others that hold its rows.
 *
 * @param inherits tables whose columns it inherits, in order; not for partitions
 * @param partitionedBy how its rows are spread over partitions
 * @param partitions those that have nothing of their own and are made with the table
 * @param partitionOf what makes it a partition itself: one that has constraints, indexes or defaults of its own
 */
public record Hierarchy(
        List<QualifiedName> inherits,
        Optional<PartitionKey> partitionedBy,
        List<Partition> partitions,
        Optional<PartitionOf> partitionOf) {

    public static final Hierarchy NONE = new Hierarchy(List.of(), Optional.empty(), List.of(), Optional.empty());

    public Hierarchy {
        inherits = List.copyOf(inherits);
        partitions = List.copyOf(partitions);
    }

    /**
     * How rows are spread.
     *
     * @param keys columns or expressions, with their collations and operator classes
     */
    public record PartitionKey(Strategy strategy, List<Index.Key> keys, SourceSpan span) {
        public PartitionKey {
            keys = List.copyOf(keys);
        }
    }

    public enum Strategy {
        RANGE,
        LIST,
        HASH
    }

    /**
     * A partition that takes everything from its parent.
     *
     * @param partitionedBy how it is partitioned itself
     */
    public record Partition(
            QualifiedName name,
            Bound bound,
            Optional<PartitionKey> partitionedBy,
            List<Partition> partitions,
            Optional<String> comment,
            SourceSpan span) {
        public Partition {
            partitions = List.copyOf(partitions);
        }
    }

    /** A table that is attached to a partitioned one. */
    public record PartitionOf(QualifiedName parent, Bound bound, SourceSpan span) {}

    /** Which rows a partition takes. */
    public sealed interface Bound {

        /** The bound as it stands in DDL, behind {@code PARTITION OF x} or {@code ATTACH PARTITION x}. */
        default String sql() {
            return switch (this) {
                case Otherwise() -> "DEFAULT";
                case Range(List<SqlText> from, List<SqlText> to) ->
                    "FOR VALUES FROM (" + list(from) + ") TO (" + list(to) + ")";
                case In(List<SqlText> values) -> "FOR VALUES IN (" + list(values) + ")";
                case Remainder(int modulus, int remainder) ->
                    "FOR VALUES WITH (modulus " + modulus + ", remainder " + remainder + ")";
            };
        }

        private static String list(List<SqlText> values) {
            return String.join(", ", values.stream().map(SqlText::render).toList());
        }
    }

    /** What no other partition takes: DEFAULT. */
    public record Otherwise() implements Bound {}

    /** Constants, {@code MINVALUE} or {@code MAXVALUE}, one for each column of the key. */
    public record Range(List<SqlText> from, List<SqlText> to) implements Bound {
        public Range {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    public record In(List<SqlText> values) implements Bound {
        public In {
            values = List.copyOf(values);
        }
    }

    public record Remainder(int modulus, int remainder) implements Bound {}
}
