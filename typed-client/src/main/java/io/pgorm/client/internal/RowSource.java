package io.pgorm.client.internal;

import io.pgorm.client.internal.Layout.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The rows of one result set: as a query of their own, and as the keys that the next level is joined to. */
sealed interface RowSource {

    /** The rows themselves, with the columns of the layout. */
    Select<?> rows();

    /** The keys of an edge, each once, as the derived table that its rows are joined to. */
    Table<?> keys(Edge edge);

    /** The rows that were asked for first. */
    record Root(
            Layout layout,
            Table<?> table,
            Supplier<Condition> condition,
            List<? extends OrderField<?>> order,
            @Nullable Integer limit,
            @Nullable Integer offset)
            implements RowSource {

        @Override
        public Select<?> rows() {
            return limited(select(layout.columns, layout.joined(table)));
        }

        @Override
        public Table<?> keys(Edge edge) {
            List<Field<?>> fields = Sql.numbered(layout.columnsAt(edge.parentKey()), RelationQuery.KEYS);
            boolean isLimited = limit != null || offset != null;
            Table<?> from = edge.ownKey() ? table : layout.joined(table);
            Select<?> keys = isLimited ? limited(select(fields, from)) : select(fields, from);
            return edge.ownKey()
                    ? keys.asTable(RelationQuery.KEYS)
                    : DSL.selectDistinct(DSL.asterisk())
                            .from(keys.asTable("_d"))
                            .asTable(RelationQuery.KEYS);
        }

        /** What decides which rows these are, without their columns. */
        Select<?> choice() {
            return limited(select(List.of(DSL.one()), table));
        }

        private SelectLimitStep<?> select(List<? extends SelectFieldOrAsterisk> fields, Table<?> from) {
            return DSL.select(fields).from(from).where(condition.get());
        }

        private Select<?> limited(SelectLimitStep<?> select) {
            var ordered = order.isEmpty() ? select : ((org.jooq.SelectOrderByStep<?>) select).orderBy(order);
            return ordered.limit(limit == null ? DSL.noField(Integer.class) : DSL.val(limit))
                    .offset(offset == null ? DSL.noField(Integer.class) : DSL.val(offset));
        }
    }

    /** Rows whose keys are known, because an earlier round trip has read them. Only their keys are asked for. */
    record Known(List<Object[]> arrays, List<Field<?>> keyFields) implements RowSource {

        @Override
        public Select<?> rows() {
            throw new IllegalStateException("these rows have been read");
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of the field's own type
        public Table<?> keys(Edge edge) {
            List<Field<?>> parameters = new ArrayList<>();
            List<String> places = new ArrayList<>();
            for (int i = 0; i < arrays.size(); i++) {
                parameters.add(DSL.val((Object) arrays.get(i), (org.jooq.DataType)
                        keyFields.get(i).getDataType().array()));
                places.add("{" + i + "}");
            }
            Table<?> unnested =
                    DSL.table("unnest(" + String.join(", ", places) + ")", parameters.toArray(Field<?>[]::new));
            String[] names = java.util.stream.IntStream.range(0, arrays.size())
                    .mapToObj(i -> RelationQuery.KEYS + i)
                    .toArray(String[]::new);
            return unnested.as(RelationQuery.KEYS, names);
        }
    }

    /** The rows of a relation to many: joined to the keys of the parents, or, with a limit, taken for each of them. */
    record Related(Layout layout, RelationQuery query, Table<?> parents) implements RowSource {

        private static final String LIMITED = "_r";
        private static final String COLUMN = "c";
        private static final String RANK = "_n";

        @Override
        public Select<?> rows() {
            List<Field<?>> fields = new ArrayList<>(query.parentKeys());
            if (query.isLimited()) {
                fields.addAll(Sql.columnsOf(LIMITED, layout.columns, COLUMN));
                return DSL.select(fields).from(perParent()).orderBy(DSL.field(DSL.name(LIMITED, RANK)));
            }
            fields.addAll(layout.columns);
            return DSL.select(fields)
                    .from(query.joinedTo(parents, layout.joined(query.source())))
                    .where(query.conditions())
                    .orderBy(query.order());
        }

        @Override
        public Table<?> keys(Edge edge) {
            List<Field<?>> columns =
                    query.isLimited() ? limitedColumns(edge.parentKey()) : layout.columnsAt(edge.parentKey());
            List<Field<?>> fields = Sql.numbered(columns, RelationQuery.KEYS);
            // Only behind a join table may a row stand under several parents.
            boolean each = edge.ownKey() && query.link().join().isEmpty();
            var select = each ? DSL.select(fields) : DSL.selectDistinct(fields);
            Select<?> keys = query.isLimited()
                    ? select.from(perParent())
                    : select.from(query.joinedTo(
                                    parents, edge.ownKey() ? query.source() : layout.joined(query.source())))
                            .where(query.conditions());
            return keys.asTable(RelationQuery.KEYS);
        }

        private List<Field<?>> limitedColumns(List<Integer> positions) {
            List<Field<?>> columns = Sql.columnsOf(LIMITED, layout.columns, COLUMN);
            return positions.stream()
                    .<Field<?>>map(position -> columns.get(position - layout.keyCount - 1))
                    .toList();
        }

        private Table<?> perParent() {
            List<OrderField<?>> order = query.totalOrder(layout.hasEdges());
            List<Field<?>> fields = Sql.numbered(layout.columns, COLUMN);
            fields.add(DSL.rowNumber().over(DSL.orderBy(order)).as(RANK));
            Integer limit = query.limit();
            Integer offset = query.offset();
            Select<?> rows = DSL.select(fields)
                    .from(layout.joined(query.source()))
                    .where(Sql.equal(query.keyFields(), query.parentKeys()))
                    .and(DSL.and(query.conditions()))
                    .orderBy(order)
                    .limit(limit == null ? DSL.noField(Integer.class) : DSL.val(limit))
                    .offset(offset == null ? DSL.noField(Integer.class) : DSL.val(offset));
            return parents.crossJoin(DSL.lateral(rows.asTable(LIMITED)));
        }
    }
}
