package io.pgorm.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Login;
import io.pgorm.client.error.AuthenticationFailed;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.error.UnsafeConnection;
import io.pgorm.database.testkit.RestartableServer;
import io.pgorm.it.movies.Db;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client proves who it is, and sees that it talks to the right server. */
@Timeout(120)
class SecureConnectionTest {

    private static final String SECRET = "s3cret-of-every-role";

    private static final String RULES = """
            local   all all          trust
            host    all postgres     127.0.0.1/32 scram-sha-256
            hostssl all certified    127.0.0.1/32 cert
            hostssl all twofold         127.0.0.1/32 scram-sha-256 clientcert=verify-ca
            host    all scram        127.0.0.1/32 scram-sha-256
            host    all hashed       127.0.0.1/32 md5
            hostssl all plain        127.0.0.1/32 password
            hostssl all encrypted    127.0.0.1/32 scram-sha-256
            host    all trusted      127.0.0.1/32 trust
            host    all refused      127.0.0.1/32 reject
            """;

    @TempDir
    static Path folder;

    private static RestartableServer server;
    private static Certificates certificates;

    @BeforeAll
    static void start() throws Exception {
        certificates = new Certificates(folder);
        server = RestartableServer.start();
        for (String role : List.of("certified", "twofold", "scram", "plain", "encrypted", "trusted", "refused")) {
            server.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + SECRET + "'");
        }
        server.execute("SET password_encryption = 'md5'; CREATE ROLE hashed LOGIN PASSWORD '" + SECRET + "'");
        write("server.crt", certificates.certificate("server"));
        write("server.key", certificates.key("server"));
        write("root.crt", certificates.certificate("authority"));
        write("pg_hba.conf", RULES);
        server.execute("ALTER SYSTEM SET ssl = on");
        server.execute("ALTER SYSTEM SET ssl_ca_file = 'root.crt'");
        server.restart();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The server itself writes it, so that it is its own. */
    private static void write(String file, String content) throws Exception {
        try (Connection connection = server.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT format('COPY (SELECT unnest(string_to_array(%L, chr(10)))) TO PROGRAM %L', ?, ?)")) {
            statement.setString(1, content);
            statement.setString(2, "umask 077; cat > " + file);
            try (var row = statement.executeQuery();
                    var copy = connection.createStatement()) {
                row.next();
                copy.execute(row.getString(1));
            }
        }
    }

    private static ConnectionOptions as(String role) {
        return at("localhost", role).withProperty("sslrootcert", root("authority"));
    }

    private static ConnectionOptions at(String host, String role) {
        return ConnectionOptions.of("jdbc:postgresql://" + host + ":" + server.port() + "/postgres", role, SECRET)
                .withPoolSize(1)
                .withConnectRetry(Duration.ofSeconds(20));
    }

    private static ConnectionOptions withCertificate(ConnectionOptions options, String who) throws Exception {
        return options.withProperty("sslcert", certificates.certificateFile(who).toString())
                .withProperty("sslkey", certificates.keyFile(who).toString());
    }

    private static String root(String authority) {
        try {
            return certificates.certificateFile(authority).toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who the server says that it talks to, and how. */
    private static String seen(ConnectionOptions options) {
        try (Db db = Db.open(options)) {
            return String.valueOf(db.sql()
                    .fetchSingle("SELECT current_user || CASE WHEN ssl THEN ' by TLS' ELSE '' END"
                            + " || coalesce(' as ' || client_dn, '') FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                    .get(0));
        }
    }

    /** At once, without the tries that a server gets which is still starting. */
    private static <X extends PgOrmException> void refused(ConnectionOptions options, Class<X> kind, String saying) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> Db.open(options))
                .isInstanceOf(kind)
                .hasMessageContaining(saying)
                .satisfies(SecureConnectionTest::holdsNoSecret);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private static void holdsNoSecret(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        if (failure instanceof PgOrmException ours) {
            ours.driverException().ifPresent(driver -> driver.printStackTrace(new PrintWriter(text)));
        }
        assertThat(text.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "scram, disable, scram",
        "scram, prefer, scram by TLS",
        "hashed, disable, hashed",
        "plain, require, plain by TLS",
        "trusted, disable, trusted",
        "encrypted, require, encrypted by TLS",
        "encrypted, verify-ca, encrypted by TLS",
        "encrypted, verify-full, encrypted by TLS"
    })
    void eachMethodAndEachModeOfTlsLetsIn(String role, String mode, String seen) {
        assertThat(seen(as(role).withProperty("sslmode", mode))).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scram", "hashed", "plain"})
    void aWrongPasswordIsRefusedByEachMethod(String role) {
        refused(
                as(role).withUser(role, SECRET.toUpperCase(java.util.Locale.ROOT)),
                AuthenticationFailed.class,
                "password");
    }

    @Test
    void aRuleThatRefusesIsSaidSo() {
        refused(as("refused"), AuthenticationFailed.class, "pg_hba.conf");
        refused(as("encrypted").withProperty("sslmode", "disable"), AuthenticationFailed.class, "pg_hba.conf");
    }

    @Test
    void aServerThatAnotherAuthorityVouchesForIsNotTrusted() {
        for (String mode : List.of("verify-ca", "verify-full")) {
            refused(
                    as("encrypted").withProperty("sslmode", mode).withProperty("sslrootcert", root("stranger")),
                    UnsafeConnection.class,
                    "sslrootcert");
        }
    }

    @Test
    void theNameOfTheHostCountsInFullVerificationOnly() {
        ConnectionOptions byNumber = at("127.0.0.1", "encrypted").withProperty("sslrootcert", root("authority"));
        assertThat(seen(byNumber.withProperty("sslmode", "verify-ca"))).isEqualTo("encrypted by TLS");
        refused(byNumber.withProperty("sslmode", "verify-full"), UnsafeConnection.class, "name of the host");
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        refused(
                as("encrypted").withProperty("sslmode", "verify-full").withProperty("sslrootcert", "/nowhere.crt"),
                UnsafeConnection.class,
                "cannot be read");
    }

    @Test
    void aCertificateOfTheClientIsItsLogin() throws Exception {
        ConnectionOptions options = ConnectionOptions.of(
                        "postgres://certified@localhost:" + server.port() + "/postgres?sslmode=verify-full")
                .withPoolSize(1)
                .withProperty("sslrootcert", root("authority"));
        assertThat(seen(withCertificate(options, "client"))).isEqualTo("certified by TLS as /CN=certified");
        assertThat(seen(withCertificate(as("twofold"), "client"))).isEqualTo("twofold by TLS as /CN=certified");
        String sealed = certificates.sealedFile("client", SECRET).toString();
        assertThat(seen(options.withProperty("sslkey", sealed).withProperty("sslpassword", SECRET)))
                .isEqualTo("certified by TLS as /CN=certified");
        refused(as("certified"), AuthenticationFailed.class, "certificate");
        refused(withCertificate(as("certified"), "stranger"), AuthenticationFailed.class, "certificate");
    }

    @Test
    void aKeyThatOthersMayReadIsNotUsed() throws Exception {
        Assumptions.assumeTrue(Certificates.isPosix(folder), "SKIPPED: files of this system have no permissions");
        ConnectionOptions options = withCertificate(as("certified"), "client");
        Path key = certificates.keyFile("client");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        refused(options, UnsafeConnection.class, "0600");
    }

    @Test
    void scramIsBoundToTheChannel() {
        ConnectionOptions bound = as("encrypted").withProperty("channelBinding", "require");
        assertThat(seen(bound.withProperty("sslmode", "require"))).isEqualTo("encrypted by TLS");
        refused(
                as("scram").withProperty("channelBinding", "require").withProperty("sslmode", "disable"),
                UnsafeConnection.class,
                "channelBinding");
    }

    @Test
    void credentialsThatRotateGoByTlsToo() throws Exception {
        server.execute("CREATE ROLE rotating LOGIN PASSWORD 'first'");
        write("pg_hba.conf", RULES + "hostssl all rotating 127.0.0.1/32 scram-sha-256\n");
        server.execute("SELECT pg_reload_conf()");
        List<Login> given = new ArrayList<>();
        String[] password = {"first"};
        ConnectionOptions options = as("rotating")
                .withProperty("sslmode", "verify-full")
                .withLogin(() -> {
                    given.add(new Login("rotating", password[0]));
                    return given.get(given.size() - 1);
                });
        assertThat(seen(options)).isEqualTo("rotating by TLS");
        server.execute("ALTER ROLE rotating PASSWORD 'second'");
        refused(options, AuthenticationFailed.class, "password");
        password[0] = "second";
        assertThat(seen(options)).isEqualTo("rotating by TLS");
        assertThat(given).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aServerWithoutTlsIsNotTalkedToWhereTlsIsAsked() throws Exception {
        server.execute("ALTER SYSTEM SET ssl = off");
        server.restart();
        try {
            refused(as("scram").withProperty("sslmode", "require"), UnsafeConnection.class, "ssl = on");
            assertThat(seen(as("scram").withProperty("sslmode", "prefer"))).isEqualTo("scram");
        } finally {
            server.execute("ALTER SYSTEM SET ssl = on");
            server.restart();
        }
    }
}
