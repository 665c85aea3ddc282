package io.pgorm.database;

import io.pgorm.database.internal.JdbcAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/** A database that the user names by a URL. Its text never holds the password. Immutable. */
public final class DatabaseUrl {

    private final JdbcAddress address;

    private DatabaseUrl(JdbcAddress address) {
        this.address = address;
    }

    /** Whether the text means to be a URL of PostgreSQL, well formed or not. */
    public static boolean looksLikeOne(String text) {
        return text.startsWith("jdbc:") || text.matches("(?s)postgres(ql)?://.*");
    }

    /**
     * Reads {@code jdbc:postgresql://...} or {@code postgresql://user:password@...}.
     *
     * @throws IllegalArgumentException where it is neither; the message does not repeat it, since it may hold a password
     */
    public static DatabaseUrl of(String url) {
        return new DatabaseUrl(JdbcAddress.parse(url));
    }

    /** A new connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return connect(Map.of());
    }

    /** As {@link #connect()}, with properties of the JDBC driver that go before those of the URL. */
    public Connection connect(Map<String, String> driverProperties) throws SQLException {
        Properties properties = address.credentials();
        driverProperties.forEach(properties::setProperty);
        Connection connection = new Driver().connect(address.jdbcUrl(address.database()), properties);
        if (connection == null) {
            throw new SQLException("The driver does not take the URL of " + address);
        }
        return connection;
    }

    /** {@code user@host:port/database}. */
    @Override
    public String toString() {
        return address.toString();
    }
}
