package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.PgType;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Literals;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.resolve.ResolveSql.Reach;
import io.pgorm.sdl.internal.syntax.Argument;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.StringValue;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns what stands in {@code @default(...)} into the value of a column, if it fits the column's type. */
final class ResolveDefault {

    private static final List<String> FUNCTIONS = List.of("now", "uuid", "autoincrement", "sql");

    private final Scope scope;
    private final Optional<ModelScope> model;
    private final String typeName;
    private final ColumnType type;
    private final boolean ofDomain;
    private final CheckLiteral literals;

    ResolveDefault(Scope scope, ModelScope model, ModelScope.ColumnScope column, ColumnType type) {
        this(scope, Optional.of(model), column.node().type().name(), type);
    }

    /**
     * @param model whose field it is of; none for a domain
     * @param typeName as it is written
     * @param type that of a domain is read as what the domain is over
     */
    ResolveDefault(Scope scope, Optional<ModelScope> model, Name typeName, ColumnType type) {
        this.scope = scope;
        this.model = model;
        this.type = scope.base(type);
        this.ofDomain = !this.type.equals(type);
        this.typeName = typeName.text();
        this.literals = new CheckLiteral(scope.report, this.typeName);
    }

    /** The value, or nothing where it does not fit, which is reported. */
    Optional<ColumnValue> resolve(Value value) {
        return switch (value) {
            case Value.Call call -> call(call);
            case StringValue string when type.array() -> sql(string);
            case Value.Items(List<Value> items, SourceSpan span) ->
                type.array() ? array(items) : refuse(value, "a list");
            case Value other when type.array() -> refuse(other, other.kind());
            default -> single(value).map(text -> literal(text, value.span()));
        };
    }

    private static ColumnValue literal(SqlText text, SourceSpan span) {
        return new ColumnValue.Default(new SqlText(text.parts(), span));
    }

    private static ColumnValue literal(String sql, SourceSpan span) {
        return new ColumnValue.Default(new SqlText(List.of(new SqlText.Text(sql)), span));
    }

    private Optional<SqlText> expression(StringValue string) {
        return model.map(own -> ResolveSql.expression(scope, own, Reach.NOTHING, string))
                .orElseGet(() -> ResolveSql.constant(scope, string));
    }

    private Optional<ColumnValue> sql(StringValue string) {
        return expression(string).map(ColumnValue.Default::new);
    }

    private Optional<ColumnValue> call(Value.Call call) {
        String name = call.name().text();
        return switch (name) {
            case "sql" -> {
                if (call.arguments().size() == 1
                        && call.arguments().getFirst().label().isEmpty()
                        && call.arguments().getFirst().value() instanceof StringValue string) {
                    yield sql(string);
                }
                scope.report.error(
                        Codes.WRONG_ARGUMENT, call.span(), "sql takes one string", "write `sql(\"an expression\")`");
                yield Optional.empty();
            }
            case "now" ->
                withoutArguments(call, kind() == PgType.Kind.TEMPORAL && !isInterval())
                        .map(span -> literal("now()", span));
            case "uuid" ->
                withoutArguments(call, kind() == PgType.Kind.UUID).map(span -> literal("gen_random_uuid()", span));
            case "autoincrement" ->
                withoutArguments(call, kind() == PgType.Kind.INTEGER && !ofDomain)
                        .map(span -> new ColumnValue.Identity(false));
            case "dbgenerated" -> refuseFunction(call.name(), "write `sql(\"...\")`");
            case "cuid", "nanoid", "ulid" ->
                refuseFunction(call.name(), "PostgreSQL makes no such ids; it makes UUIDs: `Uuid @default(uuid())`");
            default ->
                refuseFunction(
                        call.name(),
                        Suggest.nearest(name, FUNCTIONS)
                                .map(near -> "did you mean " + near + "()?")
                                .orElse("there are now(), uuid(), autoincrement(); anything else is SQL: `sql(\"" + name
                                        + "(...)\")`"));
        };
    }

    private Optional<ColumnValue> refuseFunction(Name name, String help) {
        scope.report.error(Codes.UNKNOWN_FUNCTION, name.span(), "unknown function " + name + " in a default", help);
        return Optional.empty();
    }

    private Optional<SourceSpan> withoutArguments(Value.Call call, boolean fits) {
        if (!fits || type.array()) {
            scope.report.error(
                    Codes.DEFAULT_DOES_NOT_FIT,
                    call.span(),
                    "a field of type " + typeName + (type.array() ? "[]" : "") + " cannot have " + call.name()
                            + "() as default",
                    switch (call.name().text()) {
                        case "now" -> "now() stands on a Timestamptz, or a Timestamp, Date, Time or Timetz";
                        case "uuid" -> "uuid() stands on a Uuid";
                        default -> "autoincrement() stands on a SmallInt, Int or BigInt";
                    });
            return Optional.empty();
        }
        for (Argument argument : call.arguments()) {
            scope.report.error(
                    Codes.WRONG_ARGUMENT,
                    argument.span(),
                    call.name() + "() takes no arguments",
                    "anything else is SQL: `sql(\"...\")`");
            return Optional.empty();
        }
        return Optional.of(call.span());
    }

    private boolean isInterval() {
        return type instanceof ColumnType.Scalar scalar && scalar.type().sql().equals("interval");
    }

    private PgType.Kind kind() {
        return type instanceof ColumnType.Scalar scalar ? scalar.type().kind() : PgType.Kind.OTHER;
    }

    private Optional<ColumnValue> array(List<Value> items) {
        if (items.isEmpty()) {
            return Optional.of(literal("'{}'::" + type.sql(), SourceSpan.NONE));
        }
        List<String> elements = new ArrayList<>();
        boolean sound = true;
        for (Value item : items) {
            boolean nested = item instanceof Value.Items || item instanceof Value.Call;
            Optional<SqlText> element = nested ? refuse(item, item.kind()).map(none -> SqlText.of("")) : single(item);
            sound &= element.isPresent();
            element.ifPresent(text -> elements.add(text.render()));
        }
        String array = elements.stream().collect(Collectors.joining(", ", "ARRAY[", "]::" + type.sql()));
        return sound
                ? Optional.of(literal(
                        array, items.getFirst().span().to(items.getLast().span())))
                : Optional.empty();
    }

    /** One value of the type, or of the elements of a list. */
    private Optional<SqlText> single(Value value) {
        return switch (type) {
            case ColumnType.EnumReference reference ->
                enumValue(reference, value).map(SqlText::of);
            case ColumnType.Raw raw -> unread(value);
            case ColumnType.TypeReference reference -> unread(value);
            case ColumnType.Scalar scalar -> scalar(scalar, value);
        };
    }

    /** A value of a type of which nothing is known here: SQL in a string, or a number. */
    private Optional<SqlText> unread(Value value) {
        return switch (value) {
            case StringValue string -> expression(string);
            case Value.Number(String text, SourceSpan span) -> Optional.of(SqlText.of(text));
            default -> refuse(value, value.kind()).map(none -> SqlText.of(""));
        };
    }

    private Optional<String> enumValue(ColumnType.EnumReference reference, Value value) {
        EnumType enumType = scope.enums.values().stream()
                .filter(each -> each.name().equals(reference.name()))
                .findFirst()
                .orElse(null);
        if (enumType == null) {
            return Optional.empty();
        }
        List<String> known =
                enumType.values().stream().map(EnumType.Value::name).toList();
        if (value instanceof StringValue string) {
            Optional<String> meant = enumType.values().stream()
                    .filter(each ->
                            each.label().equals(string.text()) || each.name().equals(string.text()))
                    .map(EnumType.Value::name)
                    .findFirst();
            scope.report.error(
                    Codes.DEFAULT_DOES_NOT_FIT,
                    value.span(),
                    "a value of the enum " + typeName + " is written without quotes",
                    "write `@default(" + meant.orElse(known.isEmpty() ? "VALUE" : known.getFirst()) + ")`");
            return Optional.empty();
        }
        if (!(value instanceof Value.Word(Name word))) {
            refuse(value, value.kind());
            return Optional.empty();
        }
        Optional<EnumType.Value> found = enumType.values().stream()
                .filter(each -> each.name().equals(word.text()))
                .findFirst();
        if (found.isEmpty() && !scope.incompleteEnums.contains(enumType.javaName())) {
            scope.report.error(
                    Codes.UNKNOWN_ENUM_VALUE,
                    word.span(),
                    "the enum " + typeName + " has no value " + word,
                    Suggest.didYouMeanOneOf(word.text(), known));
        }
        return found.map(
                each -> Literals.quote(each.label()) + "::" + reference.name().sql());
    }

    private Optional<SqlText> scalar(ColumnType.Scalar scalar, Value value) {
        if (value instanceof StringValue string) {
            return switch (scalar.type().kind()) {
                case TEXT -> literals.text(scalar, string).map(SqlText::of);
                case JSON -> literals.json(scalar, string).map(SqlText::of);
                case OTHER ->
                    scalar.type().sql().equals("xml")
                            ? literals.cast(scalar, string).map(SqlText::of)
                            : expression(string);
                case TEMPORAL, UUID -> literals.isSqlNotValue(scalar, string) ? expression(string) : Optional.empty();
                case INTEGER, SERIAL, DECIMAL, BOOLEAN, BYTES -> expression(string);
            };
        }
        return literals.plain(scalar, value).map(SqlText::of);
    }

    private <T> Optional<T> refuse(Value value, String written) {
        String list = type.array() ? "a list of " + typeName : typeName;
        scope.report.error(
                Codes.DEFAULT_DOES_NOT_FIT,
                value.span(),
                "a field of type " + typeName + (type.array() ? "[]" : "") + " cannot have " + written + " as default",
                type.array() ? "write " + list + " values in brackets: `@default([])`" : literals.advice(type));
        return Optional.empty();
    }
}
