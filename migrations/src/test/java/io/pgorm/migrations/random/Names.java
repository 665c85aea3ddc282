package io.pgorm.migrations.random;

import io.pgorm.ir.sql.Identifiers;
import java.util.List;
import java.util.Locale;

/** Names as people give them, and as they should not. Stateless. */
final class Names {

    static final int STYLES = 24;

    private static final List<String> RESERVED = List.of(
            "select", "user", "order", "table", "group", "check", "default", "end", "references", "value", "type");

    private Names() {}

    /** The bare name of an item, made of its style and a number that is its own. */
    static String of(Item item) {
        int number = item.is("named") ? item.get("named") : item.id();
        String plain =
                item.kind().isRelationOrType() ? "thing" : item.kind().name().toLowerCase(Locale.ROOT);
        return switch (item.get("style")) {
            case 12 -> "Mixed Case " + number;
            case 13 -> "quo\"te" + number;
            case 14 -> item.kind() == Kind.COLUMN ? RESERVED.get(number % RESERVED.size()) : "select " + number;
            case 15 -> "long" + "_name_".repeat(9) + "%05d".formatted(number);
            case 16 -> "größe_名_" + number;
            case 17 -> "it's " + number;
            case 18 -> "UPPER" + number;
            case 19 -> "a.b " + number;
            case 20 -> "back\\slash" + number;
            case 21 -> "$dollar$" + number;
            case 22 -> " blank%" + number;
            default -> plain + "_" + number;
        };
    }

    static String quoted(String name) {
        return Identifiers.quote(name);
    }
}
