package io.pgorm.migrations.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The query of a view and its columns. */
final class ViewQuery {

    private record Selected(String expression, Shape.Field field) {}

    private final Shape shape;
    private final Item view;
    private final List<Selected> selected = new ArrayList<>();
    private String from = "";
    private String rest = "";

    ViewQuery(Shape shape, Item view) {
        this.shape = shape;
        this.view = view;
        Optional<Item> source =
                shape.relation(view, "from").filter(item -> !shape.fields(item).isEmpty());
        source.ifPresentOrElse(this::over, () -> add("1", "one", Builtin.of(0)));
    }

    List<Shape.Field> fields() {
        return selected.stream().map(Selected::field).toList();
    }

    String sql() {
        String list = String.join(
                ", ",
                selected.stream()
                        .map(each -> each.expression() + " AS " + each.field().sql())
                        .toList());
        String query = "SELECT " + (view.get("form") == 9 ? "DISTINCT " : "") + list + from + rest;
        return switch (view.get("form")) {
            case 4 -> query + " UNION ALL " + query;
            case 6 -> "WITH part AS (" + query + ") SELECT * FROM part";
            default -> query;
        };
    }

    private void add(String expression, String name, Type type) {
        if (selected.stream().noneMatch(each -> each.field().name().equals(name))) {
            selected.add(new Selected(expression, new Shape.Field(0, name, type)));
        }
    }

    private void over(Item source) {
        List<Shape.Field> all = shape.fields(source);
        from = " FROM " + shape.name(source) + " a";
        int form = view.get("form");
        Optional<Item> other = shape.relation(view, "join");
        for (int i = 0; i < all.size(); i++) {
            Shape.Field field = all.get(i);
            int bit = (field.column() == 0 ? i : field.column()) % 6;
            boolean plain = form != 9 && form != 3 || field.type().isSortable();
            if (plain && ((view.get("mask") >> bit & 1) == 1 || form == 8)) {
                add("a." + field.sql(), field.name(), field.type());
            }
        }
        Shape.Field first = all.get(view.get("n") % all.size());
        if (selected.isEmpty() && (first.type().isSortable() || form != 9 && form != 3)) {
            add("a." + first.sql(), first.name(), first.type());
        }
        switch (form) {
            case 1 -> add("upper(a." + first.sql() + "::text)", "upper value", Builtin.of(1));
            case 2 -> other.ifPresent(this::join);
            case 3 -> group();
            case 5 ->
                shape.function(view, first.type(), false, 0, 1)
                        .ifPresent(function -> add(
                                shape.name(function) + "(a." + first.sql() + ")",
                                "called",
                                function.get("returns") == 1 ? Builtin.of(4) : first.type()));
            case 7 -> rest = " WHERE a." + first.sql() + " IS NOT NULL";
            case 10 -> add("row_number() OVER ()", "position", Builtin.of(2));
            case 11 ->
                other.ifPresent(
                        item -> add("(SELECT count(*) FROM " + shape.name(item) + " b)", "how many", Builtin.of(2)));
            default -> {}
        }
        shape.world()
                .item(view.get("reader"), Kind.READER)
                .filter(reader -> reader.id() < view.id() && reader.get("form") < 3 && form != 3 && form != 9)
                .ifPresent(reader -> add(shape.name(reader) + "()", "read", Builtin.of(2)));
    }

    private void join(Item other) {
        from += " LEFT JOIN " + shape.name(other) + " b ON true";
        for (Shape.Field field : shape.fields(other).stream().limit(2).toList()) {
            add("b." + field.sql(), "joined " + selected.size(), field.type());
        }
    }

    private void group() {
        rest = " GROUP BY "
                + String.join(", ", selected.stream().map(Selected::expression).toList());
        if (selected.isEmpty()) {
            rest = "";
        }
        add("count(*)", "count", Builtin.of(2));
    }
}
