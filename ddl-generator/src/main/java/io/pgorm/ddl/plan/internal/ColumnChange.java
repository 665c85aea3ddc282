package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.SequenceSql;
import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ddl.plan.internal.Transition.Replace;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a column changes. The order within it is PostgreSQL's: an identity needs NOT NULL, and no default. */
final class ColumnChange {

    private final Frame frame;
    private final FactId id;
    private final QualifiedName table;
    private final Column before;
    private final Column after;
    private final TypeChange type;
    /** Whether a constraint of its own sees to its nulls. */
    private final boolean elsewhere;

    private final List<Step> steps = new ArrayList<>();

    private ColumnChange(Fact.OfColumn before, Fact.OfColumn after, Frame frame) {
        this.frame = frame;
        this.id = after.id();
        this.table = after.table();
        this.before = before.column();
        this.after = after.column();
        this.elsewhere = frame.before()
                        .lookup()
                        .notNull(table, this.before.name())
                        .isPresent()
                || frame.afterwards().lookup().notNull(table, this.after.name()).isPresent();
        this.type = TypeChange.between(this.before.type(), this.after.type(), frame.from(), frame.to());
    }

    static Transition between(Fact.OfColumn before, Fact.OfColumn after, Frame frame) {
        ColumnChange change = new ColumnChange(before, after, frame);
        if (change.needsAnotherColumn()) {
            return new Replace();
        }
        boolean moves = frame.exchange().moves(before);
        boolean retyped = moves || change.isRetyped() || change.isCollatedAnew();
        change.loseIdentity();
        change.loseExpression();
        if (moves) {
            change.move(
                    frame.exchange().using(before, after.column()),
                    frame.exchange().loses(before, after.column()));
        } else if (retyped) {
            change.retype();
        }
        change.expression();
        change.nullability();
        change.identity();
        change.storage(retyped);
        return new InPlace(change.steps, retyped);
    }

    private boolean isRetyped() {
        return !before.type().sql().equals(after.type().sql());
    }

    private boolean isCollatedAnew() {
        return !before.collation().equals(after.collation());
    }

    /**
     * A value that is stored cannot become a computed one, nor one that is computed when read a stored one. A generated
     * column has nothing to lose, and is made anew also where PostgreSQL has no statement.
     */
    private boolean needsAnotherColumn() {
        return switch (after.value()) {
            case ColumnValue.Generated now ->
                !(before.value() instanceof ColumnValue.Generated old)
                        || old.stored() != now.stored()
                        || isRetyped() && (type.using().isPresent() || !old.equals(now))
                        || !old.equals(now) && !canSetExpression(now);
            default -> before.value() instanceof ColumnValue.Generated old && !old.stored();
        };
    }

    private boolean canSetExpression(ColumnValue.Generated now) {
        boolean checked = frame.before().children(FactId.self(io.pgorm.ir.ObjectName.Kind.TABLE, table)).stream()
                .anyMatch(
                        child -> frame.from().the(child) instanceof Fact.OfConstraint(var of, Constraint.Check check));
        return frame.options().major() >= 17 && (now.stored() || !checked);
    }

    private void add(String what, Hazard... hazards) {
        steps.add(Step.of(
                "ALTER TABLE " + table.sql() + " ALTER COLUMN " + Removal.quoted(after.name()) + " " + what,
                Lock.ACCESS_EXCLUSIVE,
                hazards));
    }

    private void loseIdentity() {
        if (before.value() instanceof ColumnValue.Identity && !(after.value() instanceof ColumnValue.Identity)) {
            Optional<Sequence> heir = Handover.toSequence(id, frame);
            heir.ifPresent(sequence -> steps.addAll(Handover.inherit(id, sequence, frame)));
            boolean missed = !after.nullable() && !frame.to().has(id.with(Aspect.DEFAULT));
            add("DROP IDENTITY", missed ? new Hazard[] {Hazard.BREAKS_RUNNING_APP} : new Hazard[0]);
        }
    }

    /** To a type or a collation that is made in the same plan. Its default is dropped before, and made after. */
    private void move(String using, boolean loses) {
        String collation =
                after.collation().map(name -> " COLLATE " + name.sql()).orElse("");
        List<Hazard> hazards = new ArrayList<>(List.of(
                Hazard.REWRITES_TABLE,
                Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
                Hazard.MAY_FAIL_ON_DATA,
                Hazard.BREAKS_RUNNING_APP));
        if (loses) {
            hazards.add(Hazard.DELETES_DATA);
        }
        add("TYPE " + after.type().sql() + collation + " USING " + using, hazards.toArray(Hazard[]::new));
    }

    /** A default is bound to the type that it was made for: it steps aside. */
    private void retype() {
        FactId value = id.with(Aspect.DEFAULT);
        Optional<Fact> oldDefault = frame.from().get(value);
        Optional<Fact> newDefault = frame.to().get(value);
        boolean aside = oldDefault.isPresent() && newDefault.isPresent() && isRetyped();
        if (aside) {
            add("DROP DEFAULT");
        }
        String collation =
                after.collation().map(name -> " COLLATE " + name.sql()).orElse("");
        boolean computed = after.value() instanceof ColumnValue.Generated;
        add(
                "TYPE " + after.type().sql() + collation + (computed ? "" : type.clause(Removal.quoted(after.name()))),
                hazardsOfType());
        if (aside && newDefault.equals(oldDefault)) {
            steps.addAll(Transitions.setDefault((Fact.OfDefault) newDefault.get()));
        }
    }

    private Hazard[] hazardsOfType() {
        List<Hazard> hazards = new ArrayList<>();
        if (type.rewrites()) {
            hazards.addAll(
                    List.of(Hazard.REWRITES_TABLE, Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK, Hazard.BREAKS_RUNNING_APP));
        } else {
            Set<FactId> dependents = frame.before().neededBy(id);
            if (isCollatedAnew() && dependents.stream().anyMatch(this::hasIndex)) {
                hazards.addAll(List.of(Hazard.INDEX_BUILD, Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK));
            } else if (dependents.stream().anyMatch(this::isCheck)) {
                hazards.add(Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK);
            }
        }
        if (type.mayFail()) {
            hazards.add(Hazard.MAY_FAIL_ON_DATA);
        }
        if (type.loses()) {
            hazards.add(Hazard.DELETES_DATA);
        }
        return hazards.toArray(Hazard[]::new);
    }

    private boolean hasIndex(FactId dependent) {
        return switch (frame.from().byId().get(dependent)) {
            case Fact.OfIndex index -> true;
            case Fact.OfConstraint(var of, Constraint.Check check) -> false;
            case Fact.OfConstraint(var of, Constraint.ForeignKey key) -> false;
            case Fact.OfConstraint constraint -> true;
            case null -> false;
            case Fact other -> false;
        };
    }

    private boolean isCheck(FactId dependent) {
        return frame.from().byId().get(dependent) instanceof Fact.OfConstraint(var of, Constraint.Check check);
    }

    /** Before the type changes: that of a generated column changes only together with its expression. */
    private void loseExpression() {
        if (before.value() instanceof ColumnValue.Generated && !(after.value() instanceof ColumnValue.Generated)) {
            add("DROP EXPRESSION");
        }
    }

    /** What may be NULL from now on has to be allowed to before it is computed in another way. */
    private void expression() {
        if (after.value() instanceof ColumnValue.Generated) {
            dropNotNull();
        }
        if (before.value() instanceof ColumnValue.Generated old
                && after.value() instanceof ColumnValue.Generated now
                && !old.equals(now)) {
            setExpression(now);
        }
    }

    private void setExpression(ColumnValue.Generated now) {
        SqlBuilder sql = new SqlBuilder().sql("SET EXPRESSION AS ").parenthesized(now.expression());
        String words = sql.statement(SourceSpan.NONE).sql();
        if (now.stored()) {
            add(
                    words,
                    Hazard.REWRITES_TABLE,
                    Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
                    // of a value that is there, the expression may make none that fits
                    Hazard.MAY_FAIL_ON_DATA);
        } else if (before.nullable() || after.nullable() && !elsewhere) {
            add(words);
        } else {
            // of a column that is computed when it is read, its rows are looked at only for that
            add(words, Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK, Hazard.MAY_FAIL_ON_DATA);
        }
    }

    private void nullability() {
        if (before.nullable() && !after.nullable() && !elsewhere) {
            add("SET NOT NULL", Hazard.MAY_FAIL_ON_DATA, Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK);
        }
    }

    private void identity() {
        if (after.value() instanceof ColumnValue.Identity now) {
            if (before.value() instanceof ColumnValue.Identity old) {
                alterIdentity(old, now);
            } else {
                becomeIdentity(now);
            }
        }
        if (!(after.value() instanceof ColumnValue.Generated)) {
            dropNotNull();
        }
    }

    private void dropNotNull() {
        if (!before.nullable() && after.nullable() && !elsewhere) {
            add("DROP NOT NULL");
        }
    }

    private void becomeIdentity(ColumnValue.Identity now) {
        SqlBuilder sql = new SqlBuilder()
                .sql("ADD GENERATED ")
                .sql(now.always() ? "ALWAYS" : "BY DEFAULT")
                .sql(" AS IDENTITY");
        SequenceSql.appendIdentity(now.options(), now.sequence(), sql);
        String words = sql.statement(SourceSpan.NONE).sql();
        Optional<Sequence> ancestor = Handover.fromSequence(id, frame);
        if (ancestor.isPresent()) {
            steps.addAll(Handover.stepAside(id, ancestor.get(), frame));
            add(words);
            steps.addAll(Handover.bequeath(id, ancestor.get(), frame));
        } else {
            add(words);
            steps.add(Handover.aboveRows(
                    table, after.name(), Handover.identitySequence(id, now), now.options(), after.type()));
        }
    }

    private void alterIdentity(ColumnValue.Identity old, ColumnValue.Identity now) {
        if (old.always() != now.always()) {
            // who gave the values so far is refused
            if (now.always()) {
                add("SET GENERATED ALWAYS", Hazard.BREAKS_RUNNING_APP);
            } else {
                add("SET GENERATED BY DEFAULT");
            }
        }
        QualifiedName sequence = Handover.identitySequence(id, old);
        if (!old.options().equals(now.options())) {
            SequenceChange change = SequenceChange.between(
                    old.options(),
                    now.options(),
                    before.type().sql(),
                    after.type().sql());
            steps.addAll(change.intoRange(sequence));
            add(
                    String.join(
                                    " ",
                                    SequenceChange.counting(now.options()).stream()
                                            .map(option -> "SET " + option)
                                            .toList())
                            + change.restart(),
                    change.hazards());
        }
        QualifiedName name = Handover.identitySequence(id, now);
        if (!sequence.equals(name)) {
            steps.addAll(Handover.rename(sequence, name));
        }
    }

    /** Before PostgreSQL 16 there was no word for it. */
    private String usualStorage() {
        String name = after.type().sql();
        if (after.type().array()) {
            return "EXTENDED";
        }
        boolean small = name.startsWith("numeric") || name.equals("inet") || name.equals("cidr");
        return small ? "MAIN" : name.equals("tsquery") ? "PLAIN" : "EXTENDED";
    }

    /** Another type has the storage of that type, whatever was set before. */
    private void storage(boolean retyped) {
        if (after.storage().isPresent() && (retyped || !before.storage().equals(after.storage()))) {
            add("SET STORAGE " + after.storage().get().name());
        } else if (!retyped && !before.storage().equals(after.storage())) {
            add("SET STORAGE " + (frame.options().major() >= 16 ? "DEFAULT" : usualStorage()));
        }
        if (after.compression().isPresent() && (retyped || !before.compression().equals(after.compression()))) {
            add("SET COMPRESSION " + Removal.quoted(after.compression().get()));
        } else if (!retyped && !before.compression().equals(after.compression())) {
            add("SET COMPRESSION DEFAULT");
        }
    }
}
