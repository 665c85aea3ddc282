package io.pgorm.migrations.data.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Puts questions to a database, in a transaction that cannot write. Used by one thread. */
public final class Answers implements AutoCloseable {

    private static final String TIMEOUT = "57014";

    private final Connection connection;
    private final Duration each;
    private final int major;

    /** @param number absent where there is none */
    public record Answer(OptionalLong number, String sentence) {}

    private Answers(Connection connection, Duration each) throws SQLException {
        this.connection = connection;
        this.each = each;
        this.major = connection.getMetaData().getDatabaseMajorVersion();
    }

    public static Answers begin(Connection connection, Duration each) throws SQLException {
        Answers answers = new Answers(connection, each);
        connection.setAutoCommit(false);
        answers.run("""
                SET TRANSACTION READ ONLY;
                SET LOCAL search_path = pg_catalog, public;
                SET LOCAL lock_timeout = '1s';
                SET LOCAL statement_timeout = %d""".formatted(each.toMillis()));
        return answers;
    }

    /** Nothing where the answer is that there is nothing to say. */
    public Optional<Answer> to(Question question) throws SQLException {
        if (major < question.major()) {
            return Optional.of(new Answer(
                    OptionalLong.empty(),
                    "not counted, since PostgreSQL " + major + " cannot be asked: " + question.sentence()));
        }
        run("SAVEPOINT pgorm_question");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question.sql())) {
            if (!rows.next()) {
                return Optional.empty();
            }
            long number = rows.getLong(1);
            boolean known = !rows.wasNull();
            if (!known || (number == 0 && !question.harmful())) {
                return Optional.empty();
            }
            String sentence = question.sentence() + ": "
                    + NumberFormat.getIntegerInstance(Locale.ROOT).format(number);
            if (rows.getMetaData().getColumnCount() > 1) {
                sentence += ", " + rows.getString(2);
            }
            return Optional.of(new Answer(OptionalLong.of(number), sentence));
        } catch (SQLException e) {
            if (connection.isClosed()
                    || e.getSQLState() == null
                    || e.getSQLState().startsWith("08")) {
                throw e;
            }
            run("ROLLBACK TO SAVEPOINT pgorm_question");
            String why = TIMEOUT.equals(e.getSQLState())
                    ? "it takes longer than " + each.toMillis() + " ms"
                    : String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return Optional.of(new Answer(OptionalLong.empty(), "not counted (" + why + "): " + question.sentence()));
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
