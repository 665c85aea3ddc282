package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Column;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Table;
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
    final List<Unnamed<Constraint.ForeignKey>> foreignKeys = new ArrayList<>();
    final List<Unnamed<Index>> indexes = new ArrayList<>();

    TableDraft(QualifiedName name, Optional<String> comment, SourceSpan span) {
        this.name = name;
        this.comment = comment;
        this.span = span;
    }

    /** The name of a constraint or index over columns: {@code users_email}. */
    String stem(List<String> parts) {
        return parts.isEmpty() ? name.name() : name.name() + "_" + String.join("_", parts);
    }

    Table finish(AssignNames names) {
        List<Constraint> constraints = new ArrayList<>();
        primaryKey.forEach(key -> constraints.add(names.name(name, key)));
        uniques.forEach(unique -> constraints.add(names.name(name, unique)));
        checks.forEach(check -> constraints.add(names.name(name, check)));
        foreignKeys.forEach(key -> constraints.add(names.name(name, key)));
        return Table.of(
                name,
                columns,
                constraints,
                indexes.stream().map(index -> names.name(name, index)).toList(),
                comment,
                span);
    }

    List<Unnamed<?>> everything() {
        List<Unnamed<?>> all = new ArrayList<>(primaryKey);
        all.addAll(uniques);
        all.addAll(checks);
        all.addAll(foreignKeys);
        all.addAll(indexes);
        return all;
    }
}
