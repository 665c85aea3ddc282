package io.pgorm.features.fts.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.ir.Column;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.AttributeUse;
import io.pgorm.ir.spi.ClientField;
import java.util.ArrayList;
import java.util.List;

/** Columns of words as fields of the client. Stateless. */
public final class SearchFields {

    private static final String TYPE = "io.pgorm.features.fts.SearchField";
    private static final String VALUES = "java.lang.String";

    private SearchFields() {}

    /** Each column of type tsvector; one that {@code @@fts} makes with what its words were made by. */
    public static List<ClientField> of(Schema schema) {
        List<ClientField> fields = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (column.type().sql().equals(SearchColumns.TSVECTOR)) {
                    fields.add(new ClientField(
                            table.name(), column.name(), TYPE, VALUES, facts(schema, table, column.name())));
                }
            }
        }
        return fields;
    }

    private static List<String> facts(Schema schema, Table table, String column) {
        return Attributes.of(schema, table.name(), FtsAttribute.NAME).stream()
                .filter(use -> FtsAttribute.column(use).equals(column))
                .findFirst()
                .map(use -> facts(schema, table, use))
                .orElse(List.of());
    }

    private static List<String> facts(Schema schema, Table table, AttributeUse use) {
        return switch (Language.of(schema, table, FtsAttribute.language(use))) {
            case Language.Fixed(String configuration) -> List.of(configuration);
            case Language.Configured(Column column) -> List.of("", column.name());
            case Language.Listed listed -> List.of("", listed.column().name());
            case Language.Unfit unfit -> List.of();
        };
    }
}
