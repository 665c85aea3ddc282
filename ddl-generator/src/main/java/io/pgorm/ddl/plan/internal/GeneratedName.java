package io.pgorm.ddl.plan.internal;

import java.nio.charset.StandardCharsets;

/** The names that PostgreSQL gives to what has none: of the table, of the column, and a word. Stateless. */
final class GeneratedName {

    /** In bytes; what is longer is cut off. */
    private static final int LONGEST = 63;

    private GeneratedName() {}

    /** {@code table_column_label}, the longer of both names shortened until it fits. */
    static String of(String table, String column, String label) {
        String first = table;
        String second = column;
        int room = LONGEST - label.length() - 2;
        while (bytes(first) + bytes(second) > room) {
            if (bytes(first) > bytes(second)) {
                first = shorter(first);
            } else {
                second = shorter(second);
            }
        }
        return first + "_" + second + "_" + label;
    }

    private static String shorter(String name) {
        return name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
