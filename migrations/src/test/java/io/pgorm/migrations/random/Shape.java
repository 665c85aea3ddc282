package io.pgorm.migrations.random;

import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the items of a world mean together: names, types, the columns of relations. Not thread-safe. */
final class Shape {

    /**
     * A column of a relation.
     *
     * @param column the item's id; zero where it is no column of a table
     */
    record Field(int column, String name, Type type) {
        String sql() {
            return Names.quoted(name);
        }
    }

    private static final List<String> LABELS = List.of("new", "in progress", "it's done", "ΩMEGA", "UPPER", "last");
    private static final List<String> SUBTYPES =
            List.of("integer", "numeric", "timestamp without time zone", "date", "text", "double precision");

    private final World world;
    private final Map<Integer, List<Field>> fields = new HashMap<>();

    Shape(World world) {
        this.world = world;
    }

    World world() {
        return world;
    }

    String name(Item item) {
        return item.kind().isPlaced()
                ? schema(item) + "." + Names.quoted(Names.of(item))
                : Names.quoted(Names.of(item));
    }

    String schema(Item item) {
        return world.item(item.get("schema"), Kind.SCHEMA)
                .filter(schema -> schema.id() < item.id())
                .map(this::name)
                .orElse("public");
    }

    // ---- types

    Type type(int code, int below) {
        if (code < Type.OWN) {
            return Builtin.of(code);
        }
        return world.item(code - Type.OWN)
                .filter(item -> item.id() < below)
                .map(this::own)
                .orElse(Builtin.of(code));
    }

    private Type own(Item item) {
        String name = name(item);
        return switch (item.kind()) {
            case ENUM -> {
                List<String> labels = labels(item);
                yield new Type(
                        name, Type.Family.ENUM, n -> Literals.quote(labels.get(n % labels.size())) + "::" + name);
            }
            case DOMAIN -> {
                Type base = type(item.get("type"), item.id());
                yield new Type(name, base.family(), n -> base.value(n) + "::" + name);
            }
            case COMPOSITE -> {
                List<Field> attributes = attributes(item);
                boolean sortable =
                        attributes.stream().allMatch(field -> field.type().isSortable());
                yield new Type(
                        name,
                        sortable ? Type.Family.COMPOSITE : Type.Family.OPAQUE,
                        n -> "ROW("
                                + String.join(
                                        ", ",
                                        attributes.stream()
                                                .map(field -> field.type().value(n))
                                                .toList())
                                + ")::" + name);
            }
            case RANGE -> {
                Type subtype = subtype(item);
                yield new Type(
                        name,
                        Type.Family.RANGE,
                        n -> name + "(" + subtype.value(2 * (n % 13)) + ", " + subtype.value(2 * (n % 13) + 1)
                                + ", '[]')");
            }
            default -> Builtin.of(0);
        };
    }

    static List<String> labels(Item item) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < LABELS.size(); i++) {
            if ((item.get("mask") >> i & 1) == 1) {
                labels.add(LABELS.get(i));
            }
        }
        if (labels.isEmpty()) {
            labels.add("only");
        }
        return switch (item.get("order")) {
            case 1 -> labels.reversed();
            case 2 -> {
                java.util.Collections.rotate(labels, 1);
                yield labels;
            }
            default -> labels;
        };
    }

    Type subtype(Item range) {
        String sql = SUBTYPES.get(range.get("subtype") % SUBTYPES.size());
        for (int i = 0; i < Builtin.count(); i++) {
            if (Builtin.of(i).sql().equals(sql)) {
                return Builtin.of(i);
            }
        }
        return Builtin.of(0);
    }

    List<Field> attributes(Item composite) {
        List<Field> attributes = new ArrayList<>();
        attributes.add(new Field(0, "one", type(composite.get("one"), composite.id())));
        attributes.add(new Field(0, "Two 2", type(composite.get("two"), composite.id())));
        if (composite.is("three")) {
            attributes.add(new Field(0, "three", Builtin.of(composite.get("three"))));
        }
        return attributes;
    }

    Type columnType(Item column) {
        Optional<Item> like = world.item(column.get("like"), Kind.COLUMN).filter(other -> other.id() < column.id());
        if (like.isPresent()) {
            return columnType(like.get());
        }
        Type type = type(column.get("type"), column.id());
        return column.is("array") ? type.array() : type;
    }

    // ---- relations

    /** The columns of a table, partition, view or materialized view. */
    List<Field> fields(Item relation) {
        List<Field> known = fields.get(relation.id());
        if (known == null) {
            known = List.copyOf(find(relation));
            fields.put(relation.id(), known);
        }
        return known;
    }

    private List<Field> find(Item relation) {
        return switch (relation.kind()) {
            case TABLE -> {
                List<Field> all = new ArrayList<>();
                parent(relation).ifPresent(parent -> all.addAll(fields(parent)));
                for (Item column : columns(relation)) {
                    all.add(new Field(column.id(), Names.of(column), columnType(column)));
                }
                yield all;
            }
            case PARTITION -> parent(relation).map(this::fields).orElse(List.of());
            case VIEW, MATERIALIZED_VIEW -> new ViewQuery(this, relation).fields();
            default -> List.of();
        };
    }

    List<Item> columns(Item table) {
        return world.of(Kind.COLUMN, "table", table.id());
    }

    /** The table that a partition is of, or a table inherits from. */
    Optional<Item> parent(Item table) {
        return table.kind() == Kind.PARTITION
                ? world.item(table.get("table"), Kind.TABLE, Kind.PARTITION)
                        .filter(parent -> parent.id() < table.id() && isPartitioned(parent))
                : world.item(table.get("inherits"), Kind.TABLE)
                        .filter(parent ->
                                parent.id() < table.id() && !parent.is("partitioned") && !table.is("partitioned"));
    }

    boolean isPartitioned(Item table) {
        return table.is("partitioned") && key(table).isPresent();
    }

    /** The column by which a table is partitioned. */
    Optional<Field> key(Item table) {
        return fields(table).stream()
                .filter(field -> switch (field.type().family()) {
                    case INTEGER, TIME, TEXT -> !field.type().sql().contains("(");
                    default -> false;
                })
                .filter(field -> !world.item(field.column())
                        .map(column -> column.get("value") == 8 || column.get("value") == 9)
                        .orElse(false))
                .findFirst();
    }

    /** Whether the relation can be made at all. */
    boolean exists(Item relation) {
        return switch (relation.kind()) {
            case PARTITION -> parent(relation).filter(this::exists).isPresent();
            default -> world.item(relation.id()).isPresent();
        };
    }

    Optional<Item> relation(Item user, String choice) {
        return world.item(user.get(choice), Kind.TABLE, Kind.PARTITION, Kind.VIEW, Kind.MATERIALIZED_VIEW)
                .filter(found -> found.id() < user.id() && exists(found));
    }

    /** The chosen column: by its item, or for a relation without such, by number. */
    Optional<Field> field(Item relation, int choice) {
        List<Field> all = fields(relation);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return relation.kind() == Kind.TABLE || relation.kind() == Kind.PARTITION
                ? all.stream()
                        .filter(field -> field.column() == choice && choice != 0)
                        .findFirst()
                : Optional.of(all.get(Math.floorMod(choice, all.size())));
    }

    /** Any column: the choice says which. */
    Optional<Field> anyField(Item relation, int choice) {
        List<Field> all = fields(relation);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(Math.floorMod(choice, all.size())));
    }

    /** A function that takes one value of the type and can be used in the given place. */
    Optional<Item> function(Item user, Type type, boolean immutable, int... returns) {
        return world.item(user.get("function"), Kind.FUNCTION)
                .filter(function -> function.id() < user.id()
                        && type(function.get("type"), function.id()).sql().equals(type.sql())
                        && (!immutable || !function.is("volatility"))
                        && java.util.Arrays.stream(returns).anyMatch(form -> form == function.get("returns")));
    }
}
