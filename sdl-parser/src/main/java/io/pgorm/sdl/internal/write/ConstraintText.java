package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.sql.Identifiers;
import java.util.List;
import java.util.stream.Collectors;

/** Constraints as SQL, for those that the words of the language do not fit. Stateless. */
final class ConstraintText {

    private ConstraintText() {}

    /** What stands behind the name in DDL. */
    static String definition(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                "PRIMARY KEY " + columns(key.columns()) + include(key.include()) + deferral(key.deferral());
            case Constraint.Unique unique ->
                "UNIQUE " + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "") + columns(unique.columns())
                        + include(unique.include()) + deferral(unique.deferral());
            case Constraint.Check check ->
                "CHECK (" + check.expression().render() + ")" + (check.inherited() ? "" : " NO INHERIT")
                        + (check.validated() ? "" : " NOT VALID");
            case Constraint.Exclusion exclusion ->
                "EXCLUDE USING " + exclusion.method() + " "
                        + exclusion.elements().stream()
                                .map(element -> key(element.key()) + " WITH " + element.operator())
                                .collect(Collectors.joining(", ", "(", ")"))
                        + include(exclusion.include())
                        + exclusion
                                .where()
                                .map(SqlText::render)
                                .map(where -> " WHERE (" + where + ")")
                                .orElse("")
                        + deferral(exclusion.deferral());
            case Constraint.ForeignKey key ->
                "FOREIGN KEY " + columns(key.columns()) + " REFERENCES "
                        + key.target().sql() + " "
                        + columns(key.targetColumns()) + (key.matchFull() ? " MATCH FULL" : "")
                        + action(" ON UPDATE ", key.onUpdate()) + action(" ON DELETE ", key.onDelete())
                        + deferral(key.deferral()) + (key.validated() ? "" : " NOT VALID");
            case Constraint.Other other -> other.definition().render();
        };
    }

    private static String action(String when, Constraint.ReferentialAction action) {
        return action == Constraint.ReferentialAction.NO_ACTION ? "" : when + action.sql();
    }

    private static String columns(List<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String include(List<String> names) {
        return names.isEmpty() ? "" : " INCLUDE " + columns(names);
    }

    private static String deferral(Constraint.Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case DEFERRABLE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    static String key(Index.Key key) {
        String target = switch (key.target()) {
            case Index.ColumnTarget(String column) -> Identifiers.quote(column);
            case Index.ExpressionTarget(SqlText expression) -> "(" + expression.render() + ")";
        };
        return target
                + key.collation().map(each -> " COLLATE " + each.sql()).orElse("")
                + key.operatorClass().map(each -> " " + each).orElse("")
                + key.order().map(each -> " " + each).orElse("")
                + key.nulls().map(each -> " NULLS " + each).orElse("");
    }
}
