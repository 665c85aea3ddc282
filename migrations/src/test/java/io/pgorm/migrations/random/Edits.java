package io.pgorm.migrations.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random worlds, and random changes of them. Stateless: all chance comes from the given source. */
final class Edits {

    private static final List<Kind> SAME_NAMES = List.of(
            Kind.ENUM,
            Kind.DOMAIN,
            Kind.COMPOSITE,
            Kind.RANGE,
            Kind.SEQUENCE,
            Kind.TABLE,
            Kind.VIEW,
            Kind.MATERIALIZED_VIEW);

    private Edits() {}

    /** A world of about so many items. */
    static World world(Random random, int size) {
        World world = World.EMPTY;
        while (world.all().size() < size) {
            world = add(random, world, world.all().isEmpty() ? Kind.SCHEMA : kind(random));
        }
        return world;
    }

    /** One to some changes. */
    static World edit(Random random, World world) {
        int count = random.nextInt(100) < 25 ? 1 : 1 + random.nextInt(random.nextInt(100) < 20 ? 40 : 12);
        World changed = world;
        for (int i = 0; i < count; i++) {
            changed = once(random, changed);
        }
        return changed;
    }

    private static World once(Random random, World world) {
        int dice = random.nextInt(100);
        if (dice < 25 || world.all().isEmpty()) {
            return add(random, world, kind(random));
        }
        List<Item> all = List.copyOf(world.all());
        Item item = all.get(random.nextInt(all.size()));
        if (dice < 45) {
            return world.without(List.of(item.id()));
        }
        if (dice < 49) {
            return swap(random, world);
        }
        return redraw(random, world, item);
    }

    /** Another kind takes the name. */
    private static World swap(Random random, World world) {
        List<Item> all = world.of(SAME_NAMES.toArray(Kind[]::new));
        if (all.isEmpty()) {
            return world;
        }
        Item old = all.get(random.nextInt(all.size()));
        Kind kind = SAME_NAMES.get(random.nextInt(SAME_NAMES.size()));
        World without = world.without(List.of(old.id()));
        Item item = draw(random, without, kind)
                .with("style", old.get("style"))
                .with("schema", old.get("schema"))
                .with("named", old.is("named") ? old.get("named") : old.id());
        return without.with(item);
    }

    private static World redraw(Random random, World world, Item item) {
        List<Choice> choices = Choices.of(item.kind()).stream()
                .filter(choice -> !choice.fixed())
                .toList();
        Choice choice = choices.get(random.nextInt(choices.size()));
        if (choice.name().equals("style") && random.nextInt(3) > 0) {
            return world;
        }
        Item changed = item;
        for (int i = 0; i < 8 && changed.equals(item); i++) {
            changed = item.with(choice.name(), choice.draw().draw(random, world, item));
        }
        return world.with(changed);
    }

    private static Kind kind(Random random) {
        int total = 0;
        for (Kind kind : Kind.values()) {
            total += kind.weight();
        }
        int dice = random.nextInt(total);
        for (Kind kind : Kind.values()) {
            dice -= kind.weight();
            if (dice < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("weights");
    }

    private static Item draw(Random random, World world, Kind kind) {
        Item item = new Item(world.next(), kind, Map.of());
        for (Choice choice : Choices.of(kind)) {
            item = item.with(choice.name(), choice.draw().draw(random, world, item));
        }
        return item;
    }

    private static World add(Random random, World world, Kind kind) {
        Item item = draw(random, world, kind);
        World grown = world.with(item);
        return switch (kind) {
            case TABLE -> {
                int columns = 1 + random.nextInt(5);
                for (int i = 0; i < columns; i++) {
                    grown = grown.with(draw(random, grown, Kind.COLUMN).with("table", item.id()));
                }
                if (random.nextInt(4) > 0) {
                    Item first =
                            new Item(grown.next(), Kind.COLUMN, Map.of("table", item.id(), "type", random.nextInt(3)));
                    grown = grown.with(first);
                    grown = grown.with(new Item(
                            grown.next(), Kind.KEY, Map.of("table", item.id(), "primary", 1, "one", first.id())));
                }
                yield grown;
            }
            case FOREIGN_KEY -> withColumns(random, grown, item);
            default -> grown;
        };
    }

    /** A foreign key mostly brings columns of its own. */
    private static World withColumns(Random random, World world, Item item) {
        Optional<Item> key = world.item(item.get("key"), Kind.KEY);
        if (key.isEmpty() || random.nextInt(5) == 0) {
            return world;
        }
        Shape shape = new Shape(world);
        Optional<Item> target = world.item(key.get().get("table"), Kind.TABLE);
        if (target.isEmpty()) {
            return world;
        }
        World grown = world;
        for (Shape.Field field : new ConstraintScript(shape).keyColumns(key.get(), target.get())) {
            grown = grown.with(
                    new Item(grown.next(), Kind.COLUMN, Map.of("table", item.get("table"), "like", field.column())));
        }
        return grown;
    }

    /** The items in which two worlds differ. */
    static Set<Integer> different(World one, World other) {
        Set<Integer> ids = new HashSet<>(one.items().keySet());
        ids.addAll(other.items().keySet());
        List<Integer> same = new ArrayList<>();
        for (int id : ids) {
            if (one.item(id).equals(other.item(id))) {
                same.add(id);
            }
        }
        same.forEach(ids::remove);
        return ids;
    }
}
