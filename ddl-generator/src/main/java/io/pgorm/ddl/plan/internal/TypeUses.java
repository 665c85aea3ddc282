package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which types of one state are made of which others. Immutable once made. */
final class TypeUses {

    private static final Pattern NUMBER =
            Pattern.compile("(smallint|integer|bigint|real|double precision|numeric(\\(.*\\))?)");

    private final Facts facts;
    private final Map<FactId, List<ColumnType>> parts = new TreeMap<>();
    private final Map<QualifiedName, FactId> multiranges = new LinkedHashMap<>();

    TypeUses(Facts facts) {
        this.facts = facts;
        for (Fact fact : facts.byId().values()) {
            switch (fact) {
                case Fact.OfEnum type -> parts.put(fact.id(), List.of());
                case Fact.OfDomain(var type) -> parts.put(fact.id(), List.of(type.base()));
                case Fact.OfRange(var type) -> {
                    parts.put(fact.id(), List.of(type.subtype()));
                    multiranges.put(multirange(type), fact.id());
                }
                case Fact.OfComposite(var type) ->
                    parts.put(
                            fact.id(),
                            type.attributes().stream()
                                    .map(attribute -> attribute.type())
                                    .toList());
                default -> {}
            }
        }
    }

    /** All types that the schema makes, each with those that stand in its definition. */
    Map<FactId, List<ColumnType>> parts() {
        return parts;
    }

    /** The type that the schema makes by which it is known; of an array, that of its elements. */
    Optional<FactId> typeOf(ColumnType type) {
        return switch (type) {
            case ColumnType.EnumReference(QualifiedName name, boolean array) -> named(name);
            case ColumnType.TypeReference(QualifiedName name, boolean array) -> named(name);
            case ColumnType.Scalar scalar -> Optional.empty();
            case ColumnType.Raw raw -> Optional.empty();
        };
    }

    Optional<FactId> named(QualifiedName name) {
        FactId type = FactId.self(Kind.TYPE, name);
        FactId domain = FactId.self(Kind.DOMAIN, name);
        if (facts.has(type)) {
            return Optional.of(type);
        }
        return facts.has(domain) ? Optional.of(domain) : Optional.ofNullable(multiranges.get(name));
    }

    /** The type and what it is made of, at any depth. */
    Set<FactId> within(ColumnType type) {
        Set<FactId> found = new LinkedHashSet<>();
        collect(type, found);
        return found;
    }

    private void collect(ColumnType type, Set<FactId> found) {
        typeOf(type)
                .filter(found::add)
                .ifPresent(id -> parts.getOrDefault(id, List.of()).forEach(part -> collect(part, found)));
    }

    /** Whether values of the domain are within arrays or rows of the type, where PostgreSQL does not look for them. */
    boolean holdsInside(ColumnType type, FactId domain) {
        return within(type).contains(domain) && (type.array() || !isOverDomain(type, domain));
    }

    /** Whether a type is the domain, or a domain over it. */
    private boolean isOverDomain(ColumnType type, FactId domain) {
        return typeOf(type)
                .filter(id -> id.equals(domain)
                        || id.object().kind() == Kind.DOMAIN
                                && parts.getOrDefault(id, List.of()).stream()
                                        .allMatch(base -> !base.array() && isOverDomain(base, domain)))
                .isPresent();
    }

    static boolean isNumber(ColumnType type) {
        return !type.array() && NUMBER.matcher(type.sql()).matches();
    }

    /** The name of the multirange type beside a range: as PostgreSQL's makeMultirangeTypeName. */
    static QualifiedName multirange(RangeType type) {
        return type.multirange().orElseGet(() -> {
            String own = type.name().name();
            int at = own.indexOf("range");
            return new QualifiedName(
                    type.name().schema(),
                    at < 0 ? own + "_multirange" : own.substring(0, at) + "multi" + own.substring(at));
        });
    }
}
