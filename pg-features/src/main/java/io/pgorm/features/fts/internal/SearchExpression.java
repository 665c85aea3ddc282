package io.pgorm.features.fts.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.PgType;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The expression of a search column. Everything in it is immutable, as a generated column asks: the configuration is a
 * constant or a column, NULL is taken for the empty text, and no value is turned to text in a way that settings could
 * change. Stateless.
 */
final class SearchExpression {

    /** How the words of a column are found. */
    private enum Source {
        TEXT,
        JSON,
        JSONB
    }

    private SearchExpression() {}

    /** @param weights of the columns, each a letter or empty */
    static SqlText of(Language language, List<Column> columns, Map<String, String> weights, SourceSpan span) {
        List<SqlText.Part> parts = new ArrayList<>();
        for (Column column : columns) {
            if (!parts.isEmpty()) {
                text(" || ", parts);
            }
            String weight = weights.getOrDefault(column.name(), "");
            text(weight.isEmpty() ? "" : "setweight(", parts);
            vector(language, column, parts);
            text(weight.isEmpty() ? "" : ", '" + weight + "')", parts);
        }
        return new SqlText(parts, span);
    }

    /** Whether its words can be found without asking a setting. */
    static boolean takes(Column column) {
        return source(column.type()).isPresent();
    }

    private static void vector(Language language, Column column, List<SqlText.Part> parts) {
        Source source = source(column.type()).orElse(Source.TEXT);
        text(
                switch (source) {
                    case TEXT -> "to_tsvector(";
                    case JSON -> "json_to_tsvector(";
                    case JSONB -> "jsonb_to_tsvector(";
                },
                parts);
        configuration(language, parts);
        text(", coalesce(", parts);
        parts.add(new SqlText.ColumnReference(Optional.empty(), column.name()));
        text(
                switch (source) {
                    case TEXT -> ", ''))";
                    case JSON, JSONB -> ", '{}'), '[\"string\"]')";
                },
                parts);
    }

    private static void configuration(Language language, List<SqlText.Part> parts) {
        switch (language) {
            case Language.Fixed(String name) -> text(Literals.quote(name) + "::regconfig", parts);
            case Language.Configured(Column column) -> {
                if (column.nullable()) {
                    text("coalesce(", parts);
                }
                reference(column, parts);
                if (column.nullable()) {
                    text(", 'simple'::regconfig)", parts);
                }
            }
            case Language.Listed(Column column, EnumType languages) -> {
                text("CASE ", parts);
                reference(column, parts);
                for (EnumType.Value value : languages.values()) {
                    String label = Literals.quote(value.label());
                    text(" WHEN " + label + " THEN " + label + "::regconfig", parts);
                }
                text(" ELSE 'simple'::regconfig END", parts);
            }
            case Language.Unfit(Column column) -> reference(column, parts);
        }
    }

    private static void reference(Column column, List<SqlText.Part> parts) {
        parts.add(new SqlText.ColumnReference(Optional.empty(), column.name()));
    }

    private static void text(String sql, List<SqlText.Part> parts) {
        if (!sql.isEmpty()) {
            parts.add(new SqlText.Text(sql));
        }
    }

    private static Optional<Source> source(ColumnType type) {
        if (type.array()) {
            return Optional.empty();
        }
        return switch (type) {
            case ColumnType.Scalar scalar ->
                switch (scalar.type().kind()) {
                    case TEXT -> Optional.of(Source.TEXT);
                    case JSON -> Optional.of(scalar.type().sql().equals("json") ? Source.JSON : Source.JSONB);
                    case INTEGER, SERIAL, DECIMAL, BOOLEAN, BYTES, TEMPORAL, UUID -> Optional.empty();
                    case OTHER -> isText(scalar.type()) ? Optional.of(Source.TEXT) : Optional.empty();
                };
            // a domain may be over text, and the server knows
            case ColumnType.TypeReference reference -> Optional.of(Source.TEXT);
            case ColumnType.Raw raw -> Optional.of(Source.TEXT);
            case ColumnType.EnumReference reference -> Optional.empty();
        };
    }

    private static boolean isText(PgType type) {
        return type.sql().equals("citext");
    }
}
