package io.pgorm.client.internal;

import io.pgorm.client.CursorKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The rows of a page: their total order, and where in it the page begins or ends. */
public final class Keyset {

    private final Rows rows;
    private final int limit;
    private final boolean backward;
    private final List<SortKey> keys;
    private final Cursors cursors;
    private final Optional<List<Position>> from;

    /**
     * @throws io.pgorm.client.error.InvalidCursor if the cursor is none of this query
     * @throws IllegalStateException if the query has no pages
     */
    public Keyset(Rows rows, boolean backward, Optional<String> cursor, CursorKey key) {
        Integer most = rows.limit();
        if (most == null || most == 0) {
            throw new IllegalStateException("a page needs a size: say limit(50)");
        }
        if (rows.offset() != null || !rows.distinctOn().isEmpty()) {
            throw new IllegalStateException("a page begins at a cursor; offset and distinctOn do not go with it");
        }
        this.rows = rows;
        this.limit = most;
        this.backward = backward;
        this.keys = totalOrder(rows);
        this.cursors = new Cursors(key, shape(), keys.size());
        this.from = cursor.map(cursors::read);
    }

    Rows wanted() {
        return rows;
    }

    int limit() {
        return limit;
    }

    boolean isBackward() {
        return backward;
    }

    boolean hasCursor() {
        return from.isPresent();
    }

    Cursors cursors() {
        return cursors;
    }

    /** So many rows of the page, in the order in which they are found. */
    Rows page(int most) {
        List<SortKey> way = backward ? keys.stream().map(SortKey::reversed).toList() : keys;
        Rows ordered = rows.orderBy(way.stream().map(SortKey::order).toList()).limit(most);
        return from.map(positions -> ordered.where(SortKey.behind(way, positions)))
                .orElse(ordered);
    }

    /** What says where a row stands. */
    List<Field<?>> positionFields() {
        return keys.stream()
                .<Field<?>>map(key -> key.field().cast(SQLDataType.CLOB))
                .toList();
    }

    /** What a cursor is bound to: everything but the values. */
    private String shape() {
        return rows.model().name() + "\n"
                + Rendering.sql(DSL.selectOne()
                        .from(rows.model().table())
                        .where(rows.condition())
                        .orderBy(keys.stream().map(SortKey::order).toList()));
    }

    private static List<SortKey> totalOrder(Rows rows) {
        List<SortKey> keys = new ArrayList<>();
        rows.order().forEach(order -> keys.add(SortKey.of(order, rows.model().table())));
        Set<Field<?>> ordered = keys.stream().map(SortKey::field).collect(Collectors.toSet());
        List<List<? extends Field<?>>> unique = uniqueKeys(rows);
        if (unique.stream().anyMatch(ordered::containsAll)) {
            return keys;
        }
        // In the direction of the last field, so that one index over all of them can be read in one direction.
        boolean descending = !keys.isEmpty() && keys.get(keys.size() - 1).descending();
        List<? extends Field<?>> added = unique.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("pages need an order that leaves no choice, and "
                        + rows.model().name() + " has no key without NULL that could end it"));
        added.stream()
                .filter(field -> !ordered.contains(field))
                .forEach(field -> keys.add(SortKey.ofKey(field, descending)));
        return Collections.unmodifiableList(keys);
    }

    /** The primary key first. */
    private static List<List<? extends Field<?>>> uniqueKeys(Rows rows) {
        List<List<? extends Field<?>>> keys = new ArrayList<>();
        if (!rows.model().primaryKey().isEmpty()) {
            keys.add(rows.model().primaryKey());
        }
        for (UniqueKey<?> key : rows.model().table().getKeys()) {
            if (key.getFields().stream().noneMatch(field -> field.getDataType().nullable())) {
                keys.add(key.getFields());
            }
        }
        return keys;
    }
}
