package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.UnsupportedChangeException;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.QualifiedName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Types and collations that become others of the same name while columns of tables hold their values. They step aside
 * under another name, the new ones are made, each column is moved over, and what stepped aside is dropped. What is made
 * of such a type (a domain over an enum, a composite with it) becomes another one too. Immutable once made.
 */
final class Exchange {

    private final Facts from;
    private final Facts to;
    private final Relations before;
    private final TypeUses uses;
    private final Set<FactId> held = new LinkedHashSet<>();
    private final Set<FactId> ended;
    private final Repartitioned repartitioned;
    private final Map<FactId, QualifiedName> aside = new TreeMap<>();

    Exchange(Facts from, Facts to, Relations before) {
        this.from = from;
        this.to = to;
        this.before = before;
        this.uses = new TypeUses(from);
        this.ended = new TreeSet<>();
        Repartitioned known = new Repartitioned(from, to, column -> false);
        waiting(known).forEach(column -> held.addAll(uses.within(column.column().type())));
        new TypeEnds(from, to, before, uses, held).collect(ended);
        this.repartitioned =
                new Repartitioned(from, to, column -> within(column).anyMatch(ended::contains));
        AsideNames names = new AsideNames(from, to);
        for (Fact.OfColumn column : (Iterable<Fact.OfColumn>) waiting(repartitioned)::iterator) {
            within(column).filter(ended::contains).forEach(id -> aside.computeIfAbsent(id, names::choose));
        }
    }

    /** The tables that no statement can partition as they are to be. */
    Repartitioned repartitioned() {
        return repartitioned;
    }

    /** The columns that hold their values through the plan: all of a table that waits for its copy. */
    private java.util.stream.Stream<Fact.OfColumn> waiting(Repartitioned tables) {
        return from.byId().values().stream()
                .filter(Fact.OfColumn.class::isInstance)
                .map(Fact.OfColumn.class::cast)
                .filter(column -> (to.has(column.id()) || tables.all().contains(column.table()))
                        && !(column.column().value() instanceof ColumnValue.Generated));
    }

    /** The types and collations that the values of a column are of, at any depth. */
    private java.util.stream.Stream<FactId> within(Fact.OfColumn column) {
        Set<FactId> within = new TreeSet<>(uses.within(column.column().type()));
        before.needs(column.id()).stream().filter(TypeEnds::isCollation).forEach(within::add);
        return within.stream();
    }

    /** Whether the type or collation is another one afterwards, though one of its name was there and is. */
    boolean ends(FactId id) {
        return ended.contains(id);
    }

    /** Whether a column that is there before and after has values of the type. */
    boolean isHeld(FactId type) {
        return held.contains(type);
    }

    /** The name under which it waits until no column needs it any more. */
    Optional<QualifiedName> asideName(FactId id) {
        return Optional.ofNullable(aside.get(id));
    }

    Set<FactId> allAside() {
        return aside.keySet();
    }

    /** Whether the values of the column have to be moved to a type or a collation that is made in this plan. */
    boolean moves(Fact.OfColumn column) {
        return to.has(column.id())
                && !(column.column().value() instanceof ColumnValue.Generated)
                && within(column).anyMatch(aside::containsKey);
    }

    /**
     * The expression that makes the new value out of the old one.
     *
     * @param column one that moves
     */
    String using(Fact.OfColumn column, Column after) {
        String name = Removal.quoted(after.name());
        ColumnType type = column.column().type();
        String target = after.type().sql();
        Set<FactId> ends = new LinkedHashSet<>(uses.within(type));
        ends.retainAll(aside.keySet());
        if (ends.isEmpty()) {
            return name + "::" + target;
        }
        Optional<FactId> own = stays(type, after.type());
        Set<FactId> later = new TypeUses(to).within(after.type());
        for (FactId id : ends) {
            if (isReshaped(id) && later.contains(id) && (type.array() || !own.equals(Optional.of(id)))) {
                throw new UnsupportedChangeException(
                        "The attributes of " + id.object().name()
                                + " would stand in another order, and column " + column.table() + "." + after.name()
                                + " holds it within an array or another type. Write this step by hand.");
            }
        }
        if (own.isPresent() && isReshaped(own.get())) {
            return row(name, (Fact.OfComposite) from.the(own.get()), target);
        }
        if (own.filter(this::staysNumber).isPresent()) {
            return name + "::" + target;
        }
        // an explicit cast would cut what is too long; without it PostgreSQL refuses that
        return !after.type().array() && isOverString(after.type()) ? name + "::text" : name + "::text::" + target;
    }

    /** The type, where the column is of one of that name afterwards too. */
    private Optional<FactId> stays(ColumnType type, ColumnType after) {
        Optional<FactId> own = uses.typeOf(type);
        boolean stays = type.array() == after.array() && own.equals(new TypeUses(to).typeOf(after));
        return stays ? own : Optional.empty();
    }

    /** Whether text would put the values of attributes in wrong places. */
    private boolean isReshaped(FactId id) {
        return from.the(id) instanceof Fact.OfComposite(CompositeType old)
                && to.get(id).orElse(null) instanceof Fact.OfComposite(CompositeType now)
                && !CompositeChange.names(old).equals(CompositeChange.names(now));
    }

    /** Whether values of the column may come out poorer: without an attribute, rounded, cut. */
    boolean loses(Fact.OfColumn column, Column after) {
        ColumnType type = column.column().type();
        Optional<FactId> own = stays(type, after.type());
        if (own.filter(this::staysNumber).isPresent()) {
            return TypeChange.between(base(type, from), base(after.type(), to), from, to)
                    .loses();
        }
        boolean cast = own.filter(this::isReshaped).isPresent() || !after.type().array() && !isOverString(after.type());
        return cast ? Losses.byCast(type, after.type(), from, to) : Losses.byText(type, after.type(), from, to);
    }

    /** What a domain is made of. */
    private static ColumnType base(ColumnType type, Facts state) {
        return new TypeUses(state).typeOf(type).flatMap(state::get).orElse(null)
                        instanceof Fact.OfDomain(DomainType domain)
                ? base(domain.base(), state)
                : type;
    }

    private String row(String name, Fact.OfComposite old, String target) {
        Map<String, CompositeType.Attribute> known = new LinkedHashMap<>();
        old.type().attributes().forEach(attribute -> known.put(attribute.name(), attribute));
        CompositeType now = ((Fact.OfComposite) to.the(old.id())).type();
        String values = String.join(
                ", ",
                now.attributes().stream()
                        .map(attribute -> known.containsKey(attribute.name())
                                ? "(" + name + ")." + Removal.quoted(attribute.name()) + "::text::"
                                        + attribute.type().sql()
                                : "NULL::" + attribute.type().sql())
                        .toList());
        // of a row with nothing but NULL in it, IS NULL is true too
        return "CASE WHEN " + name + " IS DISTINCT FROM NULL THEN ROW(" + values + ")::" + target + " END";
    }

    /** Whether the type is a string, or a domain over one. */
    private boolean isOverString(ColumnType type) {
        ColumnType base = base(type, to);
        return !base.array() && Casts.isString(TypeName.of(base).base());
    }

    /** Between numbers a cast rounds, as for a column; their text would not be taken. */
    private boolean staysNumber(FactId id) {
        return from.the(id) instanceof Fact.OfDomain old
                && to.get(id).orElse(null) instanceof Fact.OfDomain now
                && TypeUses.isNumber(old.type().base())
                && TypeUses.isNumber(now.type().base());
    }
}
