package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.SequenceSql;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A sequence that comes to belong to a column: PostgreSQL wants that it has the owner of the table before. Stateless. */
final class OwnedSequence {

    private OwnedSequence() {}

    static List<Step> link(Fact.OfSequenceOwner fact, Frame frame) {
        List<Step> steps = new ArrayList<>();
        Sequence sequence = fact.sequence();
        Optional<QualifiedName> before = frame.from().get(fact.id()).flatMap(OwnedSequence::table);
        QualifiedName table = table(fact).orElseThrow();
        Optional<String> owner = owner(table, frame.to());
        Set<Optional<String>> owners = new LinkedHashSet<>(Set.of(owner));
        before.ifPresent(other -> owners.addAll(List.of(owner(other, frame.from()), owner(other, frame.to()))));
        boolean sameTable = before.equals(Optional.of(table));
        if (!sameTable && (owners.size() > 1 || before.isEmpty() && owner.isPresent())) {
            String alter = "ALTER SEQUENCE " + sequence.name().sql();
            if (before.isPresent()) {
                steps.add(Step.of(alter + " OWNED BY NONE", Lock.ACCESS_EXCLUSIVE));
            }
            steps.add(Step.of(
                    alter + " OWNER TO " + owner.map(Removal::quoted).orElse("CURRENT_USER"), Lock.ACCESS_EXCLUSIVE));
        }
        SequenceSql.own(sequence).map(Step::of).ifPresent(steps::add);
        return steps;
    }

    /** The owner of the table, which has to be settled before. */
    static Action afterOwner(Action action, Facts to) {
        return to.get(action.about()).orElse(null) instanceof Fact.OfSequenceOwner fact
                        && !action.destroys().contains(action.about())
                ? action.needing(Set.of(ownership(table(fact).orElseThrow())))
                : action;
    }

    private static Optional<QualifiedName> table(Fact fact) {
        return ((Fact.OfSequenceOwner) fact).sequence().ownedBy().map(Sequence.Owner::table);
    }

    private static Optional<String> owner(QualifiedName table, Facts state) {
        return state.get(ownership(table)).map(fact -> ((Fact.OfOwner) fact).owner());
    }

    private static FactId ownership(QualifiedName table) {
        return FactId.self(Kind.TABLE, table).with(Aspect.OWNER);
    }
}
