package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.PgType;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Literals;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.StringValue;
import io.pgorm.sdl.internal.syntax.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns a literal into SQL after checking that its type can hold it; what does not fit is reported. */
final class CheckLiteral {

    /** Exponents beyond this would take long to write out, and fit no type. */
    private static final int MAX_EXPONENT = 100_000;

    private static final Pattern BARE_TIME =
            Pattern.compile("\\s*\\d{1,4}[-:/]\\d{1,2}([-:/ T].*)?\\s*", Pattern.DOTALL);
    private static final Pattern BARE_UUID =
            Pattern.compile("\\s*\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}\\s*");

    private final Report report;
    private final String typeName;

    CheckLiteral(Report report, String typeName) {
        this.report = report;
        this.typeName = typeName;
    }

    Optional<String> text(ColumnType.Scalar type, StringValue string) {
        if (isUnstorable(string)) {
            return Optional.empty();
        }
        boolean limited =
                type.type().sql().equals("varchar") || type.type().sql().equals("char");
        String limit = type.arguments().isEmpty()
                ? (type.type().sql().equals("char") ? "1" : "")
                : type.arguments().getFirst();
        int length = string.text().codePointCount(0, string.text().length());
        if (limited && !limit.isEmpty() && length > Integer.parseInt(limit)) {
            report.error(
                    Codes.DEFAULT_OUT_OF_RANGE,
                    string.span(),
                    "the default has " + length + " characters, " + typeName + "(" + limit + ") holds " + limit);
            return Optional.empty();
        }
        return Optional.of(Literals.quote(string.text()));
    }

    Optional<String> json(ColumnType.Scalar type, StringValue string) {
        Optional<String> problem = CheckJson.problem(string.text());
        if (problem.isPresent()) {
            report.error(
                    Codes.DEFAULT_DOES_NOT_FIT,
                    string.span(),
                    "the default is not JSON: " + problem.get(),
                    "a string here is the value itself: `@default(\"{}\")`; SQL is written `sql(\"...\")`");
            return Optional.empty();
        }
        return cast(type, string);
    }

    /** The string as a value of the type. */
    Optional<String> cast(ColumnType.Scalar type, StringValue string) {
        return isUnstorable(string)
                ? Optional.empty()
                : Optional.of(Literals.quote(string.text()) + "::" + type.type().sql());
    }

    /** Reported when it was read. */
    private static boolean isUnstorable(StringValue string) {
        return string.text().indexOf('\0') >= 0;
    }

    /** A bare date in SQL is a subtraction; nobody means that. */
    boolean isSqlNotValue(ColumnType.Scalar type, StringValue string) {
        boolean bare = type.type().kind() == PgType.Kind.UUID
                ? BARE_UUID.matcher(string.text()).matches()
                : BARE_TIME.matcher(string.text()).matches();
        if (bare) {
            report.error(
                    Codes.DEFAULT_DOES_NOT_FIT,
                    string.span(),
                    "the string in a default of type " + typeName + " is SQL, and this is a bare value",
                    "put the value between single quotes: `@default(\"'"
                            + string.text().strip() + "'\")`");
        }
        return !bare;
    }

    /** A number or a word. */
    Optional<String> plain(ColumnType.Scalar type, Value value) {
        PgType.Kind kind = type.type().kind();
        boolean numeric = kind == PgType.Kind.INTEGER
                || kind == PgType.Kind.DECIMAL
                || type.type().sql().equals("oid");
        if (value instanceof Value.Number(String text, SourceSpan span) && numeric) {
            return number(type, text, span);
        }
        if (kind == PgType.Kind.BOOLEAN
                && value instanceof Value.Word(Name word)
                && (word.text().equals("true") || word.text().equals("false"))) {
            return Optional.of(word.text());
        }
        String written = value instanceof Value.Word(Name word)
                ? word.text()
                : value instanceof Value.Number(String text, SourceSpan span) ? text : value.kind();
        String help = switch (kind) {
            case TEXT -> "write a string: `@default(\"" + written + "\")`";
            case BOOLEAN ->
                written.equals("0") || written.equals("1")
                        ? "write `@default(" + written.equals("1") + ")`"
                        : advice(type);
            default -> advice(type);
        };
        report.error(
                Codes.DEFAULT_DOES_NOT_FIT,
                value.span(),
                "a field of type " + typeName + " cannot have " + written + " as default",
                help);
        return Optional.empty();
    }

    String advice(ColumnType type) {
        if (!(type instanceof ColumnType.Scalar scalar)) {
            return type instanceof ColumnType.EnumReference
                    ? "write one of its values without quotes"
                    : "write an SQL expression in a string";
        }
        return switch (scalar.type().kind()) {
            case INTEGER -> "write a whole number, or autoincrement()";
            case SERIAL -> "leave the default out: a serial takes its values from a sequence";
            case DECIMAL -> "write a number";
            case BOOLEAN -> "write true or false";
            case TEXT -> "write a string";
            case JSON -> "write the JSON in a string: `@default(\"{}\")`";
            case TEMPORAL ->
                scalar.type().sql().equals("interval")
                        ? "write SQL in a string: `@default(\"interval '1 day'\")`"
                        : "write now(), or SQL in a string";
            case UUID -> "write uuid(), or SQL in a string";
            case BYTES, OTHER -> "write an SQL expression in a string";
        };
    }

    private Optional<String> number(ColumnType.Scalar type, String text, SourceSpan span) {
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException | ArithmeticException e) {
            return outOfRange(text, span, "has an exponent too large");
        }
        if (value.signum() != 0 && Math.abs((long) value.precision() - value.scale()) > MAX_EXPONENT) {
            return outOfRange(text, span, "is far outside what it holds");
        }
        return switch (type.type().sql()) {
            case "smallint" ->
                whole(value, text, span, BigInteger.valueOf(Short.MIN_VALUE), BigInteger.valueOf(Short.MAX_VALUE));
            case "integer" ->
                whole(value, text, span, BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE));
            case "bigint" ->
                whole(value, text, span, BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE));
            case "oid" -> whole(value, text, span, BigInteger.ZERO, BigInteger.valueOf(0xFFFF_FFFFL));
            case "real" ->
                Float.isInfinite(value.floatValue()) ? outOfRange(text, span, "is too large") : Optional.of(text);
            case "double precision" ->
                Double.isInfinite(value.doubleValue()) ? outOfRange(text, span, "is too large") : Optional.of(text);
            case "numeric" -> decimal(type, value, text, span);
            default -> Optional.of(text);
        };
    }

    private Optional<String> whole(BigDecimal value, String text, SourceSpan span, BigInteger least, BigInteger most) {
        if (value.stripTrailingZeros().scale() > 0) {
            report.error(
                    Codes.DEFAULT_DOES_NOT_FIT,
                    span,
                    "a field of type " + typeName + " cannot have " + text + " as default",
                    "write a whole number");
            return Optional.empty();
        }
        BigInteger whole = value.toBigInteger();
        return whole.compareTo(least) < 0 || whole.compareTo(most) > 0
                ? outOfRange(text, span, "is not between " + least + " and " + most)
                : Optional.of(whole.toString());
    }

    private Optional<String> decimal(ColumnType.Scalar type, BigDecimal value, String text, SourceSpan span) {
        if (type.arguments().isEmpty()) {
            return Optional.of(text);
        }
        int precision = Integer.parseInt(type.arguments().getFirst());
        int scale =
                type.arguments().size() > 1 ? Integer.parseInt(type.arguments().get(1)) : 0;
        BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_UP);
        return rounded.signum() != 0 && rounded.precision() > precision
                ? outOfRange(text, span, "does not fit into (" + String.join(", ", type.arguments()) + ")")
                : Optional.of(text);
    }

    private Optional<String> outOfRange(String text, SourceSpan span, String why) {
        String shown = text.length() > 24 ? text.substring(0, 24) + "..." : text;
        report.error(Codes.DEFAULT_OUT_OF_RANGE, span, "the default " + shown + " of type " + typeName + " " + why);
        return Optional.empty();
    }
}
