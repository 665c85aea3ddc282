package io.pgorm.features.fts.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.features.internal.OnViews;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What cannot be searched, or not like this. For one schema and one thread. */
public final class SearchChecks {

    private final Schema schema;
    private final List<Diagnostic> found = new ArrayList<>();

    private SearchChecks(Schema schema) {
        this.schema = schema;
    }

    public static List<Diagnostic> check(Schema schema) {
        SearchChecks checks = new SearchChecks(schema);
        for (Table table : schema.tables()) {
            Set<String> columns = new HashSet<>();
            for (AttributeUse use : Attributes.of(schema, table.name(), FtsAttribute.NAME)) {
                checks.column(table, use, columns);
                checks.index(table, use);
                SearchColumns.sources(table, use).forEach(column -> checks.source(table, column, use));
                checks.language(table, use);
            }
        }
        checks.found.addAll(OnViews.refuse(
                schema,
                FtsCodes.ON_VIEW,
                "put it on the model of the table, and let the view give the search column",
                List.of(FtsAttribute.NAME)));
        return checks.found;
    }

    private void column(Table table, AttributeUse use, Set<String> columns) {
        String name = FtsAttribute.column(use);
        boolean ofField = schema.modelOf(table.name())
                .flatMap(model -> model.fieldOf(name))
                .isPresent();
        if (ofField) {
            error(
                    FtsCodes.COLUMN_TAKEN,
                    use,
                    "there is a field with the column " + name + " already",
                    "give the search column another name: column: \"" + name + "_words\"");
        } else if (!columns.add(name)) {
            error(
                    FtsCodes.COLUMN_TAKEN,
                    use,
                    "two @@fts make the column " + name,
                    "give one of them another: column: \"" + name + "_2\"");
        }
    }

    private void index(Table table, AttributeUse use) {
        String name = FtsAttribute.indexName(table.name(), use);
        long taken = schema.tables().stream()
                .filter(other -> other.name().schema().equals(table.name().schema()))
                .flatMap(other -> other.indexes().stream())
                .filter(index -> index.name().equals(name) && !index.span().equals(use.span()))
                .count();
        if (taken > 0) {
            error(FtsCodes.COLUMN_TAKEN, use, "there is an index " + name + " already", "give this one another name:");
        }
    }

    private void source(Table table, Column column, AttributeUse use) {
        String field = Attributes.field(schema, table.name(), column.name());
        if (!SearchExpression.takes(column)) {
            error(FtsCodes.FIELD, use, field + " holds no text to be searched", cure(column));
        }
    }

    private static String cure(Column column) {
        if (column.type().array()) {
            return "PostgreSQL turns no list to text without asking settings: keep the words in a Text or Jsonb field";
        }
        return column.type() instanceof ColumnType.EnumReference
                ? "filter by it beside the search"
                : "search fields of the types Text, Varchar, Citext, Json or Jsonb";
    }

    private void language(Table table, AttributeUse use) {
        switch (Language.of(schema, table, FtsAttribute.language(use))) {
            case Language.Fixed(String name) -> {
                if (!Configurations.exists(schema, name)) {
                    error(
                            FtsCodes.LANGUAGE,
                            use,
                            "PostgreSQL has no text search configuration " + name + ", and no sql block makes one",
                            hint(name));
                }
            }
            case Language.Configured configured -> {}
            case Language.Listed(Column column, EnumType languages) ->
                unknown(languages)
                        .ifPresent(value -> error(
                                FtsCodes.LANGUAGE,
                                use,
                                value + " of " + languages.javaName() + " is no text search configuration",
                                "map the value to one: @map(\"english\")"));
            case Language.Unfit(Column column) ->
                error(
                        FtsCodes.LANGUAGE,
                        use,
                        Attributes.field(schema, table.name(), column.name())
                                + " is of a type for which PostgreSQL does not promise that it means the same language tomorrow",
                        "make it a Pg(\"regconfig\"), or an enum whose values are @map(\"english\"), @map(\"german\")");
        }
    }

    private static String hint(String name) {
        return Configurations.like(name)
                .map(known -> "did you mean \"" + known + "\"? \"simple\" takes words as they are")
                .orElse("\"simple\" takes words of any language as they are");
    }

    private Optional<String> unknown(EnumType languages) {
        return languages.values().stream()
                .map(EnumType.Value::label)
                .filter(label -> !Configurations.exists(schema, label))
                .findFirst();
    }

    private void error(String code, AttributeUse use, String message, String help) {
        found.add(Diagnostic.error(code, message, use.span()).withHelp(help));
    }
}
