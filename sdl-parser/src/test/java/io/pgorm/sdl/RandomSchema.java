package io.pgorm.sdl;

import java.util.List;
import java.util.Random;

/** A schema that is right, of everything that blocks hold, written as nobody would: the same for a seed. */
final class RandomSchema {

    private static final List<String> SCALARS = List.of(
            "Int",
            "BigInt",
            "Text",
            "String",
            "Uuid",
            "Timestamptz",
            "Boolean",
            "Numeric(10,2)",
            "Varchar( 20 )",
            "Jsonb");
    private static final List<String> STRINGS = List.of(
            "\"a\"",
            "\"\\\\ // no comment\"",
            "\"\"\"one line\"\"\"",
            "\"\"\"\n   two\n  lines\n  \"\"\"",
            "\"\u00e9\ud83d\ude00\"");

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private RandomSchema(long seed) {
        this.random = new Random(seed);
    }

    static String of(long seed) {
        return new RandomSchema(seed).schema();
    }

    private String schema() {
        gap();
        int models = 1 + random.nextInt(4);
        for (int i = 0; i < models; i++) {
            if (chance(3)) {
                put("enum Mood" + i);
                gap();
                put("{");
                members(1 + random.nextInt(5), value -> {
                    put("value" + value);
                    attribute(4, "@", "map", "\"m" + value + "\"");
                });
                put("}");
                gap();
            }
            if (chance(4)) {
                put("extension "
                        + List.of("hstore", "citext", "ltree", "\"uuid-ossp\"").get(i));
                gap();
            }
            model(i, models);
        }
        return text.toString();
    }

    private void model(int number, int models) {
        put("model Thing" + number);
        gap();
        put("{");
        gap();
        put("id Int @id");
        gap();
        int fields = random.nextInt(6);
        members(fields, field -> {
            String type = SCALARS.get(random.nextInt(SCALARS.size()));
            put("field" + "x".repeat(random.nextInt(50)) + field + " " + type
                    + (chance(3) ? "?" : chance(8) ? "[]" : ""));
            if (type.equals("Text")) {
                attribute(2, "@", "default", STRINGS.get(random.nextInt(STRINGS.size())));
            }
            attribute(3, "@", "map", "\"column_" + field + "\"");
            attribute(4, "@", "check", STRINGS.get(2), "name", "\"check_" + number + "_" + field + "\"");
        });
        for (int other = 0; other < models; other++) {
            String name = "to" + other;
            put(name + " Thing" + other);
            attribute(
                    1,
                    "@",
                    "relation",
                    "\"r" + number + "_" + other + "\"",
                    "fields",
                    "[" + name + "Id]",
                    "references",
                    "[id,]");
            gap();
            put(name + "Id Int");
            gap();
            put("from" + other + " Thing" + other + "[ ]");
            attribute(1, "@", "relation", "\"r" + other + "_" + number + "\"");
            gap();
            if (chance(2)) {
                attribute(1, "@@", "index", "[" + name + "Id" + (chance(2) ? ",id" : "") + "]", "type", "BTREE");
                gap();
            }
        }
        put("}");
        gap();
    }

    private void members(int count, java.util.function.IntConsumer member) {
        gap();
        for (int i = 0; i < count; i++) {
            member.accept(i);
            gap();
        }
    }

    /** In one of {@code chances} cases. */
    private void attribute(int chances, String mark, String name, String value, String... more) {
        if (!chance(chances)) {
            return;
        }
        gap();
        put(mark + name);
        put("(");
        maybeGap();
        put(value);
        for (int i = 0; i < more.length; i += 2) {
            maybeGap();
            put(",");
            maybeGap();
            put(more[i] + ":");
            maybeGap();
            put(more[i + 1]);
        }
        maybeGap();
        put(")");
    }

    private void maybeGap() {
        if (chance(3)) {
            gap();
        }
    }

    private void gap() {
        switch (random.nextInt(12)) {
            case 0 -> put("\n\n\n");
            case 1 -> put(" // comment " + random.nextInt(100) + "  \n");
            case 2 -> put("\n// own line\n");
            case 3 -> put("\n\n/// words about it\n");
            case 4 -> put(" /// words behind it\n");
            case 5, 6 -> put("\r\n\t");
            default -> put(" ");
        }
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private void put(String piece) {
        text.append(piece);
    }
}
