package io.pgorm.client.internal;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.RowSecurityCheck;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options that come as texts, by the names that properties and variables have. */
public final class OptionTexts {

    private static final Pattern TIME = Pattern.compile("(\\d+)(ms|s|m|h)");

    private static final Map<String, BiFunction<ConnectionOptions, String, ConnectionOptions>> KNOWN =
            new TreeMap<>(Map.ofEntries(
                    Map.entry("pool-size", (options, text) -> options.withPoolSize(number(text))),
                    Map.entry("minimum-idle", (options, text) -> options.withMinimumIdle(number(text))),
                    Map.entry("connection-timeout", (options, text) -> options.withConnectionTimeout(time(text))),
                    Map.entry("connect-retry", (options, text) -> options.withConnectRetry(time(text))),
                    Map.entry("socket-timeout", (options, text) -> options.withSocketTimeout(time(text))),
                    Map.entry("max-lifetime", (options, text) -> options.withMaxLifetime(time(text))),
                    Map.entry("application-name", ConnectionOptions::withApplicationName),
                    Map.entry("roles", (options, text) -> options.withRoles(text.split("\\s*,\\s*"))),
                    Map.entry(
                            "row-security-check",
                            (options, text) -> options.withClient(options.client()
                                    .withRowSecurityCheck(RowSecurityCheck.valueOf(text.toUpperCase(Locale.ROOT))))),
                    Map.entry("pg-bouncer", (options, text) -> yes(text) ? options.withPgBouncer() : options)));

    private OptionTexts() {}

    public static boolean isKnown(String key) {
        return KNOWN.containsKey(key) || key.equals("url") || key.equals("user") || key.equals("password");
    }

    /**
     * @param hint what to do where there is no URL
     * @throws IllegalArgumentException if a key is not known or a text is not what it should be; the message holds no value
     */
    public static ConnectionOptions read(Map<String, String> texts, String hint) {
        String url = texts.get("url");
        if (url == null) {
            throw new IllegalArgumentException("there is no URL of the database; " + hint);
        }
        ConnectionOptions options = ConnectionOptions.of(url);
        if (texts.containsKey("user") || texts.containsKey("password")) {
            options = options.withUser(
                    texts.getOrDefault("user", options.user()), texts.getOrDefault("password", options.password()));
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (!isKnown(text.getKey())) {
                throw new IllegalArgumentException(
                        "there is no option pgorm." + text.getKey() + "; there are pgorm.url,"
                                + " pgorm.user, pgorm.password, pgorm." + String.join(", pgorm.", KNOWN.keySet()));
            }
            BiFunction<ConnectionOptions, String, ConnectionOptions> option = KNOWN.get(text.getKey());
            if (option != null) {
                options = apply(option, options, text);
            }
        }
        return options;
    }

    private static ConnectionOptions apply(
            BiFunction<ConnectionOptions, String, ConnectionOptions> option,
            ConnectionOptions options,
            Map.Entry<String, String> text) {
        try {
            return option.apply(options, text.getValue().strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("pgorm." + text.getKey() + ": " + e.getMessage(), e);
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static boolean yes(String text) {
        return text.equalsIgnoreCase("true");
    }

    private static Duration time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a time is written 500ms, 30s, 5m or 1h, not " + text);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
