package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.SequenceSql;
import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ddl.plan.internal.Transition.Replace;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SequenceOptions;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a column changes. The order within it is PostgreSQL's: an identity needs NOT NULL, and no default. */
final class ColumnChange {

    private final QualifiedName table;
    private final Column before;
    private final Column after;
    private final List<Step> steps = new ArrayList<>();

    private ColumnChange(QualifiedName table, Column before, Column after) {
        this.table = table;
        this.before = before;
        this.after = after;
    }

    static Transition between(Fact.OfColumn before, Fact.OfColumn after, Frame frame) {
        ColumnChange change = new ColumnChange(after.table(), before.column(), after.column());
        if (change.needsAnotherColumn()) {
            return new Replace();
        }
        boolean retyped =
                !before.column().type().sql().equals(after.column().type().sql())
                        || !before.column().collation().equals(after.column().collation());
        change.loseIdentity();
        if (retyped) {
            FactId value = after.id().with(Aspect.DEFAULT);
            change.retype(frame.from().get(value), frame.to().get(value));
        }
        change.expression();
        change.nullability();
        change.identity();
        change.storage();
        return new InPlace(change.steps, retyped);
    }

    /** A value that is stored cannot become a computed one, nor one that is computed when read a stored one. */
    private boolean needsAnotherColumn() {
        return switch (after.value()) {
            case ColumnValue.Generated now ->
                !(before.value() instanceof ColumnValue.Generated old) || old.stored() != now.stored();
            default -> before.value() instanceof ColumnValue.Generated old && !old.stored();
        };
    }

    private void add(String what, Lock lock, Hazard... hazards) {
        steps.add(Step.of(
                "ALTER TABLE " + table.sql() + " ALTER COLUMN " + Removal.quoted(after.name()) + " " + what,
                lock,
                hazards));
    }

    private void loseIdentity() {
        if (before.value() instanceof ColumnValue.Identity && !(after.value() instanceof ColumnValue.Identity)) {
            add("DROP IDENTITY", Lock.ACCESS_EXCLUSIVE);
        }
    }

    /** A default is bound to the type that it was made for: it steps aside. */
    private void retype(Optional<Fact> oldDefault, Optional<Fact> newDefault) {
        boolean aside = oldDefault.isPresent() && newDefault.isPresent();
        if (aside) {
            add("DROP DEFAULT", Lock.ACCESS_EXCLUSIVE);
        }
        String type = after.type().sql();
        String collation =
                after.collation().map(name -> " COLLATE " + name.sql()).orElse("");
        String using = before.value() instanceof ColumnValue.Generated
                ? ""
                : " USING " + Removal.quoted(after.name()) + throughText() + "::" + type;
        add(
                "TYPE " + type + collation + using,
                Lock.ACCESS_EXCLUSIVE,
                Hazard.REWRITES_TABLE,
                Hazard.MAY_FAIL_ON_DATA,
                Hazard.BREAKS_RUNNING_APP);
        if (aside && newDefault.equals(oldDefault)) {
            steps.addAll(Transitions.setDefault((Fact.OfDefault) newDefault.get()));
        }
    }

    /** Between two types that know nothing of each other, the text of the value is what they have in common. */
    private String throughText() {
        boolean named =
                before.type() instanceof ColumnType.EnumReference || after.type() instanceof ColumnType.EnumReference;
        if (!named) {
            return "";
        }
        return before.type().array() ? "::text[]" : "::text";
    }

    private void expression() {
        if (before.value() instanceof ColumnValue.Generated old) {
            switch (after.value()) {
                case ColumnValue.Generated now -> {
                    if (!old.equals(now)) {
                        SqlBuilder sql =
                                new SqlBuilder().sql("SET EXPRESSION AS ").parenthesized(now.expression());
                        add(sql.statement(SourceSpan.NONE).sql(), Lock.ACCESS_EXCLUSIVE, Hazard.REWRITES_TABLE);
                    }
                }
                default -> add("DROP EXPRESSION", Lock.ACCESS_EXCLUSIVE);
            }
        }
    }

    private void nullability() {
        if (before.nullable() && !after.nullable()) {
            add("SET NOT NULL", Lock.ACCESS_EXCLUSIVE, Hazard.MAY_FAIL_ON_DATA);
        }
    }

    private void identity() {
        if (after.value() instanceof ColumnValue.Identity now) {
            if (before.value() instanceof ColumnValue.Identity old) {
                alterIdentity(old, now);
            } else {
                SqlBuilder sql = new SqlBuilder()
                        .sql("ADD GENERATED ")
                        .sql(now.always() ? "ALWAYS" : "BY DEFAULT")
                        .sql(" AS IDENTITY");
                SequenceSql.appendIdentity(now.options(), now.sequence(), sql);
                add(sql.statement(SourceSpan.NONE).sql(), Lock.ACCESS_EXCLUSIVE, Hazard.CORRECTNESS);
            }
        }
        if (!before.nullable() && after.nullable()) {
            add("DROP NOT NULL", Lock.ACCESS_EXCLUSIVE);
        }
    }

    private void alterIdentity(ColumnValue.Identity old, ColumnValue.Identity now) {
        if (old.always() != now.always()) {
            add(now.always() ? "SET GENERATED ALWAYS" : "SET GENERATED BY DEFAULT", Lock.ACCESS_EXCLUSIVE);
        }
        SequenceOptions options = now.options();
        if (!old.options().equals(options)) {
            add(
                    String.join(
                            " ",
                            SequenceChange.counting(options).stream()
                                    .map(option -> "SET " + option)
                                    .toList()),
                    Lock.ACCESS_EXCLUSIVE);
        }
        if (!old.sequence().equals(now.sequence())
                && old.sequence().isPresent()
                && now.sequence().isPresent()) {
            steps.add(Step.of("ALTER SEQUENCE " + old.sequence().get().sql() + " RENAME TO "
                    + Removal.quoted(now.sequence().get().name())));
        }
    }

    private void storage() {
        if (!before.storage().equals(after.storage())) {
            add("SET STORAGE " + after.storage().map(Enum::name).orElse("DEFAULT"), Lock.ACCESS_EXCLUSIVE);
        }
        if (!before.compression().equals(after.compression())) {
            add("SET COMPRESSION " + after.compression().map(Removal::quoted).orElse("DEFAULT"), Lock.ACCESS_EXCLUSIVE);
        }
    }
}
