package io.pgorm.migrations.prove.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What rows of one state must satisfy so that a plan to another takes them as they are. Stateless. */
final class Taken {

    private Taken() {}

    static Map<QualifiedName, List<String>> by(Schema from, Schema to) {
        Map<QualifiedName, Table> wanted = new LinkedHashMap<>();
        to.tables().forEach(table -> wanted.put(table.name(), table));
        Map<QualifiedName, List<String>> conditions = new LinkedHashMap<>();
        for (Table table : from.tables()) {
            Table now = wanted.get(table.name());
            if (now != null) {
                List<String> own = conditions(table, now, from, to);
                if (!own.isEmpty()) {
                    conditions.put(table.name(), own);
                }
            }
        }
        return conditions;
    }

    private static List<String> conditions(Table table, Table now, Schema from, Schema to) {
        List<String> conditions = new ArrayList<>();
        for (Column column : table.columns()) {
            String name = Identifiers.quote(column.name());
            now.column(column.name()).ifPresent(after -> {
                if (column.nullable() && !after.nullable()) {
                    conditions.add(name + " IS NOT NULL");
                }
                labels(after.type(), from, to)
                        .ifPresent(labels -> conditions.add(
                                after.type().array()
                                        ? name + "::text[] <@ " + labels
                                        : name + "::text = ANY (" + labels + ")"));
                if (!column.type().sql().equals(after.type().sql())
                        && labels(after.type(), from, to).isEmpty()) {
                    conditions.add("pg_input_is_valid(" + name + "::text, "
                            + Literals.quote(after.type().sql()) + ")");
                }
            });
        }
        Set<String> known = table.columns().stream().map(Column::name).collect(Collectors.toSet());
        for (Constraint constraint : now.constraints()) {
            if (constraint instanceof Constraint.Check check
                    && now.columns().stream().map(Column::name).allMatch(known::contains)) {
                conditions.add(check.expression().render());
            }
        }
        return conditions;
    }

    /** The values of an enum that is not the same in both states. */
    private static Optional<String> labels(ColumnType type, Schema from, Schema to) {
        return type instanceof ColumnType.EnumReference(QualifiedName name, boolean array)
                ? to.enumType(name)
                        .filter(now -> !labels(now)
                                .equals(from.enumType(name).map(Taken::labels).orElse(List.of())))
                        .map(now -> "ARRAY["
                                + labels(now).stream().map(Literals::quote).collect(Collectors.joining(", "))
                                + "]::text[]")
                : Optional.empty();
    }

    private static List<String> labels(EnumType type) {
        return type.values().stream().map(EnumType.Value::label).toList();
    }
}
