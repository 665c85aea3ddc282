package io.pgorm.ir.sql;

/** The names that PostgreSQL itself gives to what has none. Stateless. */
public final class GeneratedNames {

    private GeneratedNames() {}

    /** The name of the sequence of an identity column or a serial one. */
    public static String sequence(String table, String column) {
        return of(table, column, "seq");
    }

    /** As PostgreSQL's makeObjectName: both names are cut, the longer one first, until all of it fits. */
    public static String of(String table, String column, String label) {
        String first = table;
        String second = column;
        int separators = label.length() + (column.isEmpty() ? 1 : 2);
        int available = Identifiers.MAX_BYTES - separators;
        while (Identifiers.byteLength(first) + Identifiers.byteLength(second) > available) {
            if (Identifiers.byteLength(first) > Identifiers.byteLength(second)) {
                first = clipped(first);
            } else {
                second = clipped(second);
            }
        }
        return second.isEmpty() ? first + "_" + label : first + "_" + second + "_" + label;
    }

    private static String clipped(String name) {
        return name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }
}
