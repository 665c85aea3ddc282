package io.pgorm.client.internal;

import io.pgorm.client.Cancellation;
import io.pgorm.client.SessionGuard;
import io.pgorm.client.error.CallCancelled;
import io.pgorm.client.error.ErrorMapper;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.error.ServerTooOld;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends statements over one connection in one round trip: pgjdbc cuts {@code q1; q2; q3} of a prepared statement into
 * as many Parse, Bind and Execute messages with a single Sync at the end. Immutable.
 *
 * <p>Nobody may describe such a statement (getParameterMetaData, getMetaData): pgjdbc then takes more trips.
 *
 * @param listener is told each text before it is sent
 * @param watch what stands around calls
 * @param guard what becomes of a session that may hold something
 * @param cancellation may end what is sent
 */
record Wire(
        ErrorMapper errors,
        Consumer<String> listener,
        SessionGuard guard,
        Watch watch,
        @Nullable Cancellation cancellation) {

    Wire(ErrorMapper errors, Consumer<String> listener, SessionGuard guard, Watch watch) {
        this(errors, listener, guard, watch, null);
    }

    private static final String SYNTAX_ERROR = "42601";
    private static final String QUERY_CANCELED = "57014";
    private static final Logger LOG = LoggerFactory.getLogger("io.pgorm.client.sql");

    /**
     * @param before how many statements at the front are not of the call
     * @param after how many at the end
     */
    <R> R send(
            Connection connection,
            Rendered text,
            Object[] arguments,
            int before,
            int after,
            Channel.ResultReader<R> reader) {
        LOG.debug("{}", text.sql());
        listener.accept(text.sql());
        // Scrollable costs nothing here, because pgjdbc buffers the rows either way, and lets keys be read first.
        try (PreparedStatement statement = connection.prepareStatement(
                text.sql(), ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            text.bindTo(statement, arguments);
            List<Outcome> outcomes = cancellation == null ? execute(statement) : execute(statement, cancellation);
            return reader.read(outcomes.subList(before, outcomes.size() - after));
        } catch (SQLException e) {
            throw failure(connection, e, text.sql());
        }
    }

    private PgOrmException failure(Connection connection, SQLException exception, String sql) {
        if (SYNTAX_ERROR.equals(exception.getSQLState())) {
            int needed = MergeSql.neededVersion(sql);
            int version = Connections.majorVersion(connection);
            if (version < needed) {
                return new ServerTooOld(needed == 15 ? "MERGE" : "this MERGE", needed, version, sql, exception);
            }
        }
        return map(exception, sql);
    }

    PgOrmException map(SQLException exception, String sql) {
        boolean cancelled =
                cancellation != null && QUERY_CANCELED.equals(exception.getSQLState()) && cancellation.isCancelled();
        return cancelled ? new CallCancelled(sql, exception) : errors.map(exception, sql);
    }

    /** The same with what may end it. */
    Wire cancelledBy(Cancellation newCancellation) {
        return new Wire(errors, listener, guard, watch, newCancellation);
    }

    /** @throws CallCancelled if nothing is to be sent any more */
    void requireNotCancelled() {
        if (cancellation != null) {
            cancellation.requireNotCancelled();
        }
    }

    private static List<Outcome> execute(PreparedStatement statement, Cancellation cancellation) throws SQLException {
        cancellation.enter(statement);
        try {
            return execute(statement);
        } finally {
            cancellation.leave(statement);
        }
    }

    private static List<Outcome> execute(PreparedStatement statement) throws SQLException {
        List<Outcome> outcomes = new ArrayList<>();
        boolean hasRows = statement.execute();
        while (true) {
            ResultSet rows = hasRows ? statement.getResultSet() : null;
            long count = hasRows ? 0 : statement.getLargeUpdateCount();
            if (!hasRows && count == -1) {
                return outcomes;
            }
            outcomes.add(new Outcome(rows, count));
            hasRows = statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
        }
    }
}
