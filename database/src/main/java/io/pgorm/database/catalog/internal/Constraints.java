package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.Constraint.ReferentialAction;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import java.util.Comparator;
import java.util.List;

/** Constraints of the IR out of the catalog's rows. Stateless. */
final class Constraints {

    /** The order that a table has them in. */
    static final Comparator<Constraint> ORDER =
            Comparator.comparingInt(Constraints::place).thenComparing(Constraint::name);

    private Constraints() {}

    private static int place(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> 0;
            case Constraint.Unique unique -> 1;
            case Constraint.Check check -> 2;
            case Constraint.Exclusion exclusion -> 3;
            case Constraint.ForeignKey key -> 4;
            case Constraint.Other other -> 5;
        };
    }

    /** Not for those of NOT NULL, which are the column's. */
    static Constraint of(ConstraintRow row, KeyText keyText) {
        if (!row.plain()) {
            return other(row);
        }
        return switch (row.kind()) {
            case 'p' ->
                new Constraint.PrimaryKey(row.name(), row.columns(), row.include(), row.deferral(), SourceSpan.NONE);
            case 'u' ->
                new Constraint.Unique(
                        row.name(),
                        row.columns(),
                        row.nullsNotDistinct(),
                        row.include(),
                        row.deferral(),
                        SourceSpan.NONE);
            case 'c' -> check(row);
            case 'x' -> exclusion(row, keyText);
            case 'f' -> foreignKey(row);
            default -> other(row);
        };
    }

    static Constraint.Check check(ConstraintRow row) {
        return new Constraint.Check(
                row.name(),
                Sql.expression(row.check().orElseThrow()),
                !row.noInherit(),
                row.validated(),
                SourceSpan.NONE);
    }

    static Constraint.Other other(ConstraintRow row) {
        return new Constraint.Other(
                row.name(), Sql.expression(row.definition().orElseGet(() -> notNull(row))), SourceSpan.NONE);
    }

    /** Each column may have one of these, so that PostgreSQL is not asked to print them all. */
    private static String notNull(ConstraintRow row) {
        return "NOT NULL " + Identifiers.quote(row.columns().getFirst())
                + (row.noInherit() ? " NO INHERIT" : "")
                + (row.validated() ? "" : " NOT VALID");
    }

    private static Constraint foreignKey(ConstraintRow row) {
        return new Constraint.ForeignKey(
                row.name(),
                row.columns(),
                row.target().orElseThrow(),
                row.targetColumns(),
                action(row.onDelete()),
                action(row.onUpdate()),
                row.deferral(),
                row.matchFull(),
                row.validated(),
                SourceSpan.NONE);
    }

    private static ReferentialAction action(char letter) {
        return switch (letter) {
            case 'r' -> ReferentialAction.RESTRICT;
            case 'c' -> ReferentialAction.CASCADE;
            case 'n' -> ReferentialAction.SET_NULL;
            case 'd' -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private static Constraint exclusion(ConstraintRow row, KeyText keyText) {
        String text = row.definition().orElseThrow();
        Deparsed definition = new Deparsed(text);
        String keys = definition.inside(text.indexOf('(', definition.indexOf(" USING ", 0)));
        List<Constraint.Exclusion.Element> elements = keyText.parse(keys).stream()
                .map(parsed -> new Constraint.Exclusion.Element(
                        parsed.key(), parsed.rest().substring("WITH ".length())))
                .toList();
        return new Constraint.Exclusion(
                row.name(),
                row.method().orElseThrow(),
                elements,
                row.include(),
                Sql.expression(row.where()),
                row.deferral(),
                SourceSpan.NONE);
    }
}
