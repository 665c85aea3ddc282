package io.pgorm.sdl.internal.pass;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Constraint.ReferentialAction;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.ReplicaIdentity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the parts of a table forbid each other in PostgreSQL. For one schema. */
public final class CheckTables {

    private static final Set<String> ONE_SIDED = Set.of(
            "<", ">", "<=", ">=", "<<", ">>", "&<", "&>", "@>", "<@", "<<|", "|>>", "&<|", "|&>", "~", "!~", "~*",
            "!~*", "~~", "~~*", "<<=", ">>=", "^", "-", "/");

    private final Map<QualifiedName, Table> tables = new HashMap<>();
    /** Those from which others inherit. */
    private final Set<QualifiedName> parents = new HashSet<>();

    private final Report report;

    private CheckTables(Schema schema, Report report) {
        for (Table table : schema.tables()) {
            tables.put(table.name(), table);
            parents.addAll(table.hierarchy().inherits());
        }
        this.report = report;
    }

    public static void check(Schema schema, Report report) {
        CheckTables pass = new CheckTables(schema, report);
        schema.tables().forEach(pass::table);
    }

    private void table(Table table) {
        for (Constraint constraint : table.constraints()) {
            switch (constraint) {
                case Constraint.PrimaryKey key -> virtual(table, key.columns(), "a primary key", key.span());
                case Constraint.Unique unique -> virtual(table, unique.columns(), "a unique key", unique.span());
                case Constraint.ForeignKey key -> foreignKey(table, key);
                case Constraint.Exclusion exclusion -> {
                    virtual(
                            table,
                            columns(exclusion.elements().stream()
                                    .map(Constraint.Exclusion.Element::key)
                                    .toList()),
                            "an exclusion",
                            exclusion.span());
                    operators(exclusion);
                }
                case Constraint.Check check -> {}
                case Constraint.Other other -> {}
            }
        }
        table.indexes().forEach(index -> virtual(table, columns(index.keys()), "an index", index.span()));
        replicaIdentity(table);
        table.columns().stream()
                .filter(CheckTables::isVirtual)
                .forEach(column -> report.info(
                        Codes.NEEDS_NEWER_SERVER,
                        column.span(),
                        "PostgreSQL computes " + column.name() + " when it is read from version 18 on, and refuses it"
                                + " before",
                        Optional.of("leave out `stored: false` for older servers")));
    }

    private static List<String> columns(List<Index.Key> keys) {
        return keys.stream()
                .map(Index.Key::target)
                .filter(Index.ColumnTarget.class::isInstance)
                .map(target -> ((Index.ColumnTarget) target).column())
                .toList();
    }

    private static boolean isVirtual(Column column) {
        return column.value() instanceof ColumnValue.Generated generated && !generated.stored();
    }

    private void virtual(Table table, List<String> columns, String what, SourceSpan span) {
        columns.stream()
                .flatMap(column -> table.column(column).stream())
                .filter(CheckTables::isVirtual)
                .findFirst()
                .ifPresent(column -> report.error(
                        Codes.VIRTUAL_COLUMN,
                        span,
                        column.name() + " is not stored, so it cannot be part of " + what,
                        "leave out its `stored: false`"));
    }

    private void foreignKey(Table table, Constraint.ForeignKey key) {
        virtual(table, key.columns(), "a foreign key", key.span());
        Optional<Column> generated = key.columns().stream()
                .flatMap(column -> table.column(column).stream())
                .filter(column -> column.value() instanceof ColumnValue.Generated)
                .findFirst();
        boolean writes = sets(key.onDelete()) || sets(key.onUpdate()) || key.onUpdate() == ReferentialAction.CASCADE;
        if (generated.isPresent() && writes) {
            report.error(
                    Codes.BAD_REFERENTIAL_ACTION,
                    key.span(),
                    "the action of the relation would write " + generated.get().name() + ", which is generated",
                    "only `onDelete: Cascade`, Restrict and NoAction leave it alone");
        }
        Optional<Table> target = Optional.ofNullable(tables.get(key.target()));
        if (target.isEmpty()) {
            return;
        }
        if (target.get().storage().unlogged() && !table.storage().unlogged()) {
            report.error(
                    Codes.UNLOGGED_TARGET,
                    key.span(),
                    "the table " + target.get().name()
                            + " is unlogged and loses its rows in a crash, so PostgreSQL lets"
                            + " no foreign key of a logged one reference it",
                    "make both unlogged, or neither");
        }
        if (parents.contains(key.target())) {
            report.warning(
                    Codes.FOREIGN_KEY_TO_PARENT,
                    key.span(),
                    "rows of tables that inherit from " + key.target() + " satisfy no foreign key to it",
                    "reference one of those tables, or use partitions, whose rows do");
        }
    }

    private static boolean sets(ReferentialAction action) {
        return action == ReferentialAction.SET_NULL || action == ReferentialAction.SET_DEFAULT;
    }

    private void operators(Constraint.Exclusion exclusion) {
        boolean equalityOnly =
                exclusion.method().equals("btree") || exclusion.method().equals("hash");
        for (Constraint.Exclusion.Element element : exclusion.elements()) {
            String operator = element.operator();
            if (ONE_SIDED.contains(operator)) {
                report.error(
                        Codes.BAD_EXCLUSION,
                        exclusion.span(),
                        "by " + operator + " two rows are not alike the same way round both ways, which an exclusion"
                                + " needs",
                        "use an operator such as = , && or <>");
            } else if (equalityOnly
                    && element.key().operatorClass().isEmpty()
                    && !operator.equals("=")
                    && !operator.startsWith("O")
                    && !operator.startsWith("o")) {
                report.error(
                        Codes.BAD_EXCLUSION,
                        exclusion.span(),
                        "an exclusion of type " + exclusion.method().toUpperCase(java.util.Locale.ROOT)
                                + " knows = only, not " + operator,
                        "use GIST");
            }
        }
    }

    private void replicaIdentity(Table table) {
        if (!(table.storage().replicaIdentity() instanceof ReplicaIdentity.ByIndex(String name))) {
            return;
        }
        Optional<List<String>> columns = uniqueColumns(table, name);
        if (columns.isEmpty()) {
            report.error(
                    Codes.BAD_REPLICA_IDENTITY,
                    table.span(),
                    "the replica identity of " + table.name() + " is " + name + ", which is no unique index of its"
                            + " columns that holds for all rows at once",
                    "name a @unique, a @@unique or an index with `unique: true`, without where: and deferrable:");
            return;
        }
        columns.get().stream()
                .flatMap(column -> table.column(column).stream())
                .filter(Column::nullable)
                .findFirst()
                .ifPresent(column -> report.error(
                        Codes.BAD_REPLICA_IDENTITY,
                        table.span(),
                        "the replica identity of " + table.name() + " is over " + column.name()
                                + ", which may be absent",
                        "remove the ? of the field, or choose another index"));
    }

    /** The columns of the index, if it can tell every row from every other. */
    private static Optional<List<String>> uniqueColumns(Table table, String name) {
        for (Constraint constraint : table.constraints()) {
            if (constraint.name().equals(name)) {
                return switch (constraint) {
                    case Constraint.PrimaryKey key
                    when key.deferral() == Constraint.Deferral.NOT_DEFERRABLE -> Optional.of(key.columns());
                    case Constraint.Unique unique
                    when unique.deferral() == Constraint.Deferral.NOT_DEFERRABLE -> Optional.of(unique.columns());
                    default -> Optional.empty();
                };
            }
        }
        return table.indexes().stream()
                .filter(index -> index.name().equals(name)
                        && index.unique()
                        && index.where().isEmpty()
                        && columns(index.keys()).size() == index.keys().size())
                .map(index -> columns(index.keys()))
                .findFirst();
    }
}
