package io.pgorm.features.json.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.features.internal.OnViews;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.List;

/** What {@code @@json} cannot make an index of. For one schema and one thread. */
public final class JsonChecks {

    private final Schema schema;
    private final List<Diagnostic> found = new ArrayList<>();

    private JsonChecks(Schema schema) {
        this.schema = schema;
    }

    public static List<Diagnostic> check(Schema schema) {
        JsonChecks checks = new JsonChecks(schema);
        for (Table table : schema.tables()) {
            for (AttributeUse use : Attributes.of(schema, table.name(), JsonAttribute.NAME)) {
                checks.field(table, use);
                JsonAttribute.column(use).ifPresent(column -> {
                    checks.second(table, use, column);
                    checks.name(table, use, column);
                });
            }
        }
        checks.found.addAll(OnViews.refuse(
                schema,
                JsonCodes.ON_VIEW,
                "put it on the model of the table; a materialized view takes `@@index([field], type: GIN)`",
                List.of(JsonAttribute.NAME)));
        return checks.found;
    }

    /** Whether the column is one that such an index is for. */
    static boolean isFit(Table table, String column) {
        return table.column(column)
                .filter(found -> !found.type().array() && found.type().sql().equals("jsonb"))
                .isPresent();
    }

    private void field(Table table, AttributeUse use) {
        List<String> columns = use.columns(JsonAttribute.FIELD);
        if (columns.size() > 1) {
            error(
                    JsonCodes.FIELD,
                    use,
                    "an index of JSON is over one field",
                    "write a @@json for each, so that each is asked by its own");
        }
        for (String column : columns) {
            if (!isFit(table, column)) {
                String field = Attributes.field(schema, table.name(), column);
                boolean text = table.column(column)
                        .filter(of -> of.type().sql().equals("json"))
                        .isPresent();
                error(
                        JsonCodes.FIELD,
                        use,
                        field + " is no Jsonb",
                        text
                                ? "make it Jsonb: PostgreSQL keeps a Json as the text that it was, and finds nothing in it"
                                : "such an index is over a field of type Jsonb; for others write @@index");
            }
        }
    }

    /** PostgreSQL would keep both, and use one. */
    private void second(Table table, AttributeUse use, String column) {
        boolean other = table.indexes().stream()
                .filter(index ->
                        !index.span().equals(use.span()) && index.method().equals(JsonIndexes.GIN))
                .filter(index -> index.where().isEmpty() && index.keys().size() == 1)
                .anyMatch(index ->
                        index.keys().get(0).target() instanceof Index.ColumnTarget(String name) && name.equals(column));
        if (other) {
            error(
                    JsonCodes.SECOND,
                    use,
                    Attributes.field(schema, table.name(), column) + " has another index that finds in it",
                    "keep one: for: [contains, matches, keys] answers all");
        }
    }

    private void name(Table table, AttributeUse use, String column) {
        String name = JsonAttribute.indexName(table.name(), use, column);
        boolean taken = schema.tables().stream()
                .filter(other -> other.name().schema().equals(table.name().schema()))
                .flatMap(other -> other.indexes().stream())
                .anyMatch(index -> index.name().equals(name) && !index.span().equals(use.span()));
        if (taken) {
            error(JsonCodes.NAME, use, "there is an index " + name + " already", "give this one another name:");
        }
    }

    private void error(String code, AttributeUse use, String message, String help) {
        found.add(Diagnostic.error(code, message, use.span()).withHelp(help));
    }
}
