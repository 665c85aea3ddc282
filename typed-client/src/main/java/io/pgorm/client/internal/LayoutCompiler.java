package io.pgorm.client.internal;

import io.pgorm.client.Link;
import io.pgorm.client.ManyPart;
import io.pgorm.client.OnePart;
import io.pgorm.client.RowPart;
import io.pgorm.client.RowValues;
import io.pgorm.client.error.ShapeMismatch;
import io.pgorm.client.internal.Layout.Edge;
import io.pgorm.client.internal.Layout.JoinedOne;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Turns the parts of a shape into the columns of result sets and the way back. Used once for each shape. */
final class LayoutCompiler {

    private int resultSets = 1;
    private int aliases;

    private LayoutCompiler() {}

    static Layout compile(ShapeDefinition<?> shape) {
        return new LayoutCompiler().resultSet(shape, 0).layout;
    }

    private Scope resultSet(ShapeDefinition<?> shape, int keyCount) {
        Scope scope = new Scope(new Layout(keyCount));
        scope.layout.node = row(shape, scope);
        return scope;
    }

    private RowNode row(ShapeDefinition<?> shape, Scope scope) {
        List<SelectField<?>> parts = shape.parts();
        RowNode[] nodes = parts.stream().map(part -> node(part, scope)).toArray(RowNode[]::new);
        if (shape.isRow()) {
            return nodes[0];
        }
        return (row, related) -> {
            @Nullable Object[] values = new @Nullable Object[nodes.length];
            for (int i = 0; i < nodes.length; i++) {
                values[i] = nodes[i].read(row, related);
            }
            return assemble(shape, values);
        };
    }

    private static @Nullable Object assemble(ShapeDefinition<?> shape, @Nullable Object[] values) {
        try {
            return shape.assemble(values);
        } catch (NullPointerException e) {
            // The check at first use sees columns only; an expression may be NULL too.
            throw nullMismatch(shape, values, e);
        }
    }

    private static RuntimeException nullMismatch(
            ShapeDefinition<?> shape, @Nullable Object[] values, NullPointerException e) {
        List<String> nulls = IntStream.range(0, values.length)
                .filter(i -> values[i] == null)
                .mapToObj(i -> shape.parts().get(i).getName())
                .toList();
        if (nulls.isEmpty()) {
            return e;
        }
        ShapeMismatch mismatch = new ShapeMismatch(
                "NULL came for " + String.join(", ", nulls)
                        + ", which the constructor of the shape does not take; declare its parameter as an object that may be null");
        mismatch.initCause(e);
        return mismatch;
    }

    private RowNode node(SelectField<?> part, Scope scope) {
        if (part instanceof RowPart<?> whole) {
            return record(whole, scope);
        }
        if (part instanceof OnePart<?> one) {
            return one(one, scope);
        }
        if (part instanceof ManyPart<?> many) {
            return many(many, scope);
        }
        if (part instanceof Field<?> field) {
            if (field instanceof TableField<?, ?> column) {
                scope.ownColumns.add(column);
            }
            int position = scope.add(field);
            ColumnReader reader = ColumnReader.of(field);
            return (row, related) -> reader.read(row, position);
        }
        throw new ShapeMismatch(
                "a shape takes fields and relations, not " + part.getName() + "; for a whole record write TABLE.row()");
    }

    private RowNode record(RowPart<?> whole, Scope scope) {
        scope.ownColumns.addAll(whole.columns());
        RowValues.Reader<?> reader = whole.reader();
        ColumnValues.Column[] columns = whole.columns().stream()
                .map(column -> new ColumnValues.Column(column, scope.add(column)))
                .toArray(ColumnValues.Column[]::new);
        return (row, related) -> reader.read(new ColumnValues(row, columns));
    }

    private RowNode one(OnePart<?> part, Scope scope) {
        RelationQuery query = part.query();
        Scope inner = new Scope(scope, "_j" + aliases++);
        if (query.equals(new RelationQuery(query.link()))) {
            scope.ones.putIfAbsent(query.link(), inner);
        }
        List<? extends Field<?>> keyFields = query.keyFields();
        int presence = inner.add(keyFields.get(0));
        List<Field<?>> remote = keyFields.stream().<Field<?>>map(inner::outside).toList();
        RowNode node = row(part.shape().definition(), inner);
        Layout.requireTable(inner.ownColumns, query.link().target().table());
        scope.joins.add(new JoinedOne(
                inner.alias,
                inner.fields,
                query.source(),
                inner.joins,
                query.link().local(),
                remote));
        return (row, related) -> {
            row.getObject(presence);
            return row.wasNull() ? null : node.read(row, related);
        };
    }

    private RowNode many(ManyPart<?> part, Scope scope) {
        int resultSet = resultSets++;
        List<? extends Field<?>> local = part.query().link().local();
        List<Integer> positions = local.stream().map(scope::add).toList();
        KeyReader key = KeyReader.of(positions, local);
        Scope inner = resultSet(part.shape().definition(), local.size());
        inner.layout.requireTable(part.query().link().target().table());
        RelationQuery query = part.query()
                .orderBy(part.query().order().stream().map(inner::joined).toList());
        KeyReader childKey =
                KeyReader.of(IntStream.rangeClosed(1, local.size()).boxed().toList(), local);
        scope.layout.edges.add(new Edge(resultSet, query, positions, scope.parent == null, inner.layout, childKey));
        return (row, related) -> related.of(resultSet, key.read(row));
    }

    /** Where fields become columns: the FROM of a result set, or a derived table joined into it. */
    private static final class Scope {
        final Layout layout;
        final @Nullable Scope parent;
        final String alias;
        final List<Field<?>> fields;
        final List<JoinedOne> joins;
        final List<TableField<?, ?>> ownColumns;
        private final Map<Field<?>, Integer> positions = new HashMap<>();
        private final Map<Field<?>, Field<?>> outside = new HashMap<>();
        /** The relations to one that are joined here, whole. */
        private final Map<Link<?>, Scope> ones = new HashMap<>();

        Scope(Layout layout) {
            this.layout = layout;
            this.parent = null;
            this.alias = "";
            this.fields = layout.columns;
            this.joins = layout.joins;
            this.ownColumns = layout.ownColumns;
        }

        Scope(Scope parent, String alias) {
            this.layout = parent.layout;
            this.parent = parent;
            this.alias = alias;
            this.fields = new ArrayList<>();
            this.joins = new ArrayList<>();
            this.ownColumns = new ArrayList<>();
        }

        /** The position of the field in the result set; a column asked for twice is read once. */
        int add(Field<?> field) {
            Integer known = field instanceof TableField<?, ?> ? positions.get(field) : null;
            if (known != null) {
                return known;
            }
            int position;
            if (parent == null) {
                fields.add(field);
                position = layout.keyCount + fields.size();
            } else {
                position = parent.add(shown(field));
            }
            positions.put(field, position);
            return position;
        }

        /** The same order, but by the column of a row that is joined here anyway in place of a subquery for it. */
        OrderField<?> joined(OrderField<?> order) {
            if (!(Sql.ordered(order) instanceof OneField<?> one)) {
                return order;
            }
            Scope other = ones.get(one.relation().link());
            if (other == null) {
                return order;
            }
            Field<?> column = other.shown(one.field());
            if (!(order instanceof SortField<?> sort)) {
                return column;
            }
            SortField<?> sorted = column.sort(sort.$sortOrder());
            return switch (sort.$nullOrdering()) {
                case null -> sorted;
                case NULLS_FIRST -> sorted.nullsFirst();
                case NULLS_LAST -> sorted.nullsLast();
            };
        }

        /** The column as it is seen from outside this derived table, without being read. */
        private Field<?> shown(Field<?> field) {
            return outside.computeIfAbsent(field, unused -> {
                String name = "c" + fields.size();
                fields.add(field.as(name));
                return DSL.field(DSL.name(alias, name), field.getDataType());
            });
        }

        /** The column as it is seen from outside this derived table. */
        Field<?> outside(Field<?> field) {
            add(field);
            return java.util.Objects.requireNonNull(outside.get(field));
        }
    }
}
