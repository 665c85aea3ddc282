package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A NOT NULL that has a name of its own, or says more than its column does (PostgreSQL 18). A column has at most one:
 * one with a name takes the place of the plain one, and is renamed into it.
 *
 * @param inherited false for NO INHERIT
 * @param valid false for NOT VALID
 */
record NotNull(QualifiedName table, Constraint.Other constraint, String column, boolean inherited, boolean valid) {

    private static final String HEAD = "NOT NULL ";

    static Optional<NotNull> of(QualifiedName table, Constraint constraint) {
        if (!(constraint instanceof Constraint.Other other)) {
            return Optional.empty();
        }
        String text = new SqlBuilder()
                .expression(other.definition())
                .statement(other.span())
                .sql();
        return text.startsWith(HEAD)
                ? Optional.of(new NotNull(
                        table,
                        other,
                        column(text.substring(HEAD.length())),
                        !text.contains(" NO INHERIT"),
                        !text.endsWith(" NOT VALID")))
                : Optional.empty();
    }

    /** The name between the quotes; two of them are one that belongs to it. */
    private static String column(String text) {
        int end = text.lastIndexOf('"');
        return text.startsWith("\"") && end > 0 ? text.substring(1, end).replace("\"\"", "\"") : text;
    }

    private String name() {
        return constraint.name();
    }

    /** The same column's, under the same name or another; none where it has to be made anew. */
    Optional<List<Step>> to(NotNull now, Frame frame) {
        boolean unvalidated = valid && !now.valid;
        // the children would keep theirs
        boolean left = inherited && !now.inherited;
        if (unvalidated || left || !column.equals(now.column)) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        if (!name().equals(now.name())) {
            steps.add(rename(name(), now.name()));
        }
        now.reshape(inherited, valid, frame, steps);
        return Optional.of(steps);
    }

    private void reshape(boolean wasInherited, boolean wasValid, Frame frame, List<Step> steps) {
        if (wasInherited != inherited) {
            steps.add(Removal.alter(table, "ALTER CONSTRAINT " + Removal.quoted(name()) + " INHERIT"));
        }
        if (!wasValid && valid) {
            steps.add(ConstraintChange.validate(table, name(), frame));
        }
    }

    private Step rename(String from, String to) {
        return Removal.alter(table, "RENAME CONSTRAINT " + Removal.quoted(from) + " TO " + Removal.quoted(to));
    }

    /** Makes it, whatever the column had before. */
    List<Step> add(Frame frame, boolean columnComes) {
        if (columnComes) {
            return valid && inherited ? List.of(rename(generatedName(), name())) : List.of(scan());
        }
        Optional<NotNull> old = frame.before().lookup().notNull(table, column);
        if (old.isPresent()) {
            return old.get()
                    .to(this, frame)
                    .orElseGet(() -> List.of(drop(old.get().name()), scan()));
        }
        if (isPlain(frame.from())) {
            return valid && inherited ? fromPlain() : List.of(dropPlain(), scan());
        }
        return List.of(scan());
    }

    /** What has to be done in the state before, when it has this and the state after has none of this name. */
    List<Step> remove(Frame frame) {
        if (frame.afterwards().lookup().notNull(table, column).isPresent()) {
            return List.of();
        }
        if (!isPlain(frame.to())) {
            return List.of(drop(name()));
        }
        List<Step> steps = new ArrayList<>(List.of(rename(name(), generatedName())));
        new NotNull(
                        table,
                        new Constraint.Other(generatedName(), constraint.definition(), constraint.span()),
                        column,
                        true,
                        true)
                .reshape(inherited, valid, frame, steps);
        return steps;
    }

    private boolean isPlain(Facts state) {
        return state.get(FactId.part(io.pgorm.ir.ObjectName.Kind.COLUMN, table, column))
                .map(fact -> !((Fact.OfColumn) fact).column().nullable())
                .orElse(false);
    }

    /** The plain one has a name too, which is no part of a schema: it is looked up. */
    private List<Step> fromPlain() {
        String sql = """
                DO $pgorm$
                DECLARE plain name;
                BEGIN
                    SELECT k.conname INTO STRICT plain
                    FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND k.conkey = ARRAY[a.attnum]
                    WHERE k.conrelid = %1$s::pg_catalog.regclass AND k.contype = 'n' AND a.attname = %2$s;
                    EXECUTE pg_catalog.format('ALTER TABLE %%s RENAME CONSTRAINT %%I TO %%I', %1$s, plain, %3$s);
                END
                $pgorm$""".formatted(Literals.quote(table.sql()), Literals.quote(column), Literals.quote(name()));
        return List.of(Step.of(sql, Lock.ACCESS_EXCLUSIVE));
    }

    private String generatedName() {
        return GeneratedName.of(table.name(), column, "not_null");
    }

    private Step scan() {
        return ConstraintChange.add(table, constraint);
    }

    private Step drop(String name) {
        return Removal.alter(table, "DROP CONSTRAINT " + Removal.quoted(name));
    }

    private Step dropPlain() {
        return Removal.alter(table, "ALTER COLUMN " + Removal.quoted(column) + " DROP NOT NULL");
    }
}
