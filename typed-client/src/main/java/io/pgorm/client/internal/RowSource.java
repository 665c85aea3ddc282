package io.pgorm.client.internal;

import io.pgorm.client.internal.Layout.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectForUpdateStep;
import org.jooq.SelectSelectStep;
import org.jooq.SelectWhereStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The rows of one result set: as a query of their own, and as the keys that the next level is joined to. */
sealed interface RowSource {

    /** The rows themselves, with the columns of the layout. */
    Select<?> rows();

    /** What the rows of an edge are found by. */
    Parents parents(Edge edge);

    /** The rows that the rows of a relation belong to. */
    sealed interface Parents {}

    /** Any number of them: a derived table of their keys, each once. */
    record Many(Table<?> keys) implements Parents {}

    /**
     * One, or none: the call itself gives its key, so that nobody has to look for it again. Where there is none, rows
     * that are found all the same belong to nobody and are dropped.
     */
    record One(List<Field<?>> key) implements Parents {}

    /**
     * The row with a key whose values stand elsewhere in the round trip, or come with each call.
     *
     * @param key the columns, and what each of them equals
     */
    record Keyed(Root root, Map<Field<?>, Field<?>> key) implements RowSource {

        /** Of these types, values that are equal for PostgreSQL are the same for Java. */
        private static final Set<Class<?>> EXACT = Set.of(Short.class, Integer.class, Long.class, UUID.class);

        @Override
        public Select<?> rows() {
            return root.rows();
        }

        @Override
        public Parents parents(Edge edge) {
            List<Field<?>> given = new ArrayList<>();
            for (Field<?> local : edge.query().link().local()) {
                Field<?> value = key.get(local);
                if (!edge.ownKey() || value == null || !isExact(local)) {
                    return root.parents(edge);
                }
                given.add(value);
            }
            return new One(given);
        }

        private static boolean isExact(Field<?> field) {
            return EXACT.contains(field.getType()) && JooqBindings.isBuiltIn(field.getDataType());
        }
    }

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
        public Parents parents(Edge edge) {
            List<Field<?>> fields = Sql.numbered(layout.columnsAt(edge.parentKey()), RelationQuery.KEYS);
            Table<?> from = edge.ownKey() ? table() : layout.joined(table());
            Select<?> keys = wanted.isChosenByOrder()
                    ? chosen(fields, from)
                    : DSL.select(fields).from(from).where(wanted.condition());
            return new Many(
                    edge.ownKey()
                            ? keys.asTable(RelationQuery.KEYS)
                            : DSL.selectDistinct(DSL.asterisk())
                                    .from(keys.asTable("_d"))
                                    .asTable(RelationQuery.KEYS));
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
        public Parents parents(Edge edge) {
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
            return new Many(unnested.as(RelationQuery.KEYS, names));
        }
    }

    /**
     * The rows of a relation to many: joined to the keys of the parents, or, with a limit, taken for each of them; where
     * there is one parent only, those that have its key.
     */
    record Related(Layout layout, RelationQuery query, Parents parents) implements RowSource {

        private static final String LIMITED = "_r";
        private static final String COLUMN = "c";
        private static final String RANK = "_n";

        @Override
        public Select<?> rows() {
            return switch (parents) {
                case One one -> rowsOf(one);
                case Many many -> rowsOf(many);
            };
        }

        private Select<?> rowsOf(One parent) {
            List<Field<?>> fields = new ArrayList<>(query.keyFields());
            fields.addAll(layout.columns);
            return limited(DSL.select(fields).from(layout.joined(query.source())), parent.key());
        }

        private Select<?> rowsOf(Many many) {
            List<Field<?>> fields = new ArrayList<>(query.parentKeys());
            if (query.isLimited()) {
                fields.addAll(Sql.columnsOf(LIMITED, layout.columns, COLUMN));
                return DSL.select(fields).from(perParent(many)).orderBy(DSL.field(DSL.name(LIMITED, RANK)));
            }
            fields.addAll(layout.columns);
            return DSL.select(fields)
                    .from(query.joinedTo(many.keys(), layout.joined(query.source())))
                    .where(query.conditions())
                    .orderBy(query.order());
        }

        @Override
        public Parents parents(Edge edge) {
            boolean isLimitedPerParent = query.isLimited() && parents instanceof Many;
            List<Field<?>> columns =
                    isLimitedPerParent ? limitedColumns(edge.parentKey()) : layout.columnsAt(edge.parentKey());
            List<Field<?>> fields = Sql.numbered(columns, RelationQuery.KEYS);
            // Only behind a join table may a row stand under several parents.
            boolean each = edge.ownKey() && query.link().join().isEmpty();
            Table<?> rows = edge.ownKey() ? query.source() : layout.joined(query.source());
            Table<?> keys = switch (parents) {
                case One one
                when query.isLimited() ->
                    distinct(limited(DSL.select(fields).from(layout.joined(query.source())), one.key()), each);
                case One one ->
                    select(fields, each)
                            .from(rows)
                            .where(Sql.equal(query.keyFields(), one.key()))
                            .and(DSL.and(query.conditions()))
                            .asTable(RelationQuery.KEYS);
                case Many many
                when query.isLimited() ->
                    select(fields, each).from(perParent(many)).asTable(RelationQuery.KEYS);
                case Many many ->
                    select(fields, each)
                            .from(query.joinedTo(many.keys(), rows))
                            .where(query.conditions())
                            .asTable(RelationQuery.KEYS);
            };
            return new Many(keys);
        }

        private static SelectSelectStep<?> select(List<Field<?>> fields, boolean each) {
            return each ? DSL.select(fields) : DSL.selectDistinct(fields);
        }

        private static Table<?> distinct(Select<?> keys, boolean each) {
            return each
                    ? keys.asTable(RelationQuery.KEYS)
                    : DSL.selectDistinct(DSL.asterisk())
                            .from(keys.asTable("_d"))
                            .asTable(RelationQuery.KEYS);
        }

        private List<Field<?>> limitedColumns(List<Integer> positions) {
            List<Field<?>> columns = Sql.columnsOf(LIMITED, layout.columns, COLUMN);
            return positions.stream()
                    .<Field<?>>map(position -> columns.get(position - layout.keyCount - 1))
                    .toList();
        }

        private Table<?> perParent(Many many) {
            List<Field<?>> fields = Sql.numbered(layout.columns, COLUMN);
            fields.add(DSL.rowNumber().over(DSL.orderBy(order())).as(RANK));
            Select<?> rows = limited(DSL.select(fields).from(layout.joined(query.source())), query.parentKeys());
            return many.keys().crossJoin(DSL.lateral(rows.asTable(LIMITED)));
        }

        private List<OrderField<?>> order() {
            return query.isLimited() ? query.totalOrder(layout.hasEdges()) : List.copyOf(query.order());
        }

        /** The rows with the key, in order, as far as the limit goes. */
        private Select<?> limited(SelectWhereStep<?> rows, List<Field<?>> key) {
            Integer limit = query.limit();
            Integer offset = query.offset();
            return rows.where(Sql.equal(query.keyFields(), key))
                    .and(DSL.and(query.conditions()))
                    .orderBy(order())
                    .limit(limit == null ? DSL.noField(Integer.class) : DSL.val(limit))
                    .offset(offset == null ? DSL.noField(Integer.class) : DSL.val(offset));
        }
    }
}
