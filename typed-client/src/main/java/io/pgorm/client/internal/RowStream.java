package io.pgorm.client.internal;

import io.pgorm.client.Shape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Rows of a cursor of the server, some at a time. A round trip brings the next rows, and a second one all that their
 * relations to many lead to. For one thread at a time.
 *
 * <p>The cursor is declared in SQL rather than left to the driver, because rows that FETCH gives can be read twice: once
 * for their keys, and once, when the rows below them are there, for themselves.
 */
public final class RowStream<R> implements Iterator<R>, AutoCloseable {

    /** Cursors are planned for their first rows; this one will be read to the end. */
    private static final Rendered PLAN_FOR_ALL = Rendered.of("SELECT set_config('cursor_tuple_fraction', '1', true)");

    private final Stretch stretch;
    private final Layout layout;
    private final String cursor;
    private final Rendered fetch;
    private final int atATime;
    private Iterator<R> ready = List.<R>of().iterator();
    private boolean declared;
    private boolean over;
    private final Rendered query;
    private final LocalSettings settings;

    private RowStream(Stretch stretch, Layout layout, Rendered query, LocalSettings settings, int atATime) {
        this.stretch = stretch;
        this.layout = layout;
        this.cursor = layout.cursorName(stretch.number());
        this.query = query;
        this.settings = settings;
        this.fetch = Rendered.of("FETCH " + atATime + " FROM " + cursor);
        this.atATime = atATime;
    }

    /** @throws IllegalArgumentException if not at least one row is to come at a time */
    public static <R> Stream<R> open(Channel channel, Identity identity, Shape<R> shape, Rows rows, int atATime) {
        if (atATime < 1) {
            throw new IllegalArgumentException("at least one row comes at a time, not " + atATime);
        }
        if (rows.lock() != null) {
            Lock.requireTransaction(channel);
        }
        Layout layout = Reading.layout(shape, rows);
        Rendered query = new RowSource.Root(layout, rows, List.of()).rendered();
        RowStream<R> stream =
                new RowStream<>(channel.stretch(identity), layout, query, LocalSettings.of(layout, rows), atATime);
        Spliterator<R> spliterator = Spliterators.spliteratorUnknownSize(stream, Spliterator.ORDERED);
        return StreamSupport.stream(spliterator, false).onClose(stream::close);
    }

    @Override
    public boolean hasNext() {
        if (!ready.hasNext() && !over) {
            readOn();
        }
        return ready.hasNext();
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.next();
    }

    private void readOn() {
        boolean read = false;
        try {
            List<R> rows = nextRows();
            ready = rows.iterator();
            read = true;
            if (rows.size() < atATime) {
                close();
            }
        } finally {
            if (!read) {
                over = true;
                stretch.close();
            }
        }
    }

    private List<R> nextRows() {
        List<Rendered> statements = new ArrayList<>();
        if (!declared) {
            if (stretch.isOwnTransaction()) {
                statements.add(PLAN_FOR_ALL);
            }
            statements.add(query.after("DECLARE " + cursor + " NO SCROLL CURSOR FOR "));
        }
        statements.add(fetch);
        int behind = settings.isEmpty() ? 1 : 2;
        List<R> rows = stretch.send(settings.around(statements), outcomes -> {
            Outcome parents = outcomes.get(outcomes.size() - behind);
            return layout.hasEdges() ? withRelations(parents) : GraphReader.read(layout, List.of(parents));
        });
        declared = true;
        return rows;
    }

    private List<R> withRelations(Outcome parents) throws SQLException {
        ResultSet rows = parents.requireRows();
        if (!rows.isBeforeFirst()) {
            return List.of();
        }
        return stretch.send(settings.around(ParentKeys.statementsBelow(layout, rows)), outcomes -> {
            List<Outcome> all = new ArrayList<>(List.of(parents));
            all.addAll(settings.isEmpty() ? outcomes : outcomes.subList(1, outcomes.size() - 1));
            return GraphReader.read(layout, all);
        });
    }

    /** Gives the connection back, or closes the cursor in the transaction that it is part of. */
    @Override
    public void close() {
        if (over) {
            return;
        }
        over = true;
        try (stretch) {
            if (declared && stretch.outlivesItsCursors()) {
                stretch.send(List.of(Rendered.of("CLOSE " + cursor)), outcomes -> cursor);
            }
        }
    }
}
