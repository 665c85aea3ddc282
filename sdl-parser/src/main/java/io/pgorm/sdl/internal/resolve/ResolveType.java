package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.PgType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.SqlScanner;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.syntax.Argument;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.StringValue;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the type of a column. Stateless but for what it reports. */
final class ResolveType {

    private static final String RAW = "Pg";

    private final Scope scope;

    ResolveType(Scope scope) {
        this.scope = scope;
    }

    /** The type, or nothing where there is none such, which is reported; one that is a model is its row type. */
    Optional<ColumnType> resolve(Declaration.Field field) {
        return resolve(field.type(), Optional.of(field.name()));
    }

    /** @param field the name that stands before the type, which may be the type in truth */
    Optional<ColumnType> resolve(Declaration.TypeUse use, Optional<Name> field) {
        String name = use.name().text();
        if (use.isUnread()) {
            return Optional.empty();
        }
        boolean array = checkShape(use);
        if (name.equals(RAW)) {
            return raw(use, array);
        }
        EnumType enumType = scope.enums.get(name);
        if (enumType != null) {
            refuseArguments(use);
            return Optional.of(new ColumnType.EnumReference(enumType.name(), array));
        }
        Optional<QualifiedName> declared = Optional.ofNullable(scope.types.get(name))
                .or(() -> scope.relation(name).map(ModelScope::table));
        if (declared.isPresent()) {
            refuseArguments(use);
            return Optional.of(new ColumnType.TypeReference(declared.get(), array));
        }
        PgType type = scope.vocabulary.types().get(name);
        if (type == null) {
            refuseUnknown(use.name(), field);
            return Optional.empty();
        }
        scope.use(type, use.span());
        if (type.kind() == PgType.Kind.SERIAL && (array || use.optional() > 0)) {
            scope.report.error(
                    Codes.BAD_TYPE_SHAPE,
                    use.span(),
                    name + " always has a value from its sequence, so it is neither nullable nor a list",
                    "write " + name + ", or " + BuiltinTypes.counter(type).name()
                            + (array ? "[] for a list" : "? for a number that may be missing"));
            return Optional.empty();
        }
        return new CheckTypeArguments(scope.report)
                .check(type, use)
                .map(arguments -> new ColumnType.Scalar(type, arguments, array));
    }

    /** Whether it is a column's type only, with a sequence of its own. */
    static boolean isSerial(ColumnType type) {
        return type instanceof ColumnType.Scalar scalar && scalar.type().kind() == PgType.Kind.SERIAL;
    }

    private boolean checkShape(Declaration.TypeUse use) {
        if (use.list() > 1) {
            scope.report.error(
                    Codes.BAD_TYPE_SHAPE,
                    use.span(),
                    "a list of lists is written as one list",
                    "write " + use.name() + "[]: an array of PostgreSQL holds any number of dimensions");
        }
        if (use.optionalElements()) {
            scope.report.error(
                    Codes.BAD_TYPE_SHAPE,
                    use.span(),
                    "a ? before [] would say that elements may be missing, which PostgreSQL cannot forbid",
                    "write " + use.name() + "[], or " + use.name() + "[]? if the whole list may be missing");
        } else if (use.optional() > 1) {
            scope.report.error(Codes.BAD_TYPE_SHAPE, use.span(), "one ? is enough", "write " + use.name() + "?");
        }
        return use.list() > 0;
    }

    private void refuseArguments(Declaration.TypeUse use) {
        if (!use.arguments().isEmpty()) {
            scope.report.error(Codes.BAD_TYPE_ARGUMENTS, use.span(), use.name() + " takes no arguments");
        }
    }

    private Optional<ColumnType> raw(Declaration.TypeUse use, boolean array) {
        List<Argument> arguments = use.arguments();
        boolean oneString = arguments.size() == 1
                && arguments.getFirst().label().isEmpty()
                && arguments.getFirst().value() instanceof StringValue;
        if (!oneString) {
            scope.report.error(
                    Codes.BAD_TYPE_ARGUMENTS,
                    use.span(),
                    "Pg takes the name of a type of PostgreSQL in a string",
                    "write `Pg(\"numeric(10,2)\")`, for example");
            return Optional.empty();
        }
        StringValue string = (StringValue) arguments.getFirst().value();
        String text = string.text().strip();
        boolean plain = !text.isEmpty()
                && text.indexOf('\0') < 0
                && SqlScanner.scan(text).stream().allMatch(ResolveType::isPlain)
                && isBalanced(text);
        if (!plain) {
            scope.report.error(
                    Codes.BAD_TYPE_ARGUMENTS,
                    string.span(),
                    "this is not the name of a type of PostgreSQL",
                    "write it as it stands after a column's name in CREATE TABLE");
            return Optional.empty();
        }
        return Optional.of(new ColumnType.Raw(text, array));
    }

    private static boolean isPlain(SqlScanner.Segment segment) {
        return switch (segment.kind()) {
            case CODE ->
                segment.text().chars().allMatch(c -> Character.isLetterOrDigit(c) || "_$.,()[] %".indexOf(c) >= 0);
            case QUOTED_IDENTIFIER -> segment.closed();
            case LITERAL, COMMENT -> false;
        };
    }

    private static boolean isBalanced(String text) {
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    private void refuseUnknown(Name name, Optional<Name> field) {
        String written = name.text();
        List<String> known = new ArrayList<>(scope.vocabulary.types().keySet());
        known.addAll(scope.enums.keySet());
        known.addAll(scope.types.keySet());
        known.addAll(scope.relations());
        known.add(RAW);
        Optional<String> help = field.isPresent() && known.contains(field.get().text())
                ? Optional.of("the name comes first: `" + written + " " + field.get() + "`")
                : Optional.ofNullable(BuiltinTypes.OTHER_SPELLINGS.get(written.toLowerCase(Locale.ROOT)))
                        .map(other -> "it is called " + other + " here")
                        .or(() -> Suggest.nearest(written, known).map(near -> "did you mean " + near + "?"))
                        .or(() -> Optional.of("declare a model or an enum of this name; a type that an extension of the"
                                + " language brings needs that extension on the class path"));
        scope.report.error(Codes.UNKNOWN_TYPE, name.span(), "unknown type " + written, help);
    }

    /** A number or a word, as an argument of a type; anything else is reported. */
    static Optional<String> plainArgument(Argument argument) {
        if (argument.label().isPresent()) {
            return Optional.empty();
        }
        return switch (argument.value()) {
            case Value.Number(String text, SourceSpan span) -> Optional.of(text);
            case Value.Word(Name word) when word.text().indexOf('.') < 0 -> Optional.of(word.text());
            default -> Optional.empty();
        };
    }
}
