package io.pgorm.client.internal;

import io.pgorm.client.Explain;
import io.pgorm.client.Page;
import io.pgorm.client.Shape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;

/** Reads pages: the rows, one more to know whether there are more, and the positions of the first and the last. */
public final class PageReading {

    private PageReading() {}

    public static <R> Page<R> read(Channel channel, Identity identity, Shape<R> shape, Keyset keyset) {
        if (keyset.wanted().lock() != null) {
            Lock.requireTransaction(channel);
        }
        Layout layout = Reading.layout(shape, keyset.wanted());
        List<Field<?>> positions = keyset.positionFields();
        RowSource.Root oneMore = new RowSource.Root(layout, keyset.page(keyset.limit() + 1), positions);
        RowSource.Root page = new RowSource.Root(layout, keyset.page(keyset.limit()), List.of());
        if (Reading.isOneTrip(page)) {
            Reading.Statements statements = Reading.oneTrip(oneMore, page);
            return statements
                    .call(outcomes -> PageReading.<R>page(layout, keyset, outcomes))
                    .send(channel, identity);
        }
        LocalSettings settings = LocalSettings.of(layout, oneMore.wanted());
        return channel.sendThen(identity, settings.before(oneMore.rendered()), (parents, second) -> {
            List<Rendered> below = settings.after(ParentKeys.statementsBelow(layout, parents.requireRows()));
            return second.send(below, outcomes -> {
                List<Outcome> all = new ArrayList<>(List.of(parents));
                all.addAll(outcomes);
                return PageReading.<R>page(layout, keyset, all);
            });
        });
    }

    /** How PostgreSQL goes about the page; without the columns of the positions, which no plan depends on. */
    public static String explain(
            Channel channel, Identity identity, Shape<?> shape, Keyset keyset, Set<Explain> options) {
        return Planning.explain(channel, identity, shape, keyset.page(keyset.limit() + 1), options);
    }

    private static <R> Page<R> page(Layout layout, Keyset keyset, List<Outcome> outcomes) throws SQLException {
        List<R> found = GraphReader.read(layout, outcomes, keyset.limit());
        if (found.isEmpty()) {
            return new Page<>(List.of(), Optional.empty(), Optional.empty());
        }
        ResultSet rows = outcomes.get(0).requireRows();
        int first = layout.columns.size() + 1;
        rows.absolute(1);
        String start = cursor(keyset, rows, first);
        rows.absolute(found.size());
        String end = cursor(keyset, rows, first);
        Optional<String> onward = rows.next() ? Optional.of(end) : Optional.empty();
        Optional<String> back = keyset.hasCursor() ? Optional.of(start) : Optional.empty();
        return keyset.isBackward() ? new Page<>(found.reversed(), back, onward) : new Page<>(found, onward, back);
    }

    private static String cursor(Keyset keyset, ResultSet row, int first) throws SQLException {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < keyset.positionFields().size(); i++) {
            positions.add(new Position(row.getString(first + i)));
        }
        return keyset.cursors().write(positions);
    }
}
