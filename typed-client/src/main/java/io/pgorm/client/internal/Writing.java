package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import io.pgorm.client.Key;
import io.pgorm.client.ModelType;
import io.pgorm.client.internal.Channel.Scope;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Inserts, updates and deletes, each one round trip. */
public final class Writing {

    private static final Object[] NOTHING = {};

    private Writing() {}

    public static <M> M create(Channel channel, Identity identity, ModelType<M> model, Assignments row) {
        var insert = DSL.insertInto(model.table());
        var filled = row.values().isEmpty() ? insert.defaultValues() : insert.set(row.values());
        Rendered statement = Rendering.render(filled.returningResult(model.columns()));
        return channel.send(
                        identity, Scope.STATEMENT, List.of(statement), NOTHING, outcomes -> records(model, outcomes))
                .orElseThrow(
                        () -> new IllegalStateException("a trigger or a rule of the database dropped the new row"));
    }

    public static <M> Optional<M> updateByKey(
            Channel channel, Identity identity, Key<M> key, Object[] values, Assignments changes) {
        Condition condition = Slots.conditions(key.fields());
        Rendered statement = Rendering.render(DSL.update(key.model().table())
                .set(changed(key.model(), changes))
                .where(condition)
                .returningResult(key.model().columns()));
        return channel.send(
                identity, Scope.STATEMENT, List.of(statement), values, outcomes -> records(key.model(), outcomes));
    }

    public static boolean deleteByKey(Channel channel, Identity identity, Key<?> key, Object[] values) {
        Condition condition = Slots.conditions(key.fields());
        return count(channel, identity, DSL.deleteFrom(key.model().table()).where(condition), values) > 0;
    }

    public static long update(
            Channel channel, Identity identity, ModelType<?> model, Condition condition, Assignments changes) {
        return count(
                channel,
                identity,
                DSL.update(model.table()).set(changed(model, changes)).where(condition),
                NOTHING);
    }

    public static long delete(Channel channel, Identity identity, ModelType<?> model, Condition condition) {
        return count(channel, identity, DSL.deleteFrom(model.table()).where(condition), NOTHING);
    }

    private static long count(Channel channel, Identity identity, RowCountQuery query, Object[] values) {
        Rendered statement = Rendering.render(query);
        return channel.send(
                identity,
                Scope.STATEMENT,
                List.of(statement),
                values,
                outcomes -> outcomes.get(0).count());
    }

    /** The changes, and the time of the transaction for the fields that keep it. */
    private static Map<Field<?>, @Nullable Object> changed(ModelType<?> model, Assignments changes) {
        Map<Field<?>, @Nullable Object> all = new LinkedHashMap<>(changes.values());
        model.updatedAt().forEach(field -> all.putIfAbsent(field, DSL.field("now()", field.getDataType())));
        return all;
    }

    private static <M> Optional<M> records(ModelType<M> model, List<Outcome> outcomes) throws java.sql.SQLException {
        ResultSet rows = outcomes.get(0).requireRows();
        if (!rows.next()) {
            return Optional.empty();
        }
        RowNode node = model.shape().definition().layout().node;
        @SuppressWarnings("unchecked") // the layout of the model's own shape gives its record
        M value = (M) node.read(rows, new RelatedRows());
        return Optional.ofNullable(value);
    }
}
