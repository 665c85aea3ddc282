package io.pgorm.migrations.data.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Table;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many rows of a table what is new in it would refuse. Immutable. */
final class Refusals {

    private static final int SOFT_INPUT = 16;

    private final Table old;
    private final Table now;
    private final Map<QualifiedName, Table> before;
    private final Map<String, EnumType> enumsAfter;

    Refusals(Table old, Table now, Map<QualifiedName, Table> before, Map<String, EnumType> enumsAfter) {
        this.old = old;
        this.now = now;
        this.before = before;
        this.enumsAfter = enumsAfter;
    }

    static String quoted(String name) {
        return Identifiers.quote(name);
    }

    static boolean isOf(ColumnType type, QualifiedName name) {
        return switch (type) {
            case ColumnType.EnumReference(QualifiedName of, boolean array) -> of.equals(name);
            case ColumnType.TypeReference(QualifiedName of, boolean array) -> of.equals(name);
            default -> false;
        };
    }

    private static Question question(String sql, String sentence) {
        return Question.harmful(Hazard.MAY_FAIL_ON_DATA, sql, sentence);
    }

    private String from() {
        return " FROM " + old.name().sql();
    }

    List<Question> column(Column column) {
        Optional<Column> was = old.column(column.name());
        List<Question> questions = new ArrayList<>();
        String name = old.name() + "." + column.name();
        if (was.isEmpty()) {
            if (!column.hasValueWhenOmitted()) {
                questions.add(question("SELECT count(*)" + from(), "rows without a value for the new column " + name));
            }
            return questions;
        }
        String value = quoted(column.name());
        if (was.get().nullable() && !column.nullable()) {
            questions.add(question(
                    "SELECT count(*)" + from() + " WHERE " + value + " IS NULL",
                    "rows with NULL in " + name + ", which becomes NOT NULL"));
        }
        if (!was.get().type().sql().equals(column.type().sql())) {
            questions.add(cast(column, value, name));
        }
        return questions;
    }

    /** The values whose text the new type does not read. */
    private Question cast(Column column, String value, String name) {
        String sentence = "rows with a value in " + name + " that is none of the type "
                + column.type().sql();
        EnumType type = column.type() instanceof ColumnType.EnumReference(QualifiedName of, boolean array) && !array
                ? enumsAfter.get("type " + of)
                : null;
        if (type != null) {
            String labels = type.values().stream()
                    .map(label -> Literals.quote(label.label()))
                    .collect(Collectors.joining(", "));
            return question(
                    "SELECT count(*)" + from() + " WHERE " + value + "::text <> ALL (ARRAY[" + labels + "]::text[])",
                    sentence);
        }
        return question(
                        "SELECT count(*)" + from() + " WHERE NOT pg_input_is_valid(" + value + "::text, "
                                + Literals.quote(column.type().sql()) + ")",
                        sentence)
                .from(SOFT_INPUT);
    }

    List<Question> constraint(Constraint constraint) {
        String called = " (constraint " + constraint.name() + ")";
        return switch (constraint) {
            case Constraint.PrimaryKey key -> {
                List<Question> questions = new ArrayList<>();
                key.columns()
                        .forEach(name -> old.column(name)
                                .filter(Column::nullable)
                                .ifPresent(column -> questions.add(question(
                                        "SELECT count(*)" + from() + " WHERE " + quoted(name) + " IS NULL",
                                        "rows with NULL in " + old.name() + "." + name
                                                + ", which becomes part of the primary key"))));
                questions.add(duplicates(columns(key.columns()), "", false, called));
                yield questions;
            }
            case Constraint.Unique key ->
                List.of(duplicates(columns(key.columns()), "", key.nullsNotDistinct(), called));
            case Constraint.Check check ->
                List.of(question(
                        "SELECT count(*)" + from() + " WHERE NOT ("
                                + check.expression().render() + ")",
                        "rows of table " + old.name() + " that do not satisfy "
                                + check.expression().render() + called));
            case Constraint.ForeignKey key -> orphans(key, called);
            case Constraint.Exclusion exclusion -> List.of();
            case Constraint.Other other -> List.of();
        };
    }

    private List<Question> orphans(Constraint.ForeignKey key, String called) {
        Table target = before.get(key.target());
        boolean askable = target != null
                && key.targetColumns().stream()
                        .allMatch(name -> target.column(name).isPresent())
                && key.columns().stream().allMatch(name -> old.column(name).isPresent());
        if (!askable) {
            return List.of();
        }
        List<String> set = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            set.add("pgorm_row." + quoted(key.columns().get(i)) + " IS NOT NULL");
            equal.add("pgorm_target." + quoted(key.targetColumns().get(i)) + " = pgorm_row."
                    + quoted(key.columns().get(i)));
        }
        return List.of(question(
                "SELECT count(*)" + from() + " pgorm_row WHERE " + String.join(" AND ", set)
                        + " AND NOT EXISTS (SELECT FROM " + key.target().sql() + " pgorm_target WHERE "
                        + String.join(" AND ", equal) + ")",
                "rows of table " + old.name() + " that point to no row of " + key.target() + called));
    }

    List<Question> index(Index index) {
        List<String> keys = new ArrayList<>();
        for (Index.Key key : index.keys()) {
            keys.add(
                    switch (key.target()) {
                        case Index.ColumnTarget(String column) -> quoted(column);
                        case Index.ExpressionTarget target ->
                            "(" + target.expression().render() + ")";
                    });
        }
        String where = index.where().map(text -> "(" + text.render() + ")").orElse("");
        return List.of(duplicates(keys, where, index.nullsNotDistinct(), " (index " + index.name() + ")"));
    }

    private static List<String> columns(List<String> names) {
        return names.stream().map(Identifiers::quote).toList();
    }

    private Question duplicates(List<String> keys, String where, boolean nullsCount, String called) {
        List<String> conditions = new ArrayList<>();
        if (!where.isEmpty()) {
            conditions.add(where);
        }
        if (!nullsCount) {
            keys.forEach(key -> conditions.add(key + " IS NOT NULL"));
        }
        String filter = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        String list = String.join(", ", keys);
        return question(
                "SELECT coalesce(sum(n), 0)::bigint FROM (SELECT count(*) AS n" + from() + filter + " GROUP BY " + list
                        + " HAVING count(*) > 1) pgorm_groups",
                "rows of table " + now.name() + " that have the same (" + list.replace("\"", "") + ") as another"
                        + called);
    }
}
