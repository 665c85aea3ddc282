package io.pgorm.sdl.internal.write;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.PgType;
import io.pgorm.ir.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands in {@code @default(...)} for an expression of the server. A value is written only where the server shows
 * the same expression for what the compiler makes of the value; everything else stays SQL. Immutable.
 */
final class DefaultWords {

    /** How the server shows what was written as a plain number: anything else had a cast of its own. */
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d{1,9}|-?\\d+\\.\\d+");

    private static final Pattern BIG_NUMBER = Pattern.compile("-?\\d{10,19}");
    private static final Set<String> TEXT_CASTS = Set.of("text", "character varying", "bpchar", "citext");

    private final Schema schema;
    private final EnumWords enums;

    DefaultWords(Schema schema, EnumWords enums) {
        this.schema = schema;
        this.enums = enums;
    }

    /**
     * What stands between the parentheses.
     *
     * @param level 0 for the best words, more for SQL
     */
    String write(ColumnType type, String sql, int level) {
        Optional<String> value = level > 0 ? Optional.empty() : value(type, sql);
        return value.orElseGet(
                () -> level == 0 && isSqlInString(type) ? Strings.text(sql) : "sql(" + Strings.text(sql) + ")");
    }

    private Optional<String> value(ColumnType type, String sql) {
        return type.array() ? array(type, sql) : single(type, sql);
    }

    private Optional<String> array(ColumnType type, String sql) {
        boolean limited =
                type instanceof ColumnType.Scalar scalar && !scalar.arguments().isEmpty();
        if (type instanceof ColumnType.Raw || type instanceof ColumnType.TypeReference || limited) {
            return Optional.empty();
        }
        Optional<SqlLiteral> literal = SqlLiteral.read(sql);
        if (literal.isPresent()) {
            return literal.filter(each -> each.text().equals("{}")).map(each -> "[]");
        }
        ColumnType element = switch (type) {
            case ColumnType.Scalar scalar -> new ColumnType.Scalar(scalar.type(), scalar.arguments(), false);
            case ColumnType.EnumReference reference -> new ColumnType.EnumReference(reference.name(), false);
            default -> type;
        };
        Optional<List<String>> elements = SqlLiteral.elements(sql);
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<String>> values = elements.get().stream()
                .map(each -> constant(element, each.strip()))
                .toList();
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream().map(Optional::orElseThrow).collect(Collectors.joining(", ", "[", "]")))
                : Optional.empty();
    }

    private Optional<String> single(ColumnType type, String sql) {
        if (type instanceof ColumnType.Scalar scalar) {
            PgType pgType = scalar.type();
            if (pgType.kind() == PgType.Kind.TEMPORAL && !pgType.sql().equals("interval") && sql.equals("now()")) {
                return Optional.of("now()");
            }
            if (pgType.kind() == PgType.Kind.UUID && sql.equals("gen_random_uuid()")) {
                return Optional.of("uuid()");
            }
        }
        return constant(type, sql);
    }

    private Optional<String> constant(ColumnType type, String sql) {
        return switch (type) {
            case ColumnType.Scalar scalar -> scalar(scalar.type(), sql);
            case ColumnType.EnumReference reference -> enumValue(reference, sql);
            case ColumnType.TypeReference reference -> Optional.empty();
            case ColumnType.Raw raw -> Optional.empty();
        };
    }

    private Optional<String> scalar(PgType type, String sql) {
        return switch (type.kind()) {
            case INTEGER, DECIMAL -> number(sql);
            case BOOLEAN -> Optional.of(sql).filter(text -> text.equals("true") || text.equals("false"));
            case TEXT ->
                SqlLiteral.read(sql)
                        .filter(literal -> literal.cast()
                                .map(cast -> isOwnCast(type, cast))
                                .orElse(true))
                        .map(literal -> Strings.text(literal.text()));
            case JSON ->
                SqlLiteral.read(sql)
                        .filter(literal -> literal.cast().equals(Optional.of(type.sql())))
                        .map(literal -> Strings.text(literal.text()));
            case OTHER -> {
                if (type.sql().equals("oid")) {
                    yield number(sql);
                }
                yield type.sql().equals("xml")
                        ? SqlLiteral.read(sql)
                                .filter(literal -> literal.cast().equals(Optional.of("xml")))
                                .map(literal -> Strings.text(literal.text()))
                        : Optional.empty();
            }
            case SERIAL, BYTES, TEMPORAL, UUID -> Optional.empty();
        };
    }

    /** The cast that the server shows for a literal in a column of the type. */
    private static boolean isOwnCast(PgType type, String cast) {
        String own = switch (type.sql()) {
            case "varchar" -> "character varying";
            case "char" -> "bpchar";
            default -> type.sql();
        };
        String name = cast.substring(cast.lastIndexOf('.') + 1);
        return TEXT_CASTS.contains(name) && name.equals(own);
    }

    /** A negative number is a literal with a cast to the server, and so is one beyond 32 bits. */
    private static Optional<String> number(String sql) {
        if (PLAIN_NUMBER.matcher(sql).matches()) {
            return Optional.of(sql);
        }
        return SqlLiteral.read(sql).flatMap(literal -> {
            String text = literal.text();
            boolean fits = switch (literal.cast().orElse("")) {
                case "integer" -> text.startsWith("-") && text.matches("-\\d{1,10}");
                case "bigint" -> BIG_NUMBER.matcher(text).matches() && isBeyondInteger(text);
                case "numeric" -> text.matches("-\\d+\\.\\d+");
                default -> false;
            };
            return fits ? Optional.of(text) : Optional.empty();
        });
    }

    private static boolean isBeyondInteger(String text) {
        long value = new java.math.BigInteger(text).longValue();
        return value > Integer.MAX_VALUE || value < Integer.MIN_VALUE;
    }

    private Optional<String> enumValue(ColumnType.EnumReference reference, String sql) {
        Optional<EnumType> type = schema.enumType(reference.name());
        return SqlLiteral.read(sql)
                .filter(literal -> literal.cast()
                        .flatMap(SqlNames::qualified)
                        .filter(reference.name()::equals)
                        .isPresent())
                .flatMap(literal -> type.flatMap(each -> enums.word(each, literal.text())));
    }

    /** Whether a plain string is SQL for the type, and not the value itself. */
    private static boolean isSqlInString(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar scalar ->
                scalar.array()
                        || switch (scalar.type().kind()) {
                            case TEXT, JSON -> false;
                            case OTHER -> !scalar.type().sql().equals("xml");
                            default -> true;
                        };
            case ColumnType.EnumReference reference -> reference.array();
            case ColumnType.TypeReference reference -> false;
            case ColumnType.Raw raw -> true;
        };
    }
}
