package io.pgorm.cli.diagram;

import io.pgorm.cli.diagram.Diagram.About;
import io.pgorm.cli.diagram.Diagram.Note;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.Policy;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The notes of a table: all that is not a column of its own. Stateless. */
final class DescribeTable {

    /** How many partitions are named before the rest is counted. */
    private static final int PARTITIONS = 6;

    private DescribeTable() {}

    static List<Note> notes(Table table, List<Table> attached) {
        List<Note> notes = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            switch (constraint) {
                case Constraint.PrimaryKey key -> {}
                case Constraint.ForeignKey key -> {}
                case Constraint.Unique unique when unique.columns().size() == 1 -> {}
                case Constraint.Unique unique -> notes.add(new Note(About.UNIQUE, list(unique.columns())));
                case Constraint.Check check -> notes.add(new Note(About.CHECK, sql(check.expression())));
                case Constraint.Exclusion exclusion -> notes.add(new Note(About.EXCLUSION, exclusion(exclusion)));
                case Constraint.Other other -> notes.add(new Note(About.CHECK, sql(other.definition())));
            }
        }
        table.indexes().forEach(index -> notes.add(index(index)));
        if (table.rowSecurity() != RowSecurity.DISABLED) {
            boolean forced = table.rowSecurity() == RowSecurity.FORCED;
            notes.add(new Note(About.ROW_SECURITY, forced ? "enabled, for the owner too" : "enabled"));
        }
        table.policies().forEach(policy -> notes.add(new Note(About.POLICY, policy(policy))));
        table.triggers().forEach(trigger -> notes.add(trigger(trigger)));
        partitions(table, attached, notes);
        return notes;
    }

    static Note index(Index index) {
        String method = index.method().equals("btree") ? "" : " " + index.method();
        String where =
                index.where().map(condition -> " where " + sql(condition)).orElse("");
        return new Note(index.unique() ? About.UNIQUE : About.INDEX, keys(index.keys()) + method + where);
    }

    static Note trigger(Trigger trigger) {
        String events = trigger.events().stream()
                .map(event -> event.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        String timing = trigger.timing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Note(About.TRIGGER, trigger.name() + " " + timing + " " + events);
    }

    private static String policy(Policy policy) {
        StringBuilder text = new StringBuilder(policy.name());
        if (!policy.permissive()) {
            text.append(" restrictive");
        }
        text.append(" for ").append(policy.command().name().toLowerCase(Locale.ROOT));
        if (!policy.roles().isEmpty()) {
            text.append(" to ").append(String.join(", ", policy.roles()));
        }
        policy.using().ifPresent(using -> text.append(" using ").append(sql(using)));
        policy.check().ifPresent(check -> text.append(" check ").append(sql(check)));
        return text.toString();
    }

    private static String exclusion(Constraint.Exclusion exclusion) {
        return exclusion.elements().stream()
                .map(element -> key(element.key()) + " " + element.operator())
                .collect(Collectors.joining(", "));
    }

    private static void partitions(Table table, List<Table> attached, List<Note> notes) {
        table.hierarchy().partitionedBy().ifPresent(key -> notes.add(new Note(About.PARTITION, by(key))));
        List<Note> all = new ArrayList<>();
        table.hierarchy().partitions().forEach(partition -> partition(partition, all));
        for (Table other : attached) {
            other.hierarchy()
                    .partitionOf()
                    .ifPresent(of -> all.add(partition(other.name().toString(), of.bound())));
        }
        boolean some = all.size() > PARTITIONS;
        notes.addAll(some ? all.subList(0, PARTITIONS - 1) : all);
        if (some) {
            notes.add(new Note(About.PARTITION, "and " + (all.size() - PARTITIONS + 1) + " more"));
        }
    }

    private static void partition(Hierarchy.Partition partition, List<Note> notes) {
        notes.add(partition(partition.name().toString(), partition.bound()));
        partition.partitions().forEach(part -> partition(part, notes));
    }

    private static Note partition(String name, Hierarchy.Bound bound) {
        return new Note(
                About.PARTITION,
                name + " " + bound.sql().replace("FOR VALUES ", "").toLowerCase(Locale.ROOT));
    }

    private static String by(Hierarchy.PartitionKey key) {
        return "by " + key.strategy().name().toLowerCase(Locale.ROOT) + " (" + keys(key.keys()) + ")";
    }

    private static String keys(List<Index.Key> keys) {
        return keys.stream().map(DescribeTable::key).collect(Collectors.joining(", "));
    }

    private static String key(Index.Key key) {
        String target = switch (key.target()) {
            case Index.ColumnTarget column -> column.column();
            case Index.ExpressionTarget expression -> sql(expression.expression());
        };
        return target
                + key.order()
                        .map(order -> " " + order.name().toLowerCase(Locale.ROOT))
                        .orElse("");
    }

    private static String list(List<String> columns) {
        return String.join(", ", columns);
    }

    static String sql(SqlText sql) {
        return sql.render().strip().replaceAll("\\s+", " ");
    }
}
