package io.pgorm.client.internal;

import io.pgorm.client.internal.Layout.Edge;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectForUpdateStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The rows of one result set: as a query of their own, and as the keys that the next level is joined to. */
sealed interface RowSource {

    /** The rows themselves, with the columns of the layout. */
    Select<?> rows();

    /** The keys of an edge, each once, as the derived table that its rows are joined to. */
    Table<?> keys(Edge edge);

    /**
     * The rows that were asked for first.
     *
     * @param hidden columns read beside those of the layout, after them
     */
    record Root(Layout layout, Rows wanted, List<? extends Field<?>> hidden) implements RowSource {

        @Override
        public Select<?> rows() {
            List<Field<?>> fields = new ArrayList<>(layout.columns);
            fields.addAll(hidden);
            SelectForUpdateStep<?> rows = chosen(fields, layout.joined(table()));
            Lock lock = wanted.lock();
            return lock == null ? rows : lock.on(rows, table());
        }

        /** {@link #rows()} as it is sent. */
        Rendered rendered() {
            Rendered rendered = Rendering.render(rows());
            String hint = wanted.hint();
            return hint == null ? rendered : rendered.hinted(hint);
        }

        @Override
        public Table<?> keys(Edge edge) {
            List<Field<?>> fields = Sql.numbered(layout.columnsAt(edge.parentKey()), RelationQuery.KEYS);
            Table<?> from = edge.ownKey() ? table() : layout.joined(table());
            Select<?> keys = wanted.isChosenByOrder()
                    ? chosen(fields, from)
                    : DSL.select(fields).from(from).where(wanted.condition());
            return edge.ownKey()
                    ? keys.asTable(RelationQuery.KEYS)
                    : DSL.selectDistinct(DSL.asterisk())
                            .from(keys.asTable("_d"))
                            .asTable(RelationQuery.KEYS);
        }

        /** What decides which rows these are, without their columns. */
        Select<?> choice() {
            return chosen(List.of(DSL.one()), table());
        }

        private Table<?> table() {
            return wanted.model().table();
        }

        private SelectForUpdateStep<?> chosen(List<? extends SelectFieldOrAsterisk> fields, Table<?> from) {
            var select = wanted.distinctOn().isEmpty()
                    ? DSL.select(fields)
                    : DSL.select(fields).distinctOn(wanted.distinctOn());
            var rows = select.from(from).where(wanted.condition());
            List<OrderField<?>> order = wanted.completeOrder();
            Integer limit = wanted.limit();
            Integer offset = wanted.offset();
            var ordered = order.isEmpty() ? rows : rows.orderBy(order);
            if (limit != null) {
                var limited = ordered.limit(DSL.val(limit));
                return offset == null ? limited : limited.offset(DSL.val(offset));
            }
            return offset == null ? ordered : ordered.offset(DSL.val(offset));
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
