package io.pgorm.features.partition.internal;

import io.pgorm.ir.EnumType;
import io.pgorm.ir.SqlText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A constant of a bound, read as a value of the key's type.
 *
 * @param problem why PostgreSQL would not take it
 * @param zoneless whether it is a time whose meaning depends on the time zone of the session
 */
record ReadValue(BoundValue value, Optional<String> problem, boolean zoneless) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:[ T](\\d{2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,6})?)?)?\\s*(Z|[-+]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** @param labels of the enum that the key is, else absent */
    static ReadValue of(SqlText constant, KeyType type, Optional<EnumType> labels) {
        String sql = constant.render().strip();
        return switch (sql.toUpperCase(Locale.ROOT)) {
            case "MINVALUE" -> value(new BoundValue.Lowest());
            case "MAXVALUE" -> value(new BoundValue.Highest());
            case "NULL" -> value(new BoundValue.Null());
            case "TRUE" -> bool(type, true);
            case "FALSE" -> bool(type, false);
            default ->
                SqlLiteral.text(sql).map(text -> text(text, type, labels)).orElseGet(() -> number(sql, type));
        };
    }

    private static ReadValue bool(KeyType type, boolean bool) {
        return type == KeyType.BOOLEAN
                ? value(new BoundValue.Known(bool))
                : type == KeyType.OTHER || type == KeyType.TEXT
                        ? value(BoundValue.UNKNOWN)
                        : wrong((bool ? "true" : "false") + " is no value of the key");
    }

    private static ReadValue number(String sql, KeyType type) {
        if (!NUMBER.matcher(sql).matches()) {
            return value(BoundValue.UNKNOWN);
        }
        return switch (type) {
            case SMALLINT -> whole(sql, 16);
            case INTEGER -> whole(sql, 32);
            case BIGINT -> whole(sql, 64);
            case DECIMAL -> value(new BoundValue.Known(new BigDecimal(sql).stripTrailingZeros()));
            case OTHER, TEXT, UNORDERED -> value(BoundValue.UNKNOWN);
            case BOOLEAN -> wrong("the number " + sql + " is neither true nor false");
            case DATE, TIMESTAMP, TIMESTAMPTZ -> wrong("the number " + sql + " is no time: write \"2026-01-31\"");
            case UUID, ENUM -> wrong("the number " + sql + " is no value of the key");
        };
    }

    private static ReadValue whole(String text, int bits) {
        BigInteger number;
        try {
            number = new BigDecimal(text).toBigIntegerExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return wrong(text + " is no whole number");
        }
        return number.bitLength() < bits
                ? value(new BoundValue.Known(number))
                : wrong(text + " is outside of what the key can hold");
    }

    private static ReadValue text(String text, KeyType type, Optional<EnumType> labels) {
        return switch (type) {
            case SMALLINT -> whole(text.strip(), 16);
            case INTEGER -> whole(text.strip(), 32);
            case BIGINT -> whole(text.strip(), 64);
            case DECIMAL ->
                NUMBER.matcher(text).matches()
                        ? value(new BoundValue.Known(new BigDecimal(text).stripTrailingZeros()))
                        : value(BoundValue.UNKNOWN);
            case BOOLEAN, OTHER, UNORDERED -> value(BoundValue.UNKNOWN);
            case DATE -> DAY.matcher(text).matches() ? moment(text, false) : time(text);
            case TIMESTAMP -> moment(text, false);
            case TIMESTAMPTZ -> moment(text, true);
            case UUID ->
                UUID_TEXT.matcher(text).matches()
                        ? value(new BoundValue.Known(text.toLowerCase(Locale.ROOT)))
                        : wrong("\"" + text + "\" is no UUID");
            case TEXT -> value(new BoundValue.Named(text));
            case ENUM -> label(text, labels);
        };
    }

    /** A date with a time of day, which PostgreSQL drops, or a word such as {@code today}. */
    private static ReadValue time(String text) {
        return new ReadValue(BoundValue.UNKNOWN, moment(text, false).problem, false);
    }

    private static ReadValue label(String text, Optional<EnumType> labels) {
        if (labels.isEmpty()) {
            return value(BoundValue.UNKNOWN);
        }
        List<String> known =
                labels.get().values().stream().map(EnumType.Value::label).toList();
        int at = known.indexOf(text);
        return at >= 0
                ? value(new BoundValue.Known(at))
                : wrong("\"" + text + "\" is no value of the enum, which has " + String.join(", ", known));
    }

    private static ReadValue moment(String text, boolean zoned) {
        Matcher matcher = MOMENT.matcher(text.strip());
        if (!matcher.matches()) {
            // infinity, or one of the many other ways to write a time
            return new ReadValue(BoundValue.UNKNOWN, Optional.empty(), false);
        }
        try {
            LocalDate day = LocalDate.of(part(matcher, 1), part(matcher, 2), part(matcher, 3));
            LocalDateTime moment = day.atTime(LocalTime.of(part(matcher, 4), part(matcher, 5), part(matcher, 6)))
                    .plusNanos(nanos(matcher.group(7)));
            boolean zone = matcher.group(8) != null;
            if (zoned && zone) {
                moment = moment.minusSeconds(offset(matcher.group(8)).getTotalSeconds());
            }
            return new ReadValue(new BoundValue.Known(moment), Optional.empty(), zoned && !zone);
        } catch (DateTimeException e) {
            return wrong("\"" + text + "\" is no day or no time of day");
        }
    }

    private static int part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static long nanos(String fraction) {
        return fraction == null
                ? 0
                : new BigDecimal("0" + fraction).movePointRight(9).longValueExact();
    }

    private static ZoneOffset offset(String text) {
        return ZoneOffset.of(text.matches("[-+]\\d{4}") ? text.substring(0, 3) + ":" + text.substring(3) : text);
    }

    private static ReadValue value(BoundValue value) {
        return new ReadValue(value, Optional.empty(), false);
    }

    private static ReadValue wrong(String problem) {
        return new ReadValue(BoundValue.UNKNOWN, Optional.of(problem), false);
    }
}
