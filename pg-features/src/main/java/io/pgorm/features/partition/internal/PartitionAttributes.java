package io.pgorm.features.partition.internal;

import io.pgorm.ir.Hierarchy.PartitionKey;
import io.pgorm.ir.Hierarchy.Strategy;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeType.Kind;
import io.pgorm.ir.spi.AttributeType.Parameter;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The attributes of partitions and how they are read. Stateless. */
public final class PartitionAttributes {

    public static final String NAME = "partition";
    static final String TABLE = "partition.table";
    static final String OF = "partition.of";

    static final String KEYS = "keys";
    static final String BY = "by";
    static final String OPERATOR_CLASSES = "ops";
    static final String COLLATIONS = "collate";
    static final String EVERY = "every";
    static final String AHEAD = "ahead";
    static final String FROM = "from";
    static final String TO = "to";
    static final String IN = "in";
    static final String MODULUS = "modulus";
    static final String REMAINDER = "remainder";
    static final String DEFAULT = "default";
    static final String ABOVE = "of";
    static final String SCHEMA = "schema";
    static final String PARTITION_NAME = "name";
    static final String PARENT = "parent";

    /** What stands in a list of collations or operator classes for a key that has none. */
    static final String NONE = "_";

    private static final List<String> ENDS = List.of("MINVALUE", "MAXVALUE");

    static final AttributeType PARTITION = new AttributeType(
            NAME,
            AttributeType.Target.MODEL,
            false,
            List.of(
                    Parameter.required(KEYS, Kind.KEYS),
                    by(true),
                    Parameter.optional(OPERATOR_CLASSES, Kind.WORDS),
                    Parameter.optional(COLLATIONS, Kind.TEXTS),
                    Parameter.optional(EVERY, Kind.TEXT),
                    Parameter.optional(AHEAD, Kind.WHOLE)),
            "spreads the rows of the table over partitions, by ranges or lists of values, or by hash");

    static final AttributeType PARTITION_TABLE = new AttributeType(
            TABLE,
            AttributeType.Target.MODEL,
            true,
            with(
                    List.of(Parameter.required(PARTITION_NAME, Kind.NAME)),
                    List.of(
                            Parameter.optional(ABOVE, Kind.NAME),
                            by(false),
                            Parameter.optional(KEYS, Kind.KEYS),
                            Parameter.optional(OPERATOR_CLASSES, Kind.WORDS),
                            Parameter.optional(COLLATIONS, Kind.TEXTS),
                            Parameter.optional(SCHEMA, Kind.NAME))),
            "a partition of the table");

    static final AttributeType PARTITION_OF = new AttributeType(
            OF,
            AttributeType.Target.MODEL,
            false,
            with(List.of(Parameter.required(PARENT, Kind.MODEL)), List.of()),
            "makes the table itself a partition of another model's table");

    public static final List<AttributeType> ALL = List.of(PARTITION, PARTITION_TABLE, PARTITION_OF);

    private PartitionAttributes() {}

    private static Parameter by(boolean required) {
        return Parameter.words(BY, required, "RANGE", "LIST", "HASH");
    }

    private static List<Parameter> with(List<Parameter> before, List<Parameter> after) {
        List<Parameter> all = new ArrayList<>(before);
        all.add(new Parameter(FROM, Kind.CONSTANTS, false, ENDS));
        all.add(new Parameter(TO, Kind.CONSTANTS, false, ENDS));
        all.add(Parameter.optional(IN, Kind.CONSTANTS));
        all.add(Parameter.optional(MODULUS, Kind.WHOLE));
        all.add(Parameter.optional(REMAINDER, Kind.WHOLE));
        all.add(Parameter.optional(DEFAULT, Kind.BOOL));
        all.addAll(after);
        return all;
    }

    /** How the attribute spreads rows; absent for a partition that is not partitioned itself. */
    static Optional<PartitionKey> key(AttributeUse use) {
        List<Index.Key> keys = use.keys(KEYS);
        return use.word(BY)
                .filter(word -> !keys.isEmpty())
                .map(word -> new PartitionKey(
                        Strategy.valueOf(word.toUpperCase(Locale.ROOT)),
                        described(keys, use.words(OPERATOR_CLASSES), use.texts(COLLATIONS)),
                        use.span()));
    }

    private static List<Index.Key> described(List<Index.Key> keys, List<String> classes, List<String> collations) {
        List<Index.Key> all = new ArrayList<>();
        for (int at = 0; at < keys.size(); at++) {
            Index.Key key = keys.get(at);
            all.add(new Index.Key(
                    key.target(),
                    given(collations, at).map(PartitionAttributes::qualified).or(key::collation),
                    given(classes, at).or(key::operatorClass),
                    Optional.empty(),
                    Optional.empty()));
        }
        return all;
    }

    private static Optional<String> given(List<String> values, int at) {
        return at < values.size()
                ? Optional.of(values.get(at)).filter(value -> !value.isEmpty() && !value.equals(NONE))
                : Optional.empty();
    }

    /** A name with a dot has its schema before it; the collations of PostgreSQL itself are in {@code pg_catalog}. */
    private static QualifiedName qualified(String name) {
        int dot = name.indexOf('.');
        return dot > 0
                ? new QualifiedName(name.substring(0, dot), name.substring(dot + 1))
                : new QualifiedName("pg_catalog", name);
    }

    /** The partition's own name, in the schema of its parent where nothing else is said. */
    static QualifiedName partitionName(QualifiedName parent, AttributeUse use) {
        return new QualifiedName(
                use.text(SCHEMA).orElse(parent.schema()),
                use.text(PARTITION_NAME).orElseThrow());
    }
}
