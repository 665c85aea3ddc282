package io.pgorm.migrations.random;

import java.util.List;
import java.util.Random;

/**
 * One thing that can be chosen of an item.
 *
 * @param fixed whether it stays as it was first drawn: what the item is a part of
 */
record Choice(String name, boolean fixed, Draw draw) {

    /** Draws a value for an item, of which the choices before this one are made. */
    interface Draw {
        int draw(Random random, World world, Item item);
    }

    /** Any of {@code count} forms. */
    static Choice any(String name, int count) {
        return new Choice(name, false, (random, world, item) -> random.nextInt(count));
    }

    /** The plain form, or with the given chance one of the others. */
    static Choice rarely(String name, int percent, int count) {
        return new Choice(
                name,
                false,
                (random, world, item) -> random.nextInt(100) < percent ? 1 + random.nextInt(count - 1) : 0);
    }

    /** Some item of these kinds, older than this one. */
    static Choice part(String name, Kind... kinds) {
        return new Choice(name, true, older(kinds));
    }

    /** As {@link #part}, but it may change. */
    static Choice some(String name, Kind... kinds) {
        return new Choice(name, false, older(kinds));
    }

    /** None, or with the given chance some item of these kinds, older than this one. */
    static Choice maybe(String name, int percent, Kind... kinds) {
        Draw draw = older(kinds);
        return new Choice(
                name,
                false,
                (random, world, item) -> random.nextInt(100) < percent ? draw.draw(random, world, item) : 0);
    }

    Choice asFixed() {
        return new Choice(name, true, draw);
    }

    /** A type: mostly a built-in one, else one of the world's. */
    static Choice type(String name) {
        Draw own = older(Kind.ENUM, Kind.DOMAIN, Kind.COMPOSITE, Kind.RANGE);
        return new Choice(name, false, (random, world, item) -> {
            int user = random.nextInt(100) < 30 ? own.draw(random, world, item) : 0;
            int common = random.nextInt(100) < 50 ? random.nextInt(6) : random.nextInt(Builtin.count());
            return user == 0 ? common : Type.OWN + user;
        });
    }

    private static Draw older(Kind... kinds) {
        return (random, world, item) -> pick(
                random,
                world.of(kinds).stream().filter(other -> other.id() < item.id()).toList());
    }

    /** A column of the item's table, or of one that it inherits from. */
    static Choice column(String name) {
        return column(name, 100);
    }

    /** None, or with the given chance a column of the item's table. */
    static Choice column(String name, int percent) {
        return new Choice(name, false, (random, world, item) -> {
            if (random.nextInt(100) >= percent) {
                return 0;
            }
            Shape shape = new Shape(world);
            return world.item(item.get("table"))
                    .map(table -> shape.fields(table).stream()
                            .map(Shape.Field::column)
                            .filter(column -> column != 0)
                            .toList())
                    .filter(columns -> !columns.isEmpty())
                    .map(columns -> columns.get(random.nextInt(columns.size())))
                    .orElse(0);
        });
    }

    private static int pick(Random random, List<Item> items) {
        return items.isEmpty() ? 0 : items.get(random.nextInt(items.size())).id();
    }
}
