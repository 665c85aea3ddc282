package io.pgorm.client.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL without its secrets, which are apart. Messages never quote a URL, for it may hold a password.
 *
 * @param jdbcUrl without user and password
 */
public record DatabaseAddress(String jdbcUrl, Optional<String> user, Optional<String> password) {

    private static final Pattern LIBPQ =
            Pattern.compile("postgres(?:ql)?://(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?"
                    + "(?<hosts>[^/?@]*)(?:/(?<database>[^?]*))?(?:\\?(?<parameters>.*))?");

    /** What libpq calls otherwise than pgjdbc. */
    private static final Map<String, String> NAMES = Map.of(
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "target_session_attrs", "targetServerType",
            "keepalives", "tcpKeepAlive",
            "sslnegotiation", "sslNegotiation");

    private static final Map<String, String> TARGETS = Map.of(
            "read-write",
            "primary",
            "read-only",
            "secondary",
            "standby",
            "secondary",
            "prefer-standby",
            "preferSecondary");

    /** @throws IllegalArgumentException if the URL is none of PostgreSQL's, or asks for what is not safe */
    public static DatabaseAddress parse(String url) {
        requireSafe(url);
        if (url.startsWith("jdbc:postgresql:")) {
            int question = url.indexOf('?');
            return question < 0
                    ? new DatabaseAddress(url, Optional.empty(), Optional.empty())
                    : of(url.substring(0, question), url.substring(question + 1), Optional.empty(), Optional.empty());
        }
        Matcher libpq = LIBPQ.matcher(url);
        if (!libpq.matches()) {
            throw new IllegalArgumentException("the URL of a database is jdbc:postgresql://host:port/database or"
                    + " postgres://user:password@host:port/database, with / and @ in a password written %2F and %40");
        }
        String database = Optional.ofNullable(libpq.group("database")).orElse("");
        String hosts = libpq.group("hosts").isEmpty() ? "localhost" : libpq.group("hosts");
        return of(
                "jdbc:postgresql://" + hosts + "/" + database,
                Optional.ofNullable(libpq.group("parameters")).orElse(""),
                decoded(libpq.group("user")),
                decoded(libpq.group("password")));
    }

    /** @throws IllegalArgumentException where values would become SQL text */
    public static void requireSafe(String text) {
        if (text.toLowerCase(Locale.ROOT).contains("preferquerymode=simple")) {
            throw new IllegalArgumentException(
                    "preferQueryMode=simple puts values into the SQL text; leave it out (the default is extended)");
        }
    }

    private static DatabaseAddress of(
            String base, String parameters, Optional<String> user, Optional<String> password) {
        Optional<String> foundUser = user;
        Optional<String> foundPassword = password;
        List<String> kept = new ArrayList<>();
        for (String parameter : parameters.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            switch (name) {
                case "" -> {}
                case "user" -> foundUser = decoded(value);
                case "password" -> foundPassword = decoded(value);
                default -> kept.add(translated(name, value));
            }
        }
        String jdbcUrl = kept.isEmpty() ? base : base + "?" + String.join("&", kept);
        return new DatabaseAddress(jdbcUrl, foundUser, foundPassword);
    }

    private static String translated(String name, String value) {
        String target = name.equals("target_session_attrs") ? TARGETS.getOrDefault(value, value) : value;
        String flag = name.equals("keepalives") ? String.valueOf(!value.equals("0")) : target;
        return NAMES.getOrDefault(name, name) + "=" + flag;
    }

    private static Optional<String> decoded(@Nullable String text) {
        // A plus is a plus here, and not a space as in a form.
        return Optional.ofNullable(text)
                .map(encoded -> URLDecoder.decode(
                        encoded.replace("+", URLEncoder.encode("+", StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return jdbcUrl;
    }
}
