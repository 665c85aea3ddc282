package io.pgorm.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Made by a field or an order of a query that needs settings of PostgreSQL to be found well: how far an index is searched.
 * They travel in the query's own round trip and are put back behind it, also inside a transaction, so that they hold for
 * this one query.
 *
 * <p>Looked for among what {@link Query#orderBy} is given, first in what a {@code SortField} sorts by. An implementation is
 * immutable.
 */
public interface QuerySettings {

    /**
     * Values by the names of the settings, each {@code prefix.name} or a name of PostgreSQL's own.
     *
     * @param use what the query does
     */
    Map<String, String> settings(Use use);

    /**
     * What a query does, as far as it matters to an index.
     *
     * @param filtered whether a condition, or a policy of the table, may leave out rows that the index finds
     * @param wanted how many rows are asked for, those that are left out by an offset too; null for all
     */
    record Use(boolean filtered, @Nullable Integer wanted) {}
}
