package io.pgorm.features.fts.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts search columns and their indexes into the tables. Stateless. */
public final class SearchColumns {

    static final String TSVECTOR = "tsvector";
    static final String GIN = "gin";

    private SearchColumns() {}

    /** The schema with a column and an index for each {@code @@fts}. */
    public static Schema add(Schema schema) {
        return schema.mapTables(table -> {
            Table searched = table;
            for (AttributeUse use : Attributes.of(schema, table.name(), FtsAttribute.NAME)) {
                // a second one of that name is an error that SearchChecks reports
                if (searched.column(FtsAttribute.column(use)).isEmpty()) {
                    searched = with(schema, searched, use);
                }
            }
            return searched;
        });
    }

    private static Table with(Schema schema, Table table, AttributeUse use) {
        String name = FtsAttribute.column(use);
        Language language = Language.of(schema, table, FtsAttribute.language(use));
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(new Column(
                name,
                new ColumnType.Raw(TSVECTOR, false),
                true,
                new ColumnValue.Generated(SearchExpression.of(
                        language, sources(table, use), use.fieldWords(FtsAttribute.FIELDS), use.span())),
                use.documentation(),
                use.span()));
        List<Index> indexes = new ArrayList<>(table.indexes());
        indexes.add(new Index(
                FtsAttribute.indexName(table.name(), use),
                false,
                GIN,
                List.of(Index.Key.of(name)),
                List.of(),
                false,
                Optional.empty(),
                Map.of(),
                use.span()));
        return table.withColumns(columns).withIndexes(indexes);
    }

    /** The columns whose words are searched. */
    static List<Column> sources(Table table, AttributeUse use) {
        return use.fieldWords(FtsAttribute.FIELDS).keySet().stream()
                .flatMap(column -> table.column(column).stream())
                .toList();
    }
}
