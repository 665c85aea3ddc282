package io.pgorm.client.internal;

import io.pgorm.client.ManyPart;
import io.pgorm.client.OnePart;
import io.pgorm.client.RowPart;
import io.pgorm.client.internal.Layout.JoinedOne;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Turns the parts of a shape into one column of JSON: objects for records, a relation to one joined to its row as everywhere,
 * a relation to many aggregated for its row. Used once for each shape.
 */
final class JsonCompiler {

    static final String COLUMN = "_json";

    private static final String RELATED = "_x";

    private int aliases;

    private JsonCompiler() {}

    /** @throws io.pgorm.client.error.ShapeMismatch if PostgreSQL cannot make of the shape what Java would */
    static Layout compile(ShapeDefinition<?> shape) {
        Layout layout = new Layout(0);
        layout.columns.add(new JsonCompiler().value(shape, layout.joins).as(COLUMN));
        return layout;
    }

    /** All of them in one array, in their order. */
    static Field<JSON> array(Table<?> rows, String alias) {
        Field<JSON> each = DSL.field(DSL.name(alias, COLUMN), SQLDataType.JSON);
        return DSL.field(DSL.select(DSL.field("coalesce(json_agg({0}), '[]')", SQLDataType.JSON, each))
                .from(rows));
    }

    private Field<?> value(ShapeDefinition<?> shape, List<JoinedOne> joins) {
        List<String> names = JsonNames.of(shape);
        List<Field<?>> values = new ArrayList<>();
        for (SelectField<?> part : shape.parts()) {
            values.add(value(part, joins));
        }
        return names.isEmpty() ? values.get(0) : JsonValues.object(names, values);
    }

    private Field<?> value(SelectField<?> part, List<JoinedOne> joins) {
        return switch (part) {
            case RowPart<?> row ->
                JsonValues.object(
                        row.names(), row.columns().stream().map(JsonValues::of).toList());
            case OnePart<?> one -> one(one, joins);
            case ManyPart<?> many -> many(many);
            default -> JsonValues.of((Field<?>) part);
        };
    }

    /** NULL where there is no such row, because all columns of the derived table are. */
    private Field<?> one(OnePart<?> part, List<JoinedOne> joins) {
        RelationQuery query = part.query();
        String alias = "_j" + aliases++;
        List<JoinedOne> nested = new ArrayList<>();
        List<Field<?>> inner = new ArrayList<>();
        inner.add(value(part.shape().definition(), nested).as(COLUMN));
        inner.addAll(Sql.numbered(query.keyFields(), RelationQuery.KEYS));
        List<Field<?>> remote = Sql.columnsOf(alias, query.keyFields(), RelationQuery.KEYS);
        joins.add(
                new JoinedOne(alias, inner, query.source(), nested, query.link().local(), remote));
        return DSL.field(DSL.name(alias, COLUMN), SQLDataType.JSON);
    }

    /** Looked for by the key of the one row, which stands in a FROM of its own since both may be of one table. */
    private Field<?> many(ManyPart<?> part) {
        RelationQuery query = part.query();
        List<JoinedOne> joins = new ArrayList<>();
        Field<?> value = value(part.shape().definition(), joins);
        Table<?> key = DSL.select(Sql.numbered(query.link().local(), RelationQuery.KEYS))
                .asTable(RelationQuery.KEYS);
        Integer limit = query.limit();
        Integer offset = query.offset();
        Table<?> related = DSL.select(value.as(COLUMN))
                .from(JoinedOne.joinAll(query.source(), joins))
                .where(Sql.equal(query.keyFields(), query.parentKeys()))
                .and(DSL.and(query.conditions()))
                .orderBy(query.isLimited() ? query.totalOrder(false) : List.copyOf(query.order()))
                .limit(limit == null ? DSL.noField(Integer.class) : DSL.val(limit))
                .offset(offset == null ? DSL.noField(Integer.class) : DSL.val(offset))
                .asTable(RELATED);
        return array(key.crossJoin(DSL.lateral(related)), RELATED);
    }
}
