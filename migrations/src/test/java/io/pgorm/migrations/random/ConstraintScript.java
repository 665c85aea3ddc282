package io.pgorm.migrations.random;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys, checks, foreign keys and exclusions. */
final class ConstraintScript {

    private static final List<String> ACTIONS = List.of("NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT");

    private final Shape shape;

    ConstraintScript(Shape shape) {
        this.shape = shape;
    }

    List<String> create(Item item) {
        return shape.world()
                .item(item.get("table"), Kind.TABLE)
                .flatMap(table -> definition(item, table)
                        .map(text -> List.of("ALTER TABLE " + shape.name(table) + " ADD CONSTRAINT " + shape.name(item)
                                + " " + text)))
                .orElse(List.of());
    }

    private Optional<String> definition(Item item, Item table) {
        return switch (item.kind()) {
            case KEY -> key(item, table);
            case CHECK -> check(item, table);
            case FOREIGN_KEY -> foreignKey(item, table);
            default -> exclusion(item, table);
        };
    }

    private static String deferrable(Item item) {
        return switch (item.get("deferrable")) {
            case 1 -> " DEFERRABLE";
            case 2 -> " DEFERRABLE INITIALLY DEFERRED";
            default -> "";
        };
    }

    /** The columns of a key. */
    List<Shape.Field> keyColumns(Item key, Item table) {
        Set<Shape.Field> columns = new LinkedHashSet<>();
        shape.field(table, key.get("one")).ifPresent(columns::add);
        shape.field(table, key.get("two")).ifPresent(columns::add);
        if (shape.isPartitioned(table) && !columns.isEmpty()) {
            shape.key(table).ifPresent(columns::add);
        }
        List<Shape.Field> list = new ArrayList<>(columns);
        boolean usable = list.stream().allMatch(field -> field.type().isSortable());
        return usable ? list : List.of();
    }

    private Optional<String> key(Item item, Item table) {
        List<Shape.Field> columns = keyColumns(item, table);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        boolean second = shape.world().of(Kind.KEY, "table", table.id()).stream()
                .anyMatch(other -> other.is("primary")
                        && other.id() < item.id()
                        && !keyColumns(other, table).isEmpty());
        String kind = item.is("primary") && !second
                ? "PRIMARY KEY"
                : "UNIQUE" + (item.is("nulls") ? " NULLS NOT DISTINCT" : "");
        String include = shape.field(table, item.get("include"))
                .filter(field -> !columns.contains(field))
                .map(field -> " INCLUDE (" + field.sql() + ")")
                .orElse("");
        return Optional.of(kind + " (" + names(columns) + ")" + include + deferrable(item));
    }

    static String names(List<Shape.Field> fields) {
        return String.join(", ", fields.stream().map(Shape.Field::sql).toList());
    }

    private Optional<String> check(Item item, Item table) {
        return shape.field(table, item.get("one")).map(field -> {
            String name = field.sql();
            int n = item.get("n");
            String condition = switch (item.get("form")) {
                case 1 ->
                    switch (field.type().family()) {
                        case INTEGER -> name + " > " + -n;
                        case TEXT -> "length(" + name + "::text) < " + (1000 + n);
                        default -> name + " IS NOT NULL OR " + n + " < 9";
                    };
                case 2 ->
                    shape.function(item, field.type(), true, 1)
                            .map(function -> shape.name(function) + "(" + name + ") IS NOT NULL")
                            .orElse(name + " IS NOT NULL");
                case 3 ->
                    shape.field(table, item.get("two"))
                            .map(other -> name + " IS NULL OR " + other.sql() + " IS NULL OR " + n + " < 9")
                            .orElse("true");
                case 4 ->
                    field.type().family() == Type.Family.ENUM
                            ? name + " IN (" + field.type().value(0) + ", "
                                    + field.type().value(n) + ") OR true"
                            : name + "::text <> 'never'";
                default -> name + " IS NOT NULL";
            };
            return "CHECK (" + condition + ")"
                    + (item.is("noInherit") && !shape.isPartitioned(table) ? " NO INHERIT" : "")
                    + (item.is("notValid") ? " NOT VALID" : "");
        });
    }

    private Optional<String> foreignKey(Item item, Item table) {
        Optional<Item> key = shape.world().item(item.get("key"), Kind.KEY);
        Optional<Item> target = key.flatMap(found -> shape.world().item(found.get("table"), Kind.TABLE));
        if (key.isEmpty() || target.isEmpty() || key.get().is("deferrable")) {
            return Optional.empty();
        }
        List<Shape.Field> remote = keyColumns(key.get(), target.get());
        List<Shape.Field> local = new ArrayList<>();
        for (Shape.Field wanted : remote) {
            shape.fields(table).stream()
                    .filter(field -> isLike(field, wanted) && !local.contains(field))
                    .findFirst()
                    .or(() -> shape.fields(table).stream()
                            .filter(field ->
                                    field.type().sql().equals(wanted.type().sql()) && !local.contains(field))
                            .findFirst())
                    .ifPresent(local::add);
        }
        if (remote.isEmpty() || local.size() < remote.size()) {
            return Optional.empty();
        }
        return Optional.of("FOREIGN KEY (" + names(local) + ") REFERENCES " + shape.name(target.get()) + " ("
                + names(remote) + ")" + (item.is("full") ? " MATCH FULL" : "")
                + (item.is("onDelete") ? " ON DELETE " + ACTIONS.get(item.get("onDelete")) : "")
                + (item.is("onUpdate") ? " ON UPDATE " + ACTIONS.get(item.get("onUpdate")) : "")
                + deferrable(item)
                + (item.is("notValid") && !shape.isPartitioned(table) ? " NOT VALID" : ""));
    }

    private boolean isLike(Shape.Field field, Shape.Field wanted) {
        return shape.world()
                .item(field.column())
                .filter(column -> column.get("like") == wanted.column() && wanted.column() != 0)
                .isPresent();
    }

    private Optional<String> exclusion(Item item, Item table) {
        return shape.field(table, item.get("one"))
                .filter(field -> !shape.isPartitioned(table))
                .flatMap(field -> switch (field.type().family()) {
                    case RANGE -> Optional.of("EXCLUDE USING gist (" + field.sql() + " WITH &&)");
                    case INTEGER -> Optional.of("EXCLUDE (" + field.sql() + " WITH =)");
                    default -> Optional.<String>empty();
                })
                .map(text -> text
                        + (item.is("where")
                                ? " WHERE ("
                                        + shape.field(table, item.get("one"))
                                                .orElseThrow()
                                                .sql() + " IS NOT NULL)"
                                : "")
                        + deferrable(item));
    }
}
