package io.pgorm.database.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A server's address taken apart, so that other databases on the same server can be addressed. Immutable. Its
 * {@code toString} holds neither password nor parameters.
 *
 * @param hosts {@code host:port}, several with commas between them, or empty for the driver's default
 * @param database the database that was named; {@code postgres} where none was
 * @param user the user that was named, or the one who runs this JVM, as the driver has it
 * @param password empty for none
 * @param parameters the other parameters of the URL
 */
public record JdbcAddress(String hosts, String database, String user, String password, Map<String, String> parameters) {

    private static final Pattern JDBC =
            Pattern.compile("jdbc:postgresql:(?://(?<hosts>[^/?]*))?/?(?<database>[^?]*)(?:\\?(?<query>.*))?");
    private static final Pattern LIBPQ = Pattern.compile(
            "postgres(?:ql)?://(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^/?]*)(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?");

    public JdbcAddress {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads a JDBC URL, or one as libpq and many hosting services write it.
     *
     * @throws IllegalArgumentException where it is neither; the message does not repeat it, since it may hold a password
     */
    public static JdbcAddress parse(String url) {
        Matcher jdbc = JDBC.matcher(url.strip());
        Matcher libpq = LIBPQ.matcher(url.strip());
        if (!jdbc.matches() && !libpq.matches()) {
            throw new IllegalArgumentException(
                    "The URL is not one of PostgreSQL: jdbc:postgresql://host:port/database?user=...");
        }
        Matcher match = jdbc.hasMatch() ? jdbc : libpq;
        Map<String, String> parameters = parameters(text(match.group("query")));
        String user = jdbc.hasMatch() ? "" : decode(text(match.group("user")));
        String password = jdbc.hasMatch() ? "" : decode(text(match.group("password")));
        String userParameter = parameters.remove("user");
        String passwordParameter = parameters.remove("password");
        String database = decode(text(match.group("database")));
        return new JdbcAddress(
                text(match.group("hosts")),
                database.isEmpty() ? "postgres" : database,
                userParameter != null ? userParameter : user.isEmpty() ? System.getProperty("user.name", "") : user,
                passwordParameter != null ? passwordParameter : password,
                parameters);
    }

    /** The JDBC URL of another database on this server, without user and password. */
    public String jdbcUrl(String otherDatabase) {
        String query = parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return "jdbc:postgresql://" + hosts + "/" + encode(otherDatabase) + (query.isEmpty() ? "" : "?" + query);
    }

    /** What the driver wants beside the URL. Without a password it looks for one itself, in {@code ~/.pgpass}. */
    public Properties credentials() {
        var properties = new Properties();
        properties.setProperty("user", user);
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
            } else if (!pair.isEmpty()) {
                parameters.put(pair, "");
            }
        }
        return parameters;
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return user + "@" + (hosts.isEmpty() ? "localhost" : hosts) + "/" + database;
    }
}
