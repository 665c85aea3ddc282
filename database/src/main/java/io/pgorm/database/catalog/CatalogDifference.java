package io.pgorm.database.catalog;

import io.pgorm.database.catalog.internal.Attainable;
import io.pgorm.database.catalog.internal.ObjectKeys;
import io.pgorm.database.catalog.internal.ValueDifference;
import io.pgorm.ir.Rename;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one catalog holds and another does not, for people to read. The order of the objects makes no difference; that of
 * columns, enum values and attributes does. Stateless.
 */
public final class CatalogDifference {

    private CatalogDifference() {}

    /**
     * The differences between two catalogs that servers of the same major version printed.
     *
     * @return one line for each, empty where they are the same; what cannot be modelled is compared too, line by line
     */
    public static List<String> between(Catalog a, Catalog b) {
        List<String> lines = new ArrayList<>(between(a.schema(), b.schema()));
        a.unmodelled().stream()
                .filter(line -> !b.unmodelled().contains(line))
                .forEach(line -> lines.add("only in the first: " + line));
        b.unmodelled().stream()
                .filter(line -> !a.unmodelled().contains(line))
                .forEach(line -> lines.add("only in the second: " + line));
        return lines;
    }

    /**
     * As {@link #between(Catalog, Catalog)}, but for what no statement can change on a database that is there: the order
     * of columns and attributes, and whether a column or check that comes from a parent is the table's own too.
     */
    public static List<String> attainable(Catalog a, Catalog b) {
        return between(
                a.withSchema(Attainable.of(a.schema(), b.schema())),
                b.withSchema(Attainable.of(b.schema(), a.schema())));
    }

    /** As {@link #between(Catalog, Catalog)}, for the objects alone. Models and renames are not compared. */
    public static List<String> between(Schema a, Schema b) {
        Map<String, SchemaObject> first = byKey(a);
        Map<String, SchemaObject> second = byKey(b);
        List<String> lines = new ArrayList<>();
        first.forEach((key, object) -> {
            SchemaObject other = second.get(key);
            if (other == null) {
                lines.add("only in the first: " + key);
            } else {
                ValueDifference.between(key, object, other, lines);
            }
        });
        second.keySet().stream()
                .filter(key -> !first.containsKey(key))
                .forEach(key -> lines.add("only in the second: " + key));
        return List.copyOf(lines);
    }

    private static Map<String, SchemaObject> byKey(Schema schema) {
        Map<String, SchemaObject> byKey = new TreeMap<>();
        for (SchemaObject object : schema.objects()) {
            if (!(object instanceof Rename)) {
                byKey.put(ObjectKeys.of(object), object);
            }
        }
        return byKey;
    }
}
