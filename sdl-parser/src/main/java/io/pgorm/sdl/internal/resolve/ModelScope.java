package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.internal.syntax.Declaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model or a view as far as names and types of its fields go: what everything else is resolved against. */
final class ModelScope {

    private final Declaration.Model node;
    private final QualifiedName table;
    private final boolean view;
    private final Map<String, FieldScope> fields = new LinkedHashMap<>();

    private ModelScope(Declaration.Model node, QualifiedName table, boolean view) {
        this.node = node;
        this.table = table;
        this.view = view;
    }

    ModelScope(Declaration.Model node, QualifiedName table) {
        this(node, table, false);
    }

    /** A view, which is read like a model without relations. */
    static ModelScope of(Declaration.View view, QualifiedName name) {
        Declaration.Model node = new Declaration.Model(
                view.name(), view.fields(), view.attributes(), view.documentation(), view.complete(), view.complete());
        return new ModelScope(node, name, true);
    }

    /** A field. */
    sealed interface FieldScope {
        Declaration.Field node();

        boolean nullable();

        default String name() {
            return node().name().text();
        }

        default SourceSpan span() {
            return node().name().span();
        }
    }

    /**
     * A field that is a column.
     *
     * @param type empty where it is not known, which has been reported
     */
    record ColumnScope(Declaration.Field node, String column, Optional<ColumnType> type, boolean nullable)
            implements FieldScope {}

    /** A field that leads to another model. */
    record RelationScope(Declaration.Field node, String target, boolean many, boolean nullable) implements FieldScope {}

    void add(FieldScope field) {
        fields.putIfAbsent(field.name(), field);
    }

    boolean isView() {
        return view;
    }

    /** What it is called in a message. */
    String what() {
        return view ? "view" : "model";
    }

    Declaration.Model node() {
        return node;
    }

    String name() {
        return node.name().text();
    }

    SourceSpan span() {
        return node.name().span();
    }

    QualifiedName table() {
        return table;
    }

    Map<String, FieldScope> fields() {
        return fields;
    }

    List<ColumnScope> columns() {
        return fields.values().stream()
                .filter(ColumnScope.class::isInstance)
                .map(ColumnScope.class::cast)
                .toList();
    }

    List<RelationScope> relations() {
        return fields.values().stream()
                .filter(RelationScope.class::isInstance)
                .map(RelationScope.class::cast)
                .toList();
    }

    Optional<ColumnScope> byColumn(String column) {
        return columns().stream().filter(field -> field.column().equals(column)).findFirst();
    }

    /** Whether nothing of it failed to be read, so that what it lacks is a mistake of its own. */
    boolean complete() {
        return node.complete();
    }

    /** Whether the names of all its fields could be read, so that one it lacks is a mistake of its own. */
    boolean namesKnown() {
        return node.namesKnown();
    }
}
