package io.pgorm.client;

import java.util.List;
import java.util.Optional;

/**
 * A page of an ordered query, found by the position of its first row and not by counting: each page costs the same,
 * however far it is from the first, and rows that come or go meanwhile shift nothing.
 *
 * <p>A cursor is text for the clients of an application, fit for a URL. It is signed, and good for the query that it was
 * made by only: same model, same conditions (their values may differ) and same order. It holds the values that the query
 * orders by, encoded but not encrypted: order by nothing that the client must not know.
 *
 * @param rows at most as many as the query's limit, in its order
 * @param next for {@link Query#after}; empty where this is the last page
 * @param previous for {@link Query#before}; empty where this is the first page
 */
public record Page<R>(List<R> rows, Optional<String> next, Optional<String> previous) {

    public Page {
        rows = List.copyOf(rows);
    }

    /** Whether there are rows behind these. */
    public boolean hasNext() {
        return next.isPresent();
    }

    /** Whether there are rows before these. */
    public boolean hasPrevious() {
        return previous.isPresent();
    }
}
