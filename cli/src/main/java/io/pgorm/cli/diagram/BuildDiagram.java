package io.pgorm.cli.diagram;

import io.pgorm.cli.diagram.Diagram.Anchor;
import io.pgorm.cli.diagram.Diagram.Box;
import io.pgorm.cli.diagram.Diagram.Edge;
import io.pgorm.cli.diagram.Diagram.End;
import io.pgorm.cli.diagram.Diagram.Kind;
import io.pgorm.cli.diagram.Diagram.Note;
import io.pgorm.cli.diagram.Diagram.Row;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Model;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From a schema to what a picture of it shows. Names are the schema's own where there is a model, else the database's.
 * The join table of an implicit many to many is an edge, and a partition is a note of what it is a partition of.
 */
public final class BuildDiagram {

    private final Schema schema;
    private final Map<QualifiedName, Model.Through> joinTables = new LinkedHashMap<>();
    private final List<Box> boxes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    private BuildDiagram(Schema schema) {
        this.schema = schema;
    }

    public static Diagram build(String title, Schema schema) {
        return new BuildDiagram(schema).build(title);
    }

    private Diagram build(String title) {
        for (Model model : schema.models()) {
            for (Model.RelationField relation : model.relationFields()) {
                if (relation.link() instanceof Model.Through through
                        && joinTables.putIfAbsent(through.table(), through) == null) {
                    schema.model(relation.target())
                            .ifPresent(target -> edges.add(new Edge(
                                    new Anchor(id(model.table()), -1, End.MANY),
                                    new Anchor(id(target.table()), -1, End.MANY),
                                    model.name() + " and " + target.name() + " through " + through.table())));
                }
            }
        }
        schema.objects().forEach(this::add);
        Set<String> known = boxes.stream().map(Box::id).collect(Collectors.toSet());
        List<Edge> drawn = edges.stream()
                .filter(edge -> known.contains(edge.from().box())
                        && known.contains(edge.to().box()))
                .toList();
        return new Diagram(title, boxes, drawn);
    }

    private static String id(QualifiedName name) {
        return name.toString();
    }

    private void add(SchemaObject object) {
        switch (object) {
            case Table table -> {
                boolean isPart = table.hierarchy().partitionOf().isPresent();
                if (!isPart && !joinTables.containsKey(table.name())) {
                    table(table);
                }
            }
            case View view -> view(view);
            case EnumType type ->
                boxes.add(new Box(
                        "type " + type.name(),
                        Kind.ENUM,
                        type.javaName(),
                        type.name().toString(),
                        type.comment(),
                        type.values().stream()
                                .map(value -> plain(value.name(), value.label(), "", value.comment()))
                                .toList(),
                        List.of()));
            case CompositeType type ->
                boxes.add(new Box(
                        "type " + type.name(),
                        Kind.COMPOSITE,
                        type.javaName(),
                        type.name().toString(),
                        type.comment(),
                        type.attributes().stream()
                                .map(attribute -> plain(
                                        attribute.name(),
                                        attribute.name(),
                                        type(attribute.type()),
                                        attribute.comment()))
                                .toList(),
                        List.of()));
            case DomainType type ->
                boxes.add(new Box(
                        "type " + type.name(),
                        Kind.DOMAIN,
                        type.javaName(),
                        type.name().toString(),
                        type.comment(),
                        List.of(plain("value", "", type(type.base()), Optional.empty())),
                        type.checks().stream()
                                .map(check -> new Note(Diagram.About.CHECK, DescribeTable.sql(check.expression())))
                                .toList()));
            case RangeType type ->
                boxes.add(new Box(
                        "type " + type.name(),
                        Kind.RANGE,
                        type.javaName(),
                        type.name().toString(),
                        type.comment(),
                        List.of(plain("range of", "", type(type.subtype()), Optional.empty())),
                        List.of()));
            default -> {}
        }
    }

    private static Row plain(String name, String column, String type, Optional<String> documentation) {
        return new Row(name, column, type, false, false, false, false, "", documentation);
    }

    private void table(Table table) {
        Optional<Model> model = schema.modelOf(table.name());
        List<Table> parts = schema.tables().stream()
                .filter(other -> other.hierarchy()
                        .partitionOf()
                        .filter(of -> of.parent().equals(table.name()))
                        .isPresent())
                .toList();
        List<Constraint.ForeignKey> keys = new ArrayList<>(table.foreignKeys());
        // where each partition has its own, as in Pagila, one stands for all
        parts.stream()
                .flatMap(part -> part.foreignKeys().stream())
                .filter(key -> keys.stream().noneMatch(known -> known.columns().equals(key.columns())))
                .forEach(keys::add);
        List<Row> rows = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean primary = table.primaryKey()
                    .filter(key -> key.columns().contains(column.name()))
                    .isPresent();
            boolean foreign = keys.stream().anyMatch(key -> key.columns().contains(column.name()));
            boolean unique =
                    table.uniques().stream().anyMatch(key -> key.columns().equals(List.of(column.name())));
            rows.add(new Row(
                    name(model, column.name()),
                    column.name(),
                    type(column.type()),
                    column.nullable(),
                    primary,
                    foreign,
                    unique,
                    value(column),
                    column.comment()));
        }
        boxes.add(new Box(
                id(table.name()),
                Kind.TABLE,
                model.map(Model::name).orElse(table.name().toString()),
                table.name().toString(),
                table.comment(),
                rows,
                DescribeTable.notes(table, parts)));
        keys.forEach(key -> edges.add(edge(table, key)));
    }

    private Edge edge(Table table, Constraint.ForeignKey key) {
        boolean optional = key.columns().stream()
                .anyMatch(name -> table.column(name).map(Column::nullable).orElse(false));
        boolean single = table.primaryKey()
                        .filter(primary -> key.columns().containsAll(primary.columns()))
                        .isPresent()
                || table.uniques().stream().anyMatch(unique -> key.columns().containsAll(unique.columns()));
        int targetRow = schema.table(key.target())
                .map(target -> row(target, key.targetColumns().getFirst()))
                .orElse(-1);
        String label =
                key.name() + ": " + table.name() + " (" + String.join(", ", key.columns()) + ") to " + key.target();
        if (key.onDelete() != Constraint.ReferentialAction.NO_ACTION) {
            label += ", on delete " + key.onDelete().sql().toLowerCase(java.util.Locale.ROOT);
        }
        return new Edge(
                new Anchor(id(key.target()), targetRow, optional ? End.ZERO_OR_ONE : End.ONE),
                new Anchor(id(table.name()), row(table, key.columns().getFirst()), single ? End.ZERO_OR_ONE : End.MANY),
                label);
    }

    private static int row(Table table, String column) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    private void view(View view) {
        Optional<Model> model = schema.modelOf(view.name());
        List<Row> rows = view.columns().stream()
                .map(column -> new Row(
                        name(model, column.name()),
                        column.name(),
                        type(column.type()),
                        column.nullable() && model.isPresent(),
                        view.key().contains(column.name()),
                        false,
                        false,
                        "",
                        column.comment()))
                .toList();
        List<Note> notes = new ArrayList<>();
        view.indexes().forEach(index -> notes.add(DescribeTable.index(index)));
        view.triggers().forEach(trigger -> notes.add(DescribeTable.trigger(trigger)));
        boxes.add(new Box(
                id(view.name()),
                view.materialized() ? Kind.MATERIALIZED_VIEW : Kind.VIEW,
                model.map(Model::name).orElse(view.name().toString()),
                view.name().toString(),
                view.comment(),
                rows,
                notes));
    }

    private static String name(Optional<Model> model, String column) {
        return model.flatMap(known -> known.fieldOf(column))
                .map(Model.ColumnField::name)
                .orElse(column);
    }

    /** A type as the schema names it. */
    private String type(ColumnType type) {
        String name = switch (type) {
            case ColumnType.Scalar scalar ->
                scalar.type().name()
                        + (scalar.arguments().isEmpty() ? "" : "(" + String.join(", ", scalar.arguments()) + ")");
            case ColumnType.EnumReference reference ->
                schema.enumType(reference.name())
                        .map(EnumType::javaName)
                        .orElse(reference.name().toString());
            case ColumnType.TypeReference reference -> reference(reference.name());
            case ColumnType.Raw raw -> raw.text();
        };
        return type.array() ? name + "[]" : name;
    }

    private String reference(QualifiedName name) {
        for (SchemaObject object : schema.objects()) {
            switch (object) {
                case DomainType domain
                when domain.name().equals(name) -> {
                    return domain.javaName();
                }
                case CompositeType composite
                when composite.name().equals(name) -> {
                    return composite.javaName();
                }
                case RangeType range
                when range.name().equals(name) -> {
                    return range.javaName();
                }
                default -> {}
            }
        }
        return schema.modelOf(name).map(Model::name).orElse(name.toString());
    }

    private static String value(Column column) {
        return switch (column.value()) {
            case ColumnValue.None none -> "";
            case ColumnValue.Default given -> "default " + DescribeTable.sql(given.expression());
            case ColumnValue.Identity identity -> identity.always() ? "identity, always" : "identity";
            case ColumnValue.Generated generated -> "generated as " + DescribeTable.sql(generated.expression());
        };
    }
}
