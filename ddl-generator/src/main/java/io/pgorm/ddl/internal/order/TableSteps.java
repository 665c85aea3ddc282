package io.pgorm.ddl.internal.order;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ddl.internal.ConstraintSql;
import io.pgorm.ddl.internal.InheritedSql;
import io.pgorm.ddl.internal.PartitionSql;
import io.pgorm.ddl.internal.PartitionTree;
import io.pgorm.ddl.internal.RowSecuritySql;
import io.pgorm.ddl.internal.TableSql;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.Policy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.ReplicaIdentity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The steps that make one table and all that it has. Used by one thread. */
final class TableSteps {

    private final Table table;
    private final QualifiedName name;
    private final Schema schema;
    private final PartitionTree tree;
    private final boolean bare;
    private final List<Step> steps = new ArrayList<>();

    /** @param bare whether the expressions in its definition come later */
    TableSteps(Table table, Schema schema, PartitionTree tree, boolean bare) {
        this.table = table;
        this.name = table.name();
        this.schema = schema;
        this.tree = tree;
        this.bare = bare;
    }

    List<Step> all() {
        addTable();
        if (bare) {
            Step.Builder step = Step.at(Stratum.EXPRESSIONS, name)
                    .makes(ObjectName.part(Kind.TABLE, name, "expressions"))
                    .needsRelation(name);
            addExpressions(step);
            List<DdlStatement> late = new ArrayList<>(TableSql.expressions(table));
            late.addAll(InheritedSql.overrides(table, schema));
            steps.addAll(step.step(late));
        }
        table.indexes().forEach(index -> steps.addAll(SchemaSteps.index(name, index)));
        for (int i = 0; i < table.constraints().size(); i++) {
            addConstraint(i, table.constraints().get(i));
        }
        addAttachment();
        addReplicaIdentity();
        table.triggers().forEach(trigger -> steps.addAll(SchemaSteps.trigger(name, trigger)));
        addSecurity();
        return steps;
    }

    private void addTable() {
        Step.Builder step = Step.at(Stratum.TABLES, name).makes(ObjectName.of(Kind.TABLE, name));
        for (Column column : table.columns()) {
            step.needsType(column.type());
            if (column.isSerial() || column.value() instanceof ColumnValue.Identity) {
                // PostgreSQL makes it with the column; another table's default may ask it for numbers
                step.makes(ObjectName.of(
                        Kind.SEQUENCE, new QualifiedName(name.schema(), name.name() + "_" + column.name() + "_seq")));
            }
            if (column.value() instanceof ColumnValue.Generated generated) {
                step.needsNamesIn(generated.expression());
            }
        }
        if (!bare) {
            addExpressions(step);
        }
        table.hierarchy().inherits().forEach(step::needsRelation);
        table.hierarchy().partitionedBy().ifPresent(key -> SchemaSteps.needsNamesIn(key.keys(), step));
        addPartitions(table.hierarchy().partitions(), step);
        List<DdlStatement> statements = new ArrayList<>();
        boolean adopted = InheritedSql.isAdopted(table, schema);
        statements.add(TableSql.create(adopted ? table.withHierarchy(Hierarchy.NONE) : table, bare));
        if (adopted) {
            statements.addAll(InheritedSql.adopt(table));
        } else if (!bare) {
            statements.addAll(InheritedSql.overrides(table, schema));
        }
        statements.addAll(TableSql.storage(table));
        statements.addAll(PartitionSql.create(table));
        steps.addAll(step.step(statements));
    }

    private static void addPartitions(List<Hierarchy.Partition> partitions, Step.Builder step) {
        for (Hierarchy.Partition partition : partitions) {
            step.makes(ObjectName.of(Kind.TABLE, partition.name()));
            partition.partitionedBy().ifPresent(key -> SchemaSteps.needsNamesIn(key.keys(), step));
            addPartitions(partition.partitions(), step);
        }
    }

    private void addExpressions(Step.Builder step) {
        for (Column column : table.columns()) {
            if (column.value() instanceof ColumnValue.Default given) {
                step.needsNamesIn(given.expression());
            }
        }
        table.constraints().stream()
                .filter(constraint -> TableSql.isInline(table, constraint))
                .forEach(constraint -> addNames(constraint, step));
    }

    private static void addNames(Constraint constraint, Step.Builder step) {
        switch (constraint) {
            case Constraint.PrimaryKey key -> {}
            case Constraint.Unique unique -> {}
            case Constraint.Check check -> step.needsNamesIn(check.expression());
            case Constraint.Exclusion exclusion -> {
                SchemaSteps.needsNamesIn(
                        exclusion.elements().stream()
                                .map(Constraint.Exclusion.Element::key)
                                .toList(),
                        step);
                exclusion.where().ifPresent(step::needsNamesIn);
            }
            case Constraint.ForeignKey key -> step.needsRelation(key.target());
            case Constraint.Other other -> step.needsNamesIn(other.definition());
        }
    }

    private void addConstraint(int number, Constraint constraint) {
        if (TableSql.isInline(table, constraint)) {
            return;
        }
        Stratum stratum = isForeignKey(constraint) ? Stratum.FOREIGN_KEYS : Stratum.CONSTRAINTS;
        Step.Builder step = Step.at(new Place(stratum, 0, name, number, ""))
                .makes(ObjectName.part(Kind.CONSTRAINT, name, constraint.name()))
                .needsRelation(name);
        addNames(constraint, step);
        if (constraint instanceof Constraint.ForeignKey key) {
            // PostgreSQL looks for the unique index behind the columns that the key points to
            tree.declaring(key.target()).ifPresent(target -> {
                target.indexes().stream()
                        .filter(Index::unique)
                        .forEach(index -> step.needs(SchemaSteps.indexName(target.name(), index.name())));
                target.constraints().stream()
                        .filter(other -> other instanceof Constraint.Other && !isForeignKey(other))
                        .forEach(other -> step.needs(ObjectName.part(Kind.CONSTRAINT, target.name(), other.name())));
            });
        }
        steps.addAll(step.step(ConstraintSql.add(name, constraint)));
    }

    private static boolean isForeignKey(Constraint constraint) {
        return switch (constraint) {
            case Constraint.ForeignKey key -> true;
            case Constraint.Other other ->
                other.definition().render().strip().regionMatches(true, 0, "FOREIGN", 0, "FOREIGN".length());
            default -> false;
        };
    }

    /** Last of all, so that the partition's own indexes and keys become those of the table above. */
    private void addAttachment() {
        Optional<Hierarchy.PartitionOf> of = table.hierarchy().partitionOf();
        if (of.isEmpty()) {
            return;
        }
        Step.Builder step = Step.at(Stratum.ATTACHMENTS, name)
                .needsRelation(name)
                .needsRelation(of.get().parent())
                .needs(ObjectName.part(Kind.TABLE, name, "expressions"));
        table.indexes().forEach(index -> step.needs(SchemaSteps.indexName(name, index.name())));
        table.constraints().stream()
                .filter(constraint -> !TableSql.isInline(table, constraint))
                .forEach(constraint -> step.needs(ObjectName.part(Kind.CONSTRAINT, name, constraint.name())));
        steps.addAll(step.step(PartitionSql.attach(table).stream().toList()));
    }

    private void addReplicaIdentity() {
        Step.Builder step = Step.at(Stratum.REPLICA_IDENTITIES, name).needsRelation(name);
        if (table.storage().replicaIdentity() instanceof ReplicaIdentity.ByIndex(String index)) {
            step.needs(SchemaSteps.indexName(name, index));
            step.needs(ObjectName.part(Kind.CONSTRAINT, name, index));
        }
        steps.addAll(step.step(TableSql.replicaIdentity(table).stream().toList()));
    }

    private void addSecurity() {
        steps.addAll(Step.at(Stratum.SECURITY, name).needsRelation(name).step(RowSecuritySql.enable(table)));
        List<Policy> policies = table.policies().stream()
                .sorted(Comparator.comparing(Policy::name))
                .toList();
        for (int i = 0; i < policies.size(); i++) {
            Policy policy = policies.get(i);
            Step.Builder step = Step.at(new Place(Stratum.SECURITY, 0, name, i + 1, ""))
                    .makes(ObjectName.part(Kind.POLICY, name, policy.name()))
                    .needsRelation(name);
            policy.using().ifPresent(step::needsNamesIn);
            policy.check().ifPresent(step::needsNamesIn);
            steps.addAll(step.step(RowSecuritySql.create(table, policy)));
        }
    }
}
