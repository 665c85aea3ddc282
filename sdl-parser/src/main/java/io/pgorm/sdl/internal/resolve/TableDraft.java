package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Column;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.TableStorage;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table on its way to the schema. For one thread. */
final class TableDraft {

    final QualifiedName name;
    final SourceSpan span;
    final Optional<String> comment;
    final List<Column> columns = new ArrayList<>();
    final List<Unnamed<Constraint.PrimaryKey>> primaryKey = new ArrayList<>();
    final List<Unnamed<Constraint.Unique>> uniques = new ArrayList<>();
    final List<Unnamed<Constraint.Check>> checks = new ArrayList<>();
    final List<Unnamed<Constraint.Exclusion>> exclusions = new ArrayList<>();
    final List<Unnamed<Constraint.ForeignKey>> foreignKeys = new ArrayList<>();
    final List<Unnamed<Constraint.Other>> others = new ArrayList<>();
    final List<Unnamed<Index>> indexes = new ArrayList<>();
    TableStorage storage = TableStorage.DEFAULT;
    List<QualifiedName> inherits = List.of();
    /** What is said of the table, its columns, constraints and indexes from outside. */
    final List<SchemaObject> satellites = new ArrayList<>();

    TableDraft(QualifiedName name, Optional<String> comment, SourceSpan span) {
        this.name = name;
        this.comment = comment;
        this.span = span;
    }

    /** The name of a constraint or index over columns: {@code users_email}. */
    String stem(List<String> parts) {
        return parts.isEmpty() ? name.name() : name.name() + "_" + String.join("_", parts);
    }

    /** The table with every constraint and index named; the comments on those join what is said from outside. */
    Table finish(AssignNames names) {
        List<Constraint> constraints = new ArrayList<>();
        for (Unnamed<? extends Constraint> each : constraints()) {
            Constraint constraint = names.name(name, each);
            constraints.add(constraint);
            comment(each, ObjectName.part(ObjectName.Kind.CONSTRAINT, name, constraint.name()));
        }
        List<Index> named = nameIndexes(names);
        Hierarchy hierarchy = inherits.isEmpty()
                ? Hierarchy.NONE
                : new Hierarchy(inherits, Optional.empty(), List.of(), Optional.empty());
        return Table.of(name, columns, constraints, named, comment, span)
                .withStorage(storage)
                .withHierarchy(hierarchy);
    }

    /** The indexes with their names; the comments on them join what is said from outside. */
    List<Index> nameIndexes(AssignNames names) {
        List<Index> named = new ArrayList<>();
        for (Unnamed<Index> each : indexes) {
            Index index = names.name(name, each);
            named.add(index);
            comment(each, ObjectName.of(ObjectName.Kind.INDEX, new QualifiedName(name.schema(), index.name())));
        }
        return named;
    }

    private void comment(Unnamed<?> each, ObjectName on) {
        Satellites.comment(each.documentation(), on, each.span()).ifPresent(satellites::add);
    }

    private List<Unnamed<? extends Constraint>> constraints() {
        List<Unnamed<? extends Constraint>> all = new ArrayList<>(primaryKey);
        all.addAll(uniques);
        all.addAll(checks);
        all.addAll(exclusions);
        all.addAll(foreignKeys);
        all.addAll(others);
        return all;
    }

    List<Unnamed<?>> everything() {
        List<Unnamed<?>> all = new ArrayList<>(constraints());
        all.addAll(indexes);
        return all;
    }
}
