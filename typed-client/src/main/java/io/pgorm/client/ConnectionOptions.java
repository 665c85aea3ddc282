package io.pgorm.client;

import com.zaxxer.hikari.HikariConfig;
import io.pgorm.client.internal.DatabaseAddress;
import io.pgorm.client.internal.OptionTexts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How to reach the database: an address, somebody to log in as, a pool. Immutable; each {@code with} method returns a new
 * value. A password is never part of {@code toString}, of a log or of an exception.
 *
 * <p>Whatever pgjdbc can do may be said in the URL or by {@link #withProperty}: TLS ({@code sslmode=verify-full},
 * {@code sslrootcert}, {@code sslcert}, {@code sslkey}), the methods of authentication (a password over SCRAM or MD5, a
 * client certificate, GSSAPI and SSPI by {@code gsslib} and {@code jaasLogin}), several hosts
 * ({@code targetServerType}).
 */
public final class ConnectionOptions {

    private final Values values;

    private ConnectionOptions(Values values) {
        this.values = values;
    }

    /**
     * By a URL that says everything, {@code postgres://user:password@host:5432/database?sslmode=require} or
     * {@code jdbc:postgresql://host/database?user=...}. With a pool of 10 and a wait of 30 seconds at most.
     *
     * @throws IllegalArgumentException if the URL is none of PostgreSQL's, or asks for {@code preferQueryMode=simple},
     *     in which values become SQL text
     */
    public static ConnectionOptions of(String url) {
        DatabaseAddress address = DatabaseAddress.parse(url);
        Values values = new Values(address.jdbcUrl());
        values.user = address.user();
        values.password = address.password();
        return new ConnectionOptions(values);
    }

    /** As {@link #of(String)}, with the login role beside the URL. */
    public static ConnectionOptions of(String url, String user, String password) {
        return of(url).withUser(user, password);
    }

    /**
     * By the environment of the process: {@code PGORM_URL} or {@code DATABASE_URL}, and where they are set
     * {@code PGORM_USER}, {@code PGORM_PASSWORD} and the other names of {@link #fromProperties} in this form.
     *
     * @throws IllegalArgumentException if there is no URL, or a value is not what it should be
     */
    public static ConnectionOptions fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /** As {@link #fromEnvironment()}, by these variables. */
    public static ConnectionOptions fromEnvironment(Map<String, String> variables) {
        Map<String, String> texts = new HashMap<>();
        Optional.ofNullable(variables.get("DATABASE_URL")).ifPresent(url -> texts.put("url", url));
        variables.forEach((name, value) -> {
            String key = name.toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.startsWith("PGORM_") && OptionTexts.isKnown(key.substring("pgorm-".length()))) {
                texts.put(key.substring("pgorm-".length()), value);
            }
        });
        return OptionTexts.read(texts, "set PGORM_URL or DATABASE_URL");
    }

    /**
     * By properties: {@code pgorm.url}, {@code pgorm.user}, {@code pgorm.password}, {@code pgorm.pool-size},
     * {@code pgorm.minimum-idle}, {@code pgorm.connection-timeout}, {@code pgorm.connect-retry},
     * {@code pgorm.socket-timeout}, {@code pgorm.max-lifetime}, {@code pgorm.application-name}, {@code pgorm.roles},
     * {@code pgorm.row-security-check}, {@code pgorm.pg-bouncer}. Times are written {@code 500ms}, {@code 30s},
     * {@code 5m}. Others that do not begin with {@code pgorm.} are left alone.
     *
     * @throws IllegalArgumentException if there is no URL, a name is not known, or a value is not what it should be
     */
    public static ConnectionOptions fromProperties(Properties properties) {
        Map<String, String> texts = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("pgorm.")) {
                texts.put(name.substring("pgorm.".length()), properties.getProperty(name));
            }
        }
        return OptionTexts.read(texts, "set pgorm.url");
    }

    public ConnectionOptions withUser(String user, String password) {
        return change(draft -> {
            draft.user = Optional.of(user);
            draft.password = Optional.of(password);
            draft.login = Optional.empty();
        });
    }

    /**
     * Asks for the login role anew for each new connection, so that a password may change (a vault, tokens of a cloud).
     * With {@link #withMaxLifetime} the old one goes out of use.
     */
    public ConnectionOptions withLogin(Supplier<Login> login) {
        return change(draft -> draft.login = Optional.of(login));
    }

    /** The most connections open at a time. */
    public ConnectionOptions withPoolSize(int connections) {
        if (connections < 1) {
            throw new IllegalArgumentException("a pool has at least one connection, not " + connections);
        }
        return change(draft -> draft.poolSize = connections);
    }

    /** How many connections are kept when nothing is to be done; all of them unless said otherwise. */
    public ConnectionOptions withMinimumIdle(int connections) {
        return change(draft -> draft.minimumIdle = Optional.of(connections));
    }

    /** How long a call waits for a free connection. */
    public ConnectionOptions withConnectionTimeout(Duration timeout) {
        return change(draft -> draft.connectionTimeout = timeout);
    }

    /**
     * How long opening goes on trying where the server cannot be reached or is still starting, with pauses that grow from
     * a tenth of a second to five. Five seconds unless said otherwise. A wrong password or a missing database is not tried
     * again.
     */
    public ConnectionOptions withConnectRetry(Duration time) {
        return change(draft -> draft.connectRetry = time);
    }

    /** How old a connection grows before another takes its place; half an hour unless said otherwise. */
    public ConnectionOptions withMaxLifetime(Duration time) {
        return change(draft -> draft.maxLifetime = time);
    }

    /**
     * How long a call waits for a server that is silent before the connection counts as lost. For ever unless said
     * otherwise; it has to be longer than the longest statement.
     */
    public ConnectionOptions withSocketTimeout(Duration time) {
        return withProperty("socketTimeout", String.valueOf(Math.max(1, time.toSeconds())));
    }

    /** What {@code pg_stat_activity} shows; {@code pgorm} unless said otherwise. */
    public ConnectionOptions withApplicationName(String name) {
        return withProperty("ApplicationName", name);
    }

    /**
     * Between the client and the server stands PgBouncer in transaction mode, 1.21 or later with
     * {@code max_prepared_statements} above zero. What belongs to a session rather than a transaction is not used; a
     * setting that application code leaves there cannot be cleared.
     */
    public ConnectionOptions withPgBouncer() {
        return withClient(client().withSessionGuard(SessionGuard.OFF));
    }

    /** A property of pgjdbc. */
    public ConnectionOptions withProperty(String name, String value) {
        DatabaseAddress.requireSafe(name + "=" + value);
        return change(draft -> {
            Map<String, String> more = new HashMap<>(draft.properties);
            more.put(name, value);
            draft.properties = Map.copyOf(more);
        });
    }

    /** What this class has no word for: changes HikariCP's configuration just before the pool opens. */
    public ConnectionOptions withPool(Consumer<HikariConfig> change) {
        return change(draft -> draft.pool = draft.pool.andThen(change));
    }

    /** What the client does around its calls. */
    public ConnectionOptions withClient(ClientOptions options) {
        return change(draft -> draft.client = options);
    }

    /** As {@link ClientOptions#withRoles}. */
    public ConnectionOptions withRoles(String... allowed) {
        return withClient(client().withRoles(allowed));
    }

    /** As {@link ClientOptions#withStatementListener}. */
    public ConnectionOptions withStatementListener(Consumer<String> listener) {
        return withClient(client().withStatementListener(listener));
    }

    /** As {@link ClientOptions#withCursorKey}. */
    public ConnectionOptions withCursorKey(CursorKey key) {
        return withClient(client().withCursorKey(key));
    }

    /** The JDBC URL, without user and password. */
    public String url() {
        return values.url;
    }

    /** The login role; empty where {@link #withLogin} or the driver says who it is. */
    public String user() {
        return values.user.orElse("");
    }

    /** Its password; empty where there is none. Mind where it goes. */
    public String password() {
        return values.password.orElse("");
    }

    public int poolSize() {
        return values.poolSize;
    }

    public Duration connectionTimeout() {
        return values.connectionTimeout;
    }

    public Duration connectRetry() {
        return values.connectRetry;
    }

    public ClientOptions client() {
        return values.client;
    }

    /**
     * Opens one connection that no pool has, for what needs a session of its own. What these options say of a pool does not
     * count. The caller closes it.
     *
     * @throws SQLException if the server cannot be reached or refuses
     */
    public Connection connect() throws SQLException {
        HikariConfig config = toHikari();
        Properties properties = new Properties();
        properties.putAll(config.getDataSourceProperties());
        Login login = values.login
                .map(Supplier::get)
                .orElseGet(() -> new Login(values.user.orElse(""), values.password.orElse("")));
        if (!login.user().isEmpty()) {
            properties.setProperty("user", login.user());
            properties.setProperty("password", login.password());
        }
        return DriverManager.getConnection(config.getJdbcUrl(), properties);
    }

    HikariConfig toHikari() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("pgorm");
        config.setJdbcUrl(values.url);
        values.user.ifPresent(config::setUsername);
        values.password.ifPresent(config::setPassword);
        values.login.ifPresent(
                login -> config.setCredentialsProvider(() -> login.get().toHikari()));
        config.setMaximumPoolSize(values.poolSize);
        values.minimumIdle.ifPresent(config::setMinimumIdle);
        config.setConnectionTimeout(values.connectionTimeout.toMillis());
        config.setMaxLifetime(values.maxLifetime.toMillis());
        // Planned once and read in binary from the first use on; the graph queries are the ones that gain most.
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("preparedStatementCacheQueries", "1024");
        config.addDataSourceProperty("preparedStatementCacheSizeMiB", "32");
        // The detail of a server's error quotes stored and bound values, and exceptions end up in logs.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        // Read as text, which the driver writes another way than the server does when it has them in binary.
        config.addDataSourceProperty("binaryTransferDisable", "POINT,BOX");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "pgorm");
        values.properties.forEach(config::addDataSourceProperty);
        values.pool.accept(config);
        return config;
    }

    @Override
    public String toString() {
        return "ConnectionOptions[" + values.url + ", " + values.user.orElse("") + ", pool of " + values.poolSize + "]";
    }

    private ConnectionOptions change(Consumer<Values> change) {
        Values draft = values.copy();
        change.accept(draft);
        return new ConnectionOptions(draft);
    }

    /** Changed only before it is part of an instance. */
    private static final class Values implements Cloneable {
        private final String url;
        private Optional<String> user = Optional.empty();
        private Optional<String> password = Optional.empty();
        private Optional<Supplier<Login>> login = Optional.empty();
        private int poolSize = 10;
        private Optional<Integer> minimumIdle = Optional.empty();
        private Duration connectionTimeout = Duration.ofSeconds(30);
        private Duration connectRetry = Duration.ofSeconds(5);
        private Duration maxLifetime = Duration.ofMinutes(30);
        private Map<String, String> properties = Map.of();
        private Consumer<HikariConfig> pool = config -> {};
        private ClientOptions client = ClientOptions.defaults();

        private Values(String url) {
            this.url = url;
        }

        private Values copy() {
            try {
                return (Values) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
