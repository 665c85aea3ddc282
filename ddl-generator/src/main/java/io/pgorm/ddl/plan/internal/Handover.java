package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.SequenceSql;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SequenceOptions;
import io.pgorm.ir.sql.GeneratedNames;
import io.pgorm.ir.sql.Literals;
import java.util.List;
import java.util.Optional;

/**
 * What counts for a column is exchanged: the sequence of an identity for one of its own, or the other way round. The new
 * one goes on where the old one stands, which is not there any more when the transaction is over. Both may want the same
 * name. Stateless.
 */
final class Handover {

    private static final String ASIDE = "_before";

    private Handover() {}

    /** The sequence that a column owns before and an identity replaces. */
    static Optional<Sequence> fromSequence(FactId column, Frame frame) {
        return isIdentity(column, frame.to()) && !isIdentity(column, frame.from())
                ? owned(column, frame.from()).filter(sequence -> !frame.to().has(id(sequence)))
                : Optional.empty();
    }

    /** The sequence that a column owns after and that replaces an identity. */
    static Optional<Sequence> toSequence(FactId column, Frame frame) {
        return isIdentity(column, frame.from()) && !isIdentity(column, frame.to())
                ? owned(column, frame.to()).filter(sequence -> !frame.from().has(id(sequence)))
                : Optional.empty();
    }

    static FactId id(Sequence sequence) {
        return FactId.self(Kind.SEQUENCE, sequence.name());
    }

    private static boolean isIdentity(FactId column, Facts state) {
        return state.get(column)
                .filter(fact -> ((Fact.OfColumn) fact).column().value() instanceof ColumnValue.Identity)
                .isPresent();
    }

    private static Optional<Sequence> owned(FactId column, Facts state) {
        return state.ownedBy(column).flatMap(state::get).map(fact -> ((Fact.OfSequence) fact).sequence());
    }

    /** The name of the sequence behind an identity. */
    static QualifiedName identitySequence(FactId column, ColumnValue.Identity identity) {
        QualifiedName table = column.object().name();
        return identity.sequence()
                .orElseGet(() -> new QualifiedName(
                        table.schema(),
                        GeneratedNames.sequence(
                                table.name(), column.object().part().orElseThrow())));
    }

    /** Before DROP IDENTITY: the heir is made, and set to where the identity stands. */
    static List<Step> inherit(FactId column, Sequence heir, Frame frame) {
        QualifiedName name = identitySequence(column, (ColumnValue.Identity)
                ((Fact.OfColumn) frame.from().the(column)).column().value());
        QualifiedName aside = aside(name, heir.name(), frame);
        List<Step> renamed = name.equals(aside) ? List.of() : rename(name, aside);
        return java.util.stream.Stream.of(
                        renamed, List.of(Step.of(SequenceSql.create(heir))), List.of(copy(aside, heir.name())))
                .flatMap(List::stream)
                .toList();
    }

    /** Before ADD GENERATED: the sequence makes way for the one of the identity where both have one name. */
    static List<Step> stepAside(FactId column, Sequence ancestor, Frame frame) {
        QualifiedName aside = aside(ancestor.name(), newName(column, frame), frame);
        return aside.equals(ancestor.name()) ? List.of() : rename(ancestor.name(), aside);
    }

    /** After ADD GENERATED: the identity goes on where the sequence stands, and that goes. */
    static List<Step> bequeath(FactId column, Sequence ancestor, Frame frame) {
        QualifiedName name = newName(column, frame);
        QualifiedName aside = aside(ancestor.name(), name, frame);
        return List.of(copy(aside, name), Step.of("DROP SEQUENCE " + aside.sql(), Lock.ACCESS_EXCLUSIVE));
    }

    private static QualifiedName newName(FactId column, Frame frame) {
        return identitySequence(column, (ColumnValue.Identity)
                ((Fact.OfColumn) frame.to().the(column)).column().value());
    }

    private static QualifiedName aside(QualifiedName old, QualifiedName now, Frame frame) {
        return old.equals(now) ? FreeNames.beside(old, ASIDE, frame) : old;
    }

    static Step copy(QualifiedName from, QualifiedName to) {
        return Step.of(
                "SELECT setval(%s, last_value, is_called) FROM %s".formatted(Literals.quote(to.sql()), from.sql()));
    }

    static List<Step> rename(QualifiedName from, QualifiedName to) {
        java.util.List<Step> steps = new java.util.ArrayList<>();
        if (!from.name().equals(to.name())) {
            steps.add(Step.of(
                    "ALTER SEQUENCE " + from.sql() + " RENAME TO " + Removal.quoted(to.name()), Lock.ACCESS_EXCLUSIVE));
        }
        if (!from.schema().equals(to.schema())) {
            steps.add(Step.of(
                    "ALTER SEQUENCE " + new QualifiedName(from.schema(), to.name()).sql() + " SET SCHEMA "
                            + Removal.quoted(to.schema()),
                    Lock.ACCESS_EXCLUSIVE));
        }
        return steps;
    }

    /** Sets a sequence that is new to what is above the rows that are there. */
    static Step aboveRows(
            QualifiedName table, String column, QualifiedName sequence, SequenceOptions options, ColumnType type) {
        boolean up = options.increment().orElse(1) > 0;
        String furthest = (up ? "max(" : "min(") + Removal.quoted(column) + ")";
        long first = options.start().orElse((up ? options.minimum() : options.maximum()).orElse(up ? 1 : -1));
        return Step.of("SELECT setval(%s, %s) FROM %s HAVING %s %s %d"
                .formatted(
                        Literals.quote(sequence.sql()),
                        type.sql().equals("numeric") ? furthest + "::bigint" : furthest,
                        table.sql(),
                        furthest,
                        up ? ">=" : "<=",
                        first));
    }

    /** The same for a sequence that a column comes to own, which had its rows before. */
    static List<Step> aboveRows(Fact.OfSequenceOwner owner, Frame frame) {
        FactId sequence = FactId.self(owner.id().object());
        if (frame.from().has(sequence) || !frame.to().has(sequence)) {
            return List.of();
        }
        Sequence.Owner of = owner.sequence().ownedBy().orElseThrow();
        FactId column = FactId.part(Kind.COLUMN, of.table(), of.column());
        boolean counted = toSequence(column, frame)
                .filter(heir -> heir.name().equals(owner.sequence().name()))
                .isPresent();
        if (counted || !frame.from().has(column) || !frame.to().has(column.with(Aspect.DEFAULT))) {
            return List.of();
        }
        Column now = ((Fact.OfColumn) frame.to().the(column)).column();
        if (!Casts.isWholeNumber(TypeName.of(now.type()).base())) {
            return List.of();
        }
        return List.of(aboveRows(
                of.table(),
                of.column(),
                owner.sequence().name(),
                ((Fact.OfSequence) frame.to().the(sequence)).sequence().options(),
                now.type()));
    }
}
