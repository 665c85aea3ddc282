package io.pgorm.migrations.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Triggers of tables and views. */
final class TriggerScript {

    private final Shape shape;

    TriggerScript(Shape shape) {
        this.shape = shape;
    }

    List<String> create(Item item) {
        Optional<Item> relation = shape.relation(item, "table");
        Optional<Item> function = shape.world().item(item.get("function"), Kind.TRIGGER_FUNCTION);
        if (relation.isEmpty() || function.isEmpty()) {
            return List.of();
        }
        String on = shape.name(relation.get());
        boolean view = relation.get().kind() == Kind.VIEW;
        List<String> events = events(item, relation.get());
        String first = events.getFirst();
        boolean each = view || !item.is("statement");
        boolean plain =
                !view && !shape.isPartitioned(relation.get()) && relation.get().kind() == Kind.TABLE;
        boolean constraint = plain && each && item.is("constraint");
        boolean after = constraint || item.get("timing") == 0 && !view;
        boolean transition = plain
                && after
                && !constraint
                && events.size() == 1
                && item.is("transition")
                && !first.contains(" OF ")
                && shape.parent(relation.get()).isEmpty();
        String sql = "CREATE " + (constraint ? "CONSTRAINT " : "") + "TRIGGER " + shape.name(item) + " "
                + (view ? "INSTEAD OF" : after ? "AFTER" : "BEFORE") + " " + String.join(" OR ", events) + " ON " + on
                + (constraint
                        ? List.of("", "", " DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED")
                                .get(item.get("constraint"))
                        : "")
                + (transition
                        ? " REFERENCING " + (first.equals("DELETE") ? "OLD TABLE AS gone" : "NEW TABLE AS \"New\"")
                        : "")
                + " FOR EACH " + (each ? "ROW" : "STATEMENT") + when(item, relation.get(), events, each && !view)
                + " EXECUTE FUNCTION " + shape.name(function.get()) + "("
                + switch (item.get("arguments")) {
                    case 1 -> "'one', 'it''s two'";
                    case 2 -> "7";
                    default -> "";
                }
                + ")";
        if (!item.is("enabled") || view) {
            return List.of(sql);
        }
        String how = List.of("", "DISABLE", "ENABLE REPLICA", "ENABLE ALWAYS").get(item.get("enabled"));
        return List.of(sql, "ALTER TABLE " + on + " " + how + " TRIGGER " + shape.name(item));
    }

    private List<String> events(Item item, Item relation) {
        List<String> events = new ArrayList<>();
        if ((item.get("events") & 1) != 0) {
            events.add("INSERT");
        }
        if ((item.get("events") & 2) != 0) {
            Optional<Shape.Field> column = relation.kind() == Kind.VIEW || !item.is("of")
                    ? Optional.empty()
                    : shape.anyField(relation, item.get("of"));
            events.add("UPDATE" + column.map(field -> " OF " + field.sql()).orElse(""));
        }
        if ((item.get("events") & 4) != 0) {
            events.add("DELETE");
        }
        if (events.isEmpty()) {
            events.add("INSERT");
        }
        return events;
    }

    private String when(Item item, Item relation, List<String> events, boolean each) {
        boolean update = events.size() == 1 && events.getFirst().startsWith("UPDATE");
        boolean insert = events.size() == 1 && events.getFirst().startsWith("INSERT");
        if (!each || !item.is("when") || !update && !insert) {
            return "";
        }
        if (item.get("when") == 1 && update) {
            return " WHEN (OLD.* IS DISTINCT FROM NEW.*)";
        }
        return shape.anyField(relation, item.get("of"))
                .filter(field -> shape.world()
                        .item(field.column())
                        .filter(column -> column.get("value") != 8 && column.get("value") != 9)
                        .isPresent())
                .map(field -> " WHEN (NEW." + field.sql() + " IS NOT NULL)")
                .orElse("");
    }
}
