package io.pgorm.features.json.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the indexes of {@code @@json} into the tables. Stateless. */
public final class JsonIndexes {

    static final String GIN = "gin";

    private JsonIndexes() {}

    /** The schema with an index for each {@code @@json}. */
    public static Schema add(Schema schema) {
        return schema.mapTables(table -> {
            List<Index> indexes = new ArrayList<>(table.indexes());
            for (AttributeUse use : Attributes.of(schema, table.name(), JsonAttribute.NAME)) {
                JsonAttribute.column(use)
                        .filter(column -> JsonChecks.isFit(table, column))
                        .ifPresent(column -> indexes.add(index(table, use, column)));
            }
            return table.withIndexes(indexes);
        });
    }

    private static Index index(Table table, AttributeUse use, String column) {
        Index.Key key = Index.Key.of(column);
        return new Index(
                JsonAttribute.indexName(table.name(), use, column),
                false,
                GIN,
                List.of(JsonAttribute.operatorClass(use)
                        .map(key::withOperatorClass)
                        .orElse(key)),
                List.of(),
                false,
                Optional.empty(),
                Map.of(),
                use.span());
    }
}
