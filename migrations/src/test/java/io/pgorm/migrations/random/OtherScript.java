package io.pgorm.migrations.random;

import java.util.List;
import java.util.Optional;

/** What the catalog reader knows as SQL and its undoing: statistics, collations, aggregates, rules, publications. */
final class OtherScript {

    private final Shape shape;

    OtherScript(Shape shape) {
        this.shape = shape;
    }

    List<String> create(Item item) {
        String name = shape.name(item);
        String bare = Names.quoted(Names.of(item));
        Optional<Item> table = shape.relation(item, "from")
                .filter(found -> !shape.fields(found).isEmpty());
        return switch (item.get("form")) {
            case 0, 1, 2 ->
                table.filter(found -> shape.fields(found).size() > 1 && !shape.isPartitioned(found))
                        .filter(found -> shape.fields(found).stream()
                                .limit(2)
                                .allMatch(field -> field.type().isSortable()))
                        .map(found -> List.of("CREATE STATISTICS " + name
                                + List.of(" (ndistinct)", "", " (dependencies, mcv)", "")
                                        .get(item.get("n")) + " ON "
                                + ConstraintScript.names(shape.fields(found).subList(0, 2)) + " FROM "
                                + shape.name(found)))
                        .orElse(List.of());
            case 3 ->
                List.of("CREATE COLLATION " + name + " (locale = '" + (item.get("n") % 2 == 0 ? "C" : "POSIX") + "')");
            case 4 ->
                List.of("CREATE AGGREGATE " + name + "(integer) (sfunc = int4pl, stype = integer, initcond = '"
                        + item.get("n") + "')");
            case 5 ->
                table.map(found -> List.of("CREATE RULE " + bare + " AS ON DELETE TO " + shape.name(found) + " WHERE "
                                + (item.get("n") == 9) + " DO INSTEAD NOTHING"))
                        .orElse(List.of());
            case 6 ->
                table.filter(found -> !shape.isPartitioned(found))
                        .map(found -> List.of("CREATE PUBLICATION " + bare + " FOR TABLE " + shape.name(found)
                                + (item.get("n") % 2 == 0 ? "" : " WITH (publish = 'insert')")))
                        .orElse(List.of());
            case 7 -> List.of("CREATE TEXT SEARCH CONFIGURATION " + name + " (COPY = simple)");
            default -> List.of();
        };
    }
}
