package io.pgorm.features.fts.internal;

import io.pgorm.features.internal.AttributeText;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Search columns as attributes, where they are exactly what an attribute makes. For one schema and one thread. */
public final class WriteSearch {

    private final Schema schema;
    private final SchemaNames names;
    private final List<Written.Attribute> attributes = new ArrayList<>();

    private WriteSearch(Schema schema, SchemaNames names) {
        this.schema = schema;
        this.names = names;
    }

    public static Written write(Schema schema, SchemaNames names) {
        WriteSearch writer = new WriteSearch(schema, names);
        Schema rest = schema.mapTables(writer::left);
        return new Written(writer.attributes, rest);
    }

    private Table left(Table table) {
        if (names.model(table.name()).isEmpty()) {
            return table;
        }
        Table left = table;
        // in the order of the columns, and none that a column behind it would then stand before
        for (Column column : table.columns().reversed()) {
            Optional<Index> index = onlyIndex(table, column.name());
            Optional<ReadSearch> search = search(table, column);
            if (index.isEmpty() || search.isEmpty()) {
                break;
            }
            attributes.addFirst(new Written.Attribute(
                    table.name(),
                    Optional.empty(),
                    text(table.name(), column, index.get(), search.get()),
                    column.comment()));
            left = left.withColumns(left.columns().stream()
                            .filter(other -> !other.equals(column))
                            .toList())
                    .withIndexes(left.indexes().stream()
                            .filter(other -> !other.equals(index.get()))
                            .toList());
        }
        return left;
    }

    private Optional<ReadSearch> search(Table table, Column column) {
        boolean plain = column.type().sql().equals(SearchColumns.TSVECTOR)
                && column.nullable()
                && column.collation().isEmpty()
                && column.storage().isEmpty()
                && column.compression().isEmpty()
                && !column.inherited();
        return plain && column.value() instanceof ColumnValue.Generated generated && generated.stored()
                ? ReadSearch.of(schema, table, generated.expression().render())
                : Optional.empty();
    }

    /** The index on the column, where it is one that an attribute makes and nothing else speaks of the column. */
    private static Optional<Index> onlyIndex(Table table, String column) {
        List<Index> indexes =
                table.indexes().stream().filter(index -> uses(index, column)).toList();
        boolean elsewhere = table.constraints().stream().anyMatch(constraint -> uses(constraint, column))
                || table.triggers().stream().map(Trigger::updateOf).anyMatch(of -> of.contains(column));
        if (indexes.size() != 1 || elsewhere) {
            return Optional.empty();
        }
        Index made = indexes.getFirst();
        Index plain = new Index(
                made.name(),
                false,
                SearchColumns.GIN,
                List.of(Index.Key.of(column)),
                List.of(),
                false,
                Optional.empty(),
                Map.of(),
                made.span());
        return made.equals(plain) ? Optional.of(made) : Optional.empty();
    }

    private static boolean uses(Index index, String column) {
        return index.include().contains(column)
                || index.keys().stream().anyMatch(key -> uses(key, column))
                || index.where()
                        .filter(where -> where.render().contains(column))
                        .isPresent();
    }

    private static boolean uses(Index.Key key, String column) {
        return switch (key.target()) {
            case Index.ColumnTarget(String name) -> name.equals(column);
            case Index.ExpressionTarget target -> target.expression().render().contains(column);
        };
    }

    private static boolean uses(Constraint constraint, String column) {
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                key.columns().contains(column) || key.include().contains(column);
            case Constraint.Unique key ->
                key.columns().contains(column) || key.include().contains(column);
            case Constraint.Check check -> check.expression().render().contains(column);
            case Constraint.Exclusion exclusion ->
                exclusion.elements().stream().anyMatch(element -> uses(element.key(), column));
            case Constraint.ForeignKey key -> key.columns().contains(column);
            case Constraint.Other other -> other.definition().render().contains(column);
        };
    }

    private String text(QualifiedName table, Column column, Index index, ReadSearch search) {
        boolean weighted = search.weights().values().stream().noneMatch(String::isEmpty);
        List<String> fields = new ArrayList<>();
        search.weights()
                .forEach((name, weight) -> fields.add(names.field(table, name) + (weighted ? ": " + weight : "")));
        return new AttributeText(FtsAttribute.NAME)
                .add(weighted ? "{" + String.join(", ", fields) + "}" : AttributeText.list(fields))
                .add(
                        FtsAttribute.LANGUAGE,
                        switch (search.language()) {
                            case Language.Fixed(String configuration) -> names.text(configuration);
                            case Language.Configured configured ->
                                names.field(table, configured.column().name());
                            case Language.Listed listed ->
                                names.field(table, listed.column().name());
                            case Language.Unfit unfit ->
                                names.field(table, unfit.column().name());
                        })
                .addIf(
                        !column.name().equals(FtsAttribute.DEFAULT_COLUMN),
                        FtsAttribute.COLUMN,
                        names.name(column.name()))
                .addIf(
                        !index.name().equals(FtsAttribute.defaultIndexName(table, column.name())),
                        FtsAttribute.INDEX_NAME,
                        names.name(index.name()))
                .toString();
    }
}
