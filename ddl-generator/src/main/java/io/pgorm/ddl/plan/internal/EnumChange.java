package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.EnumSql;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ddl.plan.internal.Transition.Impossible;
import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How an enum changes: values are added where they belong; to lose one or to be sorted anew takes a new type. */
final class EnumChange {

    private final EnumType before;
    private final EnumType after;
    private final Facts from;
    private final Facts to;

    private EnumChange(EnumType before, EnumType after, Frame frame) {
        this.before = before;
        this.after = after;
        this.from = frame.from();
        this.to = frame.to();
    }

    static Transition between(EnumType before, EnumType after, Frame frame) {
        EnumChange change = new EnumChange(before, after, frame);
        List<String> old = labels(before);
        List<String> now = labels(after);
        List<String> kept = new ArrayList<>(now);
        kept.retainAll(old);
        return kept.equals(old) ? new InPlace(change.additions(old, now)) : change.exchange();
    }

    private static List<String> labels(EnumType type) {
        return type.values().stream().map(EnumType.Value::label).toList();
    }

    /** A value may be used only once the transaction that adds it is committed. */
    private List<Step> additions(List<String> old, List<String> now) {
        List<Step> steps = new ArrayList<>();
        Set<String> present = new HashSet<>(old);
        for (int i = 0; i < now.size(); i++) {
            if (present.add(now.get(i))) {
                String place = i > 0
                        ? " AFTER " + Literals.quote(now.get(i - 1))
                        : old.isEmpty() ? "" : " BEFORE " + Literals.quote(old.get(0));
                steps.add(
                        Step.of("ALTER TYPE " + after.name().sql() + " ADD VALUE " + Literals.quote(now.get(i)) + place)
                                .in(Execution.ALONE));
            }
        }
        return steps;
    }

    private Transition exchange() {
        QualifiedName name = after.name();
        QualifiedName aside = new QualifiedName(name.schema(), name.name() + "_before");
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of("ALTER TYPE " + name.sql() + " RENAME TO " + Removal.quoted(aside.name())));
        steps.add(Step.of(EnumSql.create(after)));
        for (Fact fact : from.byId().values()) {
            switch (fact) {
                case Fact.OfColumn(QualifiedName table, Column column)
                when isOf(column.type()) ->
                    to.get(fact.id())
                            .filter(kept -> isOf(((Fact.OfColumn) kept).column().type()))
                            .ifPresent(kept -> steps.addAll(retype(table, ((Fact.OfColumn) kept).column())));
                case Fact.OfDomain domain
                when isOf(domain.type().base()) -> {
                    return impossible("domain " + domain.type().name());
                }
                case Fact.OfComposite type
                when type.type().attributes().stream().anyMatch(attribute -> isOf(attribute.type())) -> {
                    return impossible("type " + type.type().name());
                }
                default -> {}
            }
        }
        steps.add(Step.of("DROP TYPE " + aside.sql()));
        return new InPlace(steps, true);
    }

    private Impossible impossible(String user) {
        return new Impossible("Enum " + after.name() + " would lose values or their order, and " + user
                + " is made of it. Write this step by hand.");
    }

    private boolean isOf(ColumnType type) {
        return type instanceof ColumnType.EnumReference(QualifiedName name, boolean array) && name.equals(after.name());
    }

    private List<Step> retype(QualifiedName table, Column column) {
        FactId value = FactId.part(io.pgorm.ir.ObjectName.Kind.COLUMN, table, column.name())
                .with(Aspect.DEFAULT);
        String alter = "ALTER TABLE " + table.sql() + " ALTER COLUMN " + Removal.quoted(column.name());
        List<Step> steps = new ArrayList<>();
        boolean aside = from.has(value) && to.has(value);
        if (aside) {
            steps.add(Step.of(alter + " DROP DEFAULT", Lock.ACCESS_EXCLUSIVE));
        }
        String text = column.type().array() ? "::text[]::" : "::text::";
        steps.add(Step.of(
                alter + " TYPE " + column.type().sql() + " USING " + Removal.quoted(column.name()) + text
                        + column.type().sql(),
                Lock.ACCESS_EXCLUSIVE,
                Hazard.REWRITES_TABLE,
                Hazard.MAY_FAIL_ON_DATA));
        if (aside) {
            steps.addAll(Transitions.setDefault((Fact.OfDefault) to.get(value).orElseThrow()));
        }
        return steps;
    }
}
