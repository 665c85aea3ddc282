package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether values that go from one type to another through their text may come out poorer without an error: at any depth
 * of composite types, ranges, domains and arrays. Immutable.
 */
final class Losses {

    private final Facts from;
    private final Facts to;
    /** Whether what is too long is cut, as an explicit cast does. */
    private final boolean cuts;

    private Losses(Facts from, Facts to, boolean cuts) {
        this.from = from;
        this.to = to;
        this.cuts = cuts;
    }

    /** Of values that are written as text and read again. */
    static boolean byText(ColumnType before, ColumnType after, Facts from, Facts to) {
        return new Losses(from, to, false).between(before, after);
    }

    /** Of values that are cast explicitly after they were written as text. */
    static boolean byCast(ColumnType before, ColumnType after, Facts from, Facts to) {
        return new Losses(from, to, true).between(before, after);
    }

    private boolean between(ColumnType before, ColumnType after) {
        ColumnType old = base(before, from);
        ColumnType now = base(after, to);
        Optional<Fact> oldType = type(old, from);
        Optional<Fact> newType = type(now, to);
        if (oldType.orElse(null) instanceof Fact.OfComposite(var one)
                && newType.orElse(null) instanceof Fact.OfComposite(var other)) {
            return attributes(one, other);
        }
        if (oldType.orElse(null) instanceof Fact.OfRange(var one)
                && newType.orElse(null) instanceof Fact.OfRange(var other)) {
            return between(one.subtype(), other.subtype());
        }
        if (newType.isPresent()
                || oldType.isPresent() && !TypeName.of(now).base().equals("\"char\"")) {
            // an enum takes the text as it is or not at all, and so does most of what a row or a range is written into
            return false;
        }
        return Casts.isLossyByText(TypeName.of(old), TypeName.of(now), cuts);
    }

    private boolean attributes(CompositeType before, CompositeType after) {
        Map<String, ColumnType> now = new LinkedHashMap<>();
        after.attributes().forEach(attribute -> now.put(attribute.name(), attribute.type()));
        return before.attributes().stream()
                .anyMatch(attribute ->
                        !now.containsKey(attribute.name()) || between(attribute.type(), now.get(attribute.name())));
    }

    /** What the type is made of through all domains; whether it is an array of that makes no difference here. */
    private static ColumnType base(ColumnType type, Facts state) {
        return name(type)
                                .flatMap(name -> state.get(FactId.self(Kind.DOMAIN, name)))
                                .orElse(null)
                        instanceof Fact.OfDomain(DomainType domain)
                ? base(domain.base(), state)
                : type;
    }

    private static Optional<Fact> type(ColumnType type, Facts state) {
        return name(type).flatMap(name -> state.get(FactId.self(Kind.TYPE, name)));
    }

    private static Optional<QualifiedName> name(ColumnType type) {
        return switch (type) {
            case ColumnType.EnumReference(QualifiedName name, boolean array) -> Optional.of(name);
            case ColumnType.TypeReference(QualifiedName name, boolean array) -> Optional.of(name);
            case ColumnType.Scalar scalar -> Optional.empty();
            case ColumnType.Raw raw -> Optional.empty();
        };
    }
}
