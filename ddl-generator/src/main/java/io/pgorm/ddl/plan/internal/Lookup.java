package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Facts found by what others call them: an index without its table, a key by its columns. Immutable once made. */
final class Lookup {

    private record Key(QualifiedName table, Set<String> columns) {}

    private final Map<Key, List<FactId>> keys = new LinkedHashMap<>();
    private final Map<QualifiedName, FactId> indexes = new LinkedHashMap<>();
    private final Map<QualifiedName, FactId> identities = new LinkedHashMap<>();
    private final Map<Key, NotNull> notNulls = new LinkedHashMap<>();
    private final Map<QualifiedName, List<FactId>> named = new LinkedHashMap<>();

    Lookup(Facts facts) {
        // in this order, so that a constraint is found before an index over the same columns
        facts.byId().values().forEach(this::constraint);
        facts.byId().values().forEach(this::other);
    }

    /** The key over these columns, in whatever order: a constraint, else a unique index. */
    Optional<FactId> key(QualifiedName table, List<String> columns) {
        return keys(table, columns).stream().findFirst();
    }

    /** All of them: a foreign key is bound to the one that PostgreSQL finds first. */
    List<FactId> keys(QualifiedName table, List<String> columns) {
        return keys.getOrDefault(new Key(table, Set.copyOf(columns)), List.of());
    }

    /** The index of that name, or the constraint whose index it is. */
    Optional<FactId> index(QualifiedName name) {
        return Optional.ofNullable(indexes.get(name));
    }

    /** The column whose identity the sequence counts. */
    Optional<FactId> identity(QualifiedName sequence) {
        return Optional.ofNullable(identities.get(sequence));
    }

    /** What says with a name of its own that the column is not null. */
    Optional<NotNull> notNull(QualifiedName table, String column) {
        return Optional.ofNullable(notNulls.get(new Key(table, Set.of(column))));
    }

    /** All objects of that name, of whatever kind. */
    List<FactId> named(QualifiedName name) {
        return named.getOrDefault(name, List.of());
    }

    private void constraint(Fact fact) {
        if (fact instanceof Fact.OfConstraint(QualifiedName table, Constraint constraint)) {
            switch (constraint) {
                case Constraint.PrimaryKey key -> key(table, key.columns(), fact.id());
                case Constraint.Unique key -> key(table, key.columns(), fact.id());
                case Constraint other -> {}
            }
            indexes.put(new QualifiedName(table.schema(), constraint.name()), fact.id());
            NotNull.of(table, constraint)
                    .ifPresent(notNull -> notNulls.put(new Key(table, Set.of(notNull.column())), notNull));
        }
    }

    private void other(Fact fact) {
        if (fact.id().aspect() == Aspect.SELF && fact.id().object().part().isEmpty()) {
            named.computeIfAbsent(fact.id().object().name(), name -> new ArrayList<>())
                    .add(fact.id());
        }
        switch (fact) {
            case Fact.OfIndex(ObjectName relation, Index index) -> {
                indexes.put(new QualifiedName(relation.name().schema(), index.name()), fact.id());
                if (index.unique() && index.where().isEmpty()) {
                    columns(index).ifPresent(columns -> key(relation.name(), columns, fact.id()));
                }
            }
            case Fact.OfColumn(QualifiedName table, var column) -> {
                if (column.value() instanceof ColumnValue.Identity identity) {
                    identities.put(
                            identity.sequence()
                                    .orElseGet(() -> new QualifiedName(
                                            table.schema(), GeneratedName.of(table.name(), column.name(), "seq"))),
                            fact.id());
                }
            }
            case Fact rest -> {}
        }
    }

    private void key(QualifiedName table, List<String> columns, FactId id) {
        keys.computeIfAbsent(new Key(table, Set.copyOf(columns)), key -> new ArrayList<>())
                .add(id);
    }

    private static Optional<List<String>> columns(Index index) {
        List<String> columns = new ArrayList<>();
        for (Index.Key key : index.keys()) {
            if (!(key.target() instanceof Index.ColumnTarget(String column))) {
                return Optional.empty();
            }
            columns.add(column);
        }
        return Optional.of(columns);
    }
}
