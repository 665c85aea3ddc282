package io.pgorm.features.partition.internal;

import io.pgorm.features.internal.AttributeText;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Hierarchy.Bound;
import io.pgorm.ir.Hierarchy.In;
import io.pgorm.ir.Hierarchy.Otherwise;
import io.pgorm.ir.Hierarchy.Partition;
import io.pgorm.ir.Hierarchy.PartitionKey;
import io.pgorm.ir.Hierarchy.PartitionOf;
import io.pgorm.ir.Hierarchy.Range;
import io.pgorm.ir.Hierarchy.Remainder;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Partitions as attributes. For one schema and one thread. */
public final class WritePartitions {

    private final SchemaNames names;
    private final Map<QualifiedName, MadeAhead> ahead = new LinkedHashMap<>();
    private final List<Written.Attribute> attributes = new ArrayList<>();

    private WritePartitions(SchemaNames names) {
        this.names = names;
    }

    /** Attributes for all tables that have a model, and for the function that makes partitions ahead of time. */
    public static Written write(Schema schema, SchemaNames names) {
        return new WritePartitions(names).run(schema);
    }

    private Written run(Schema schema) {
        Optional<Routine> function = schema.routines().stream()
                .filter(routine -> routine.name().equals(MadeAhead.FUNCTION)
                        && routine.parameters().isEmpty())
                .findFirst();
        List<MadeAhead> made = function.map(Routine::body).map(MadeAhead::read).orElse(List.of());
        boolean allKnown = made.stream()
                .allMatch(one -> schema.table(one.table())
                        .filter(table -> isWritable(table, table.hierarchy()))
                        .isPresent());
        if (allKnown) {
            made.forEach(one -> ahead.put(one.table(), one));
        }
        Schema rest = schema.mapTables(this::left);
        return new Written(
                attributes,
                ahead.isEmpty()
                        ? rest
                        : rest.withObjects(rest.objects().stream()
                                .filter(object -> !function.equals(Optional.of(object)))
                                .toList()));
    }

    private Table left(Table table) {
        Hierarchy hierarchy = table.hierarchy();
        if (!isWritable(table, hierarchy)) {
            return table;
        }
        hierarchy.partitionedBy().ifPresent(key -> add(table, Optional.empty(), partitioned(table, key)));
        hierarchy.partitions().forEach(partition -> partition(table, Optional.empty(), partition));
        hierarchy.partitionOf().ifPresent(above -> add(table, Optional.empty(), attached(above)));
        return table.withHierarchy(new Hierarchy(hierarchy.inherits(), Optional.empty(), List.of(), Optional.empty()));
    }

    private void add(Table table, Optional<String> documentation, AttributeText text) {
        attributes.add(new Written.Attribute(table.name(), Optional.empty(), text.toString(), documentation));
    }

    private boolean isWritable(Table table, Hierarchy hierarchy) {
        return names.model(table.name()).isPresent()
                && hierarchy
                        .partitionOf()
                        .map(above -> names.model(above.parent()).isPresent() && isWritable(above.bound()))
                        .orElse(true)
                && hierarchy.partitions().stream().allMatch(WritePartitions::isWritable);
    }

    private static boolean isWritable(Partition partition) {
        return isWritable(partition.bound()) && partition.partitions().stream().allMatch(WritePartitions::isWritable);
    }

    private static boolean isWritable(Bound bound) {
        return switch (bound) {
            case Otherwise otherwise -> true;
            case Remainder remainder -> true;
            case In(List<SqlText> values) -> values.stream().allMatch(WritePartitions::isConstant);
            case Range(List<SqlText> from, List<SqlText> to) ->
                from.stream().allMatch(WritePartitions::isConstant)
                        && to.stream().allMatch(WritePartitions::isConstant);
        };
    }

    private static boolean isConstant(SqlText value) {
        String sql = value.render().strip();
        return SqlLiteral.text(sql).isPresent()
                || sql.matches("-?\\d+(\\.\\d+)?")
                || sql.matches("(?i)true|false|null|minvalue|maxvalue");
    }

    private AttributeText partitioned(Table table, PartitionKey key) {
        AttributeText text = new AttributeText(PartitionAttributes.NAME)
                .add(names.keys(table.name(), bare(key)))
                .add(PartitionAttributes.BY, key.strategy().name());
        describe(key, text);
        Optional<MadeAhead> made = Optional.ofNullable(ahead.get(table.name()));
        return text.add(
                        PartitionAttributes.EVERY,
                        made.map(one -> names.text(one.every().text())))
                .add(PartitionAttributes.AHEAD, made.map(one -> Integer.toString(one.ahead())));
    }

    /** Operator classes and collations stand in lists of their own. */
    private static List<Index.Key> bare(PartitionKey key) {
        return key.keys().stream()
                .map(part -> new Index.Key(part.target(), Optional.empty(), Optional.empty(), Optional.empty()))
                .toList();
    }

    private void describe(PartitionKey key, AttributeText text) {
        describe(PartitionAttributes.OPERATOR_CLASSES, key, Index.Key::operatorClass, name -> name, text);
        describe(
                PartitionAttributes.COLLATIONS,
                key,
                part -> part.collation().map(WritePartitions::collation),
                names::text,
                text);
    }

    private static void describe(
            String parameter,
            PartitionKey key,
            Function<Index.Key, Optional<String>> of,
            Function<String, String> write,
            AttributeText text) {
        if (key.keys().stream().anyMatch(part -> of.apply(part).isPresent())) {
            text.addList(
                    parameter,
                    key.keys().stream()
                            .map(part -> write.apply(of.apply(part).orElse(PartitionAttributes.NONE)))
                            .toList());
        }
    }

    private static String collation(QualifiedName name) {
        return name.schema().equals("pg_catalog") ? name.name() : name.schema() + "." + name.name();
    }

    private void partition(Table table, Optional<Partition> above, Partition partition) {
        QualifiedName parent = above.map(Partition::name).orElse(table.name());
        AttributeText text = new AttributeText(PartitionAttributes.TABLE)
                .add(names.name(partition.name().name()));
        bound(partition.bound(), text);
        text.add(
                PartitionAttributes.ABOVE,
                above.map(one -> names.name(one.name().name())));
        partition.partitionedBy().ifPresent(key -> {
            text.add(PartitionAttributes.BY, key.strategy().name())
                    .add(PartitionAttributes.KEYS, names.keys(table.name(), bare(key)));
            describe(key, text);
        });
        text.addIf(
                !partition.name().schema().equals(parent.schema()),
                PartitionAttributes.SCHEMA,
                names.name(partition.name().schema()));
        add(table, partition.comment(), text);
        partition.partitions().forEach(below -> partition(table, Optional.of(partition), below));
    }

    private AttributeText attached(PartitionOf above) {
        AttributeText text = new AttributeText(PartitionAttributes.OF)
                .add(names.model(above.parent()).orElseThrow());
        bound(above.bound(), text);
        return text;
    }

    private void bound(Bound bound, AttributeText text) {
        switch (bound) {
            case Otherwise otherwise -> text.add(PartitionAttributes.DEFAULT, "true");
            case Range(List<SqlText> from, List<SqlText> to) ->
                text.add(PartitionAttributes.FROM, constants(from)).add(PartitionAttributes.TO, constants(to));
            case In(List<SqlText> values) -> text.add(PartitionAttributes.IN, constants(values));
            case Remainder(int modulus, int remainder) ->
                text.add(PartitionAttributes.MODULUS, Integer.toString(modulus))
                        .add(PartitionAttributes.REMAINDER, Integer.toString(remainder));
        }
    }

    private String constants(List<SqlText> values) {
        return AttributeText.list(values.stream().map(this::constant).toList());
    }

    private String constant(SqlText value) {
        String sql = value.render().strip();
        return SqlLiteral.text(sql).map(names::text).orElseGet(() -> switch (sql.toUpperCase(Locale.ROOT)) {
            case "MINVALUE", "MAXVALUE" -> sql.toUpperCase(Locale.ROOT);
            default -> sql.toLowerCase(Locale.ROOT);
        });
    }
}
