package io.pgorm.migrations.data.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ir.Column;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which questions a statement gives reason to ask. What a statement is about is found by its name, in the state before
 * and the one after. Immutable.
 */
public final class Questions {

    private static final Set<Hazard> GROWING = Set.of(
            Hazard.REWRITES_TABLE,
            Hazard.INDEX_BUILD,
            Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
            Hazard.ACQUIRES_SHARE_LOCK,
            Hazard.ACQUIRES_SHARE_ROW_EXCLUSIVE_LOCK);

    private final Map<QualifiedName, Table> before = new LinkedHashMap<>();
    private final Map<QualifiedName, Table> after = new LinkedHashMap<>();
    private final Map<String, EnumType> enumsBefore = new LinkedHashMap<>();
    private final Map<String, EnumType> enumsAfter = new LinkedHashMap<>();
    private final Map<String, Table> tableOf = new LinkedHashMap<>();

    public Questions(Schema from, Schema to) {
        fill(from, before, enumsBefore);
        fill(to, after, enumsAfter);
        after.values().forEach(this::name);
        before.values().forEach(this::name);
    }

    private static void fill(Schema schema, Map<QualifiedName, Table> tables, Map<String, EnumType> enums) {
        schema.tables().forEach(table -> tables.put(table.name(), table));
        schema.enums().forEach(type -> enums.put("type " + type.name(), type));
    }

    /** The table that a statement about each of these is about. */
    private void name(Table table) {
        tableOf.put("table " + table.name(), table);
        table.columns().forEach(column -> tableOf.put("column " + table.name() + "." + column.name(), table));
        table.constraints()
                .forEach(constraint -> tableOf.put("constraint " + table.name() + "." + constraint.name(), table));
        table.indexes().forEach(index -> {
            tableOf.put("index " + new QualifiedName(table.name().schema(), index.name()), table);
            tableOf.put("index " + table.name() + "." + index.name(), table);
        });
    }

    public List<Question> of(PlannedStatement statement) {
        List<Question> questions = new ArrayList<>();
        Table named = tableOf.get(statement.object());
        Table old = named == null ? null : before.get(named.name());
        if (old != null) {
            Table now = after.get(old.name());
            statement.hazards().stream()
                    .filter(GROWING::contains)
                    .findFirst()
                    .ifPresent(hazard -> questions.add(Sizes.of(old, hazard)));
            if (statement.hazards().contains(Hazard.DELETES_DATA)) {
                deleted(statement.object(), old, now == null ? List.of() : now.columns(), questions);
            }
            if (statement.hazards().contains(Hazard.MAY_FAIL_ON_DATA) && now != null) {
                refused(statement.object(), old, now, questions);
            }
        }
        EnumType values = enumsBefore.get(statement.object());
        EnumType valuesNow = enumsAfter.get(statement.object());
        if (values != null && valuesNow != null) {
            removedValues(values, valuesNow, questions);
        }
        return questions;
    }

    private static void deleted(String object, Table old, List<Column> now, List<Question> questions) {
        if (object.equals("table " + old.name())) {
            questions.add(Question.harmful(
                    Hazard.DELETES_DATA,
                    "SELECT count(*) FROM " + old.name().sql(),
                    "rows of table " + old.name() + ", which are deleted"));
            return;
        }
        for (Column column : old.columns()) {
            boolean stays = now.stream().anyMatch(other -> other.name().equals(column.name()));
            if (object.equals("column " + old.name() + "." + column.name()) && !stays) {
                questions.add(Question.harmful(
                        Hazard.DELETES_DATA,
                        "SELECT count(" + Refusals.quoted(column.name()) + ") FROM "
                                + old.name().sql(),
                        "rows with a value in " + old.name() + "." + column.name() + ", which is deleted"));
            }
        }
    }

    private void refused(String object, Table old, Table now, List<Question> questions) {
        Refusals refusals = new Refusals(old, now, before, enumsAfter);
        for (Column column : now.columns()) {
            if (object.equals("column " + now.name() + "." + column.name())) {
                questions.addAll(refusals.column(column));
            }
        }
        for (Constraint constraint : now.constraints()) {
            if (object.equals("constraint " + now.name() + "." + constraint.name())) {
                questions.addAll(refusals.constraint(constraint));
            }
        }
        for (Index index : now.indexes()) {
            boolean meant =
                    object.equals("index " + new QualifiedName(now.name().schema(), index.name()))
                            || object.equals("index " + now.name() + "." + index.name());
            if (meant && index.unique()) {
                questions.addAll(refusals.index(index));
            }
        }
    }

    /** Rows that use a value which the enum loses. */
    private void removedValues(EnumType old, EnumType now, List<Question> questions) {
        List<String> kept = now.values().stream().map(EnumType.Value::label).toList();
        List<String> gone = old.values().stream()
                .map(EnumType.Value::label)
                .filter(label -> !kept.contains(label))
                .toList();
        if (gone.isEmpty()) {
            return;
        }
        String labels =
                "ARRAY[" + String.join(", ", gone.stream().map(Literals::quote).toList()) + "]::text[]";
        for (Table table : before.values()) {
            for (Column column : table.columns()) {
                if (Refusals.isOf(column.type(), old.name())) {
                    String value = Refusals.quoted(column.name());
                    questions.add(Question.harmful(
                            Hazard.MAY_FAIL_ON_DATA,
                            "SELECT count(*) FROM " + table.name().sql() + " WHERE "
                                    + (column.type().array()
                                            ? value + "::text[] && " + labels
                                            : value + "::text = ANY (" + labels + ")"),
                            "rows with a value in " + table.name() + "." + column.name() + " that the enum loses ("
                                    + String.join(", ", gone) + ")"));
                }
            }
        }
    }
}
