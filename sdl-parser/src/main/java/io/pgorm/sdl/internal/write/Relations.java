package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which foreign keys and join tables are relations, and what their fields are called on both sides. */
final class Relations {

    private final Schema schema;
    private final Naming naming;
    private final Levels levels;
    private final TypeWords types;
    private final List<Relation> relations = new ArrayList<>();
    private final List<JoinTables.Join> joins;
    private final Map<Set<String>, Integer> pairs = new HashMap<>();

    /**
     * A foreign key with its two fields.
     *
     * @param back the field that leads the other way; absent where there is none
     * @param unique whether one row at most leads back
     * @param name told by where there are several between two models
     */
    record Relation(
            Table table,
            Constraint.ForeignKey key,
            String field,
            boolean optional,
            Optional<String> back,
            boolean unique,
            Optional<String> name,
            Piece piece) {}

    /** 0 for both sides, 1 without the way back, 2 for a constraint as SQL, 3 for SQL of its own. */
    static Piece piece(Table table, Constraint constraint) {
        return Piece.of("constraint", table.name(), constraint.name(), 3);
    }

    private Relations(
            Schema schema, Naming naming, TypeWords types, Levels levels, List<JoinTables.Candidate> candidates) {
        this.types = types;
        this.schema = schema;
        this.naming = naming;
        this.levels = levels;
        candidates.forEach(join -> count(join.first(), join.second()));
        for (Table table : schema.tables()) {
            keys(table).forEach(key -> count(table.name(), key.target()));
        }
        for (Table table : schema.tables()) {
            keys(table).forEach(key -> relations.add(relation(table, key)));
        }
        relations.replaceAll(this::withBack);
        this.joins = candidates.stream()
                .map(join -> JoinTables.name(join, naming, severalBetween(join.first(), join.second())))
                .toList();
    }

    static Relations find(
            Schema schema, Naming naming, TypeWords types, Levels levels, List<JoinTables.Candidate> joins) {
        return new Relations(schema, naming, types, levels, joins);
    }

    /** Foreign keys in the table, in their order. */
    List<Relation> of(QualifiedName table) {
        return relations.stream()
                .filter(each -> each.table().name().equals(table))
                .toList();
    }

    /** Foreign keys that lead to the table from a field that has a way back. */
    List<Relation> to(QualifiedName table) {
        return relations.stream()
                .filter(each -> each.key().target().equals(table) && each.back().isPresent())
                .toList();
    }

    List<JoinTables.Join> joins() {
        return joins;
    }

    /** The foreign keys that are to be relations. */
    private List<Constraint.ForeignKey> keys(Table table) {
        if (naming.model(table.name()).isEmpty()) {
            return List.of();
        }
        return table.foreignKeys().stream()
                .filter(key -> schema.table(key.target()).isPresent()
                        && naming.model(key.target()).isPresent()
                        && isSameTypes(table, key)
                        && levels.of(piece(table, key)) < 2)
                .toList();
    }

    /** PostgreSQL compares numbers of different width; the language keeps to one type on both sides. */
    private boolean isSameTypes(Table table, Constraint.ForeignKey key) {
        Optional<Table> target = schema.table(key.target());
        for (int i = 0; i < key.columns().size(); i++) {
            Optional<ColumnType> ours = table.column(key.columns().get(i)).map(Column::type);
            String theirs = key.targetColumns().get(i);
            Optional<ColumnType> other =
                    target.flatMap(each -> each.column(theirs)).map(Column::type);
            if (ours.isEmpty() || other.isEmpty() || !family(ours.get()).equals(family(other.get()))) {
                return false;
            }
        }
        return true;
    }

    private String family(ColumnType type) {
        if (type instanceof ColumnType.TypeReference reference) {
            Optional<ColumnType> domain = schema.domain(reference.name()).map(each -> types.known(each.base()));
            return domain.map(this::family).orElseGet(type::sql);
        }
        String base = type instanceof ColumnType.Scalar scalar ? scalar.type().sql() : type.sql();
        return switch (base) {
            case "varchar" -> "text";
            case "smallserial" -> "smallint";
            case "serial" -> "integer";
            case "bigserial" -> "bigint";
            default -> base;
        };
    }

    private Set<String> pair(QualifiedName one, QualifiedName other) {
        return new TreeSet<>(
                List.of(naming.model(one).orElseThrow(), naming.model(other).orElseThrow()));
    }

    private void count(QualifiedName one, QualifiedName other) {
        pairs.merge(pair(one, other), 1, Integer::sum);
    }

    private boolean severalBetween(QualifiedName one, QualifiedName other) {
        return pairs.getOrDefault(pair(one, other), 0) > 1;
    }

    private Relation relation(Table table, Constraint.ForeignKey key) {
        String field = naming.freshField(table.name(), "key " + key.name(), fieldName(table, key));
        Optional<String> name = severalBetween(table.name(), key.target())
                ? Optional.of(naming.model(table.name()).orElseThrow() + NamesBack.capital(field))
                : Optional.empty();
        boolean optional = key.columns().stream()
                .anyMatch(column -> table.column(column).map(Column::nullable).orElse(false));
        return new Relation(
                table, key, field, optional, Optional.empty(), isUnique(table, key), name, piece(table, key));
    }

    /** The column without what it says of the key there, {@code author_id}; else the model that it leads to. */
    private String fieldName(Table table, Constraint.ForeignKey key) {
        String target = NamesBack.lower(naming.model(key.target()).orElseThrow());
        String last = key.columns().getLast();
        String stem = last;
        for (String end : List.of(
                "_id",
                "Id",
                "ID",
                "_uuid",
                "_fk",
                "_key",
                "_" + key.targetColumns().getLast())) {
            if (last.endsWith(end) && last.length() > end.length()) {
                stem = last.substring(0, last.length() - end.length());
                break;
            }
        }
        boolean stemSaysIt = !stem.equals(last) && key.columns().size() == 1;
        for (String candidate : stemSaysIt
                ? List.of(NamesBack.field(stem), target)
                : key.target().equals(table.name())
                        ? List.of(NamesBack.field(last) + NamesBack.capital(target))
                        : List.of(target, target + "By" + NamesBack.capital(NamesBack.field(last)))) {
            if (naming.isFreeField(table.name(), candidate)) {
                return candidate;
            }
        }
        return target + "By" + NamesBack.capital(NamesBack.field(last));
    }

    /** As the resolver sees it: some key of the table is among the columns. */
    private static boolean isUnique(Table table, Constraint.ForeignKey key) {
        return table.constraints().stream().anyMatch(constraint -> switch (constraint) {
            case Constraint.PrimaryKey primary -> key.columns().containsAll(primary.columns());
            case Constraint.Unique unique -> key.columns().containsAll(unique.columns());
            default -> false;
        });
    }

    private Relation withBack(Relation relation) {
        if (levels.of(relation.piece()) > 0) {
            return relation;
        }
        QualifiedName owner = relation.table().name();
        QualifiedName target = relation.key().target();
        String model = NamesBack.lower(naming.model(owner).orElseThrow());
        String base = relation.unique() ? model : plural(model);
        boolean self = owner.equals(target);
        boolean several = severalBetween(owner, target);
        String suffix = several ? "As" + NamesBack.capital(relation.field()) : "";
        boolean tree = self && !relation.unique() && relation.field().equals("parent");
        String wanted = tree ? "children" : self ? base + "As" + NamesBack.capital(relation.field()) : base + suffix;
        if (!naming.isFreeField(target, wanted)) {
            wanted = base + "As" + NamesBack.capital(relation.field());
        }
        String back = naming.freshField(
                target, "back " + owner.sql() + " " + relation.key().name(), wanted);
        return new Relation(
                relation.table(),
                relation.key(),
                relation.field(),
                relation.optional(),
                Optional.of(back),
                relation.unique(),
                relation.name(),
                relation.piece());
    }

    static String plural(String word) {
        return NamesBack.lower(NamesBack.field(io.pgorm.sdl.internal.resolve.Names.table(word)));
    }
}
