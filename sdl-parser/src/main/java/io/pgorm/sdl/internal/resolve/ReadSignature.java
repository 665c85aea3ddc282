package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Routine.Mode;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Declaration.TypeUse;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.StringValue;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the parameters of a function and what it returns. Whether they go together is for {@link CheckSignature}. */
final class ReadSignature {

    private static final Map<String, Mode> MODES = modes();

    private final Scope scope;
    private final List<Routine.Parameter> parameters = new ArrayList<>();
    private boolean sound = true;

    ReadSignature(Scope scope) {
        this.scope = scope;
    }

    private static Map<String, Mode> modes() {
        Map<String, Mode> modes = new LinkedHashMap<>();
        modes.put("in", Mode.IN);
        modes.put("out", Mode.OUT);
        modes.put("inout", Mode.INOUT);
        modes.put("variadic", Mode.VARIADIC);
        return modes;
    }

    /**
     * A signature.
     *
     * @param returns the type behind RETURNS
     * @param sound false where a part is missing because it has an error, which has been reported
     */
    record Signature(List<Routine.Parameter> parameters, Optional<String> returns, boolean set, boolean sound) {}

    Signature read(Declaration.Routine node) {
        node.parameters().forEach(this::parameter);
        Optional<String> returns = Optional.empty();
        boolean set = false;
        if (node.result().isPresent()) {
            switch (node.result().get()) {
                case Declaration.Returns(boolean setOf, TypeUse type, SourceSpan span) -> {
                    set = setOf;
                    Optional<String> sql = type(type, true);
                    sound &= sql.isPresent();
                    returns = sql.map(text -> setOf ? "SETOF " + text : text);
                }
                case Declaration.ReturnsTable(List<Declaration.Parameter> columns, SourceSpan span) -> {
                    set = true;
                    columns.forEach(this::column);
                }
            }
        }
        return new Signature(parameters, returns, set, sound);
    }

    private void parameter(Declaration.Parameter node) {
        List<Name> words = new ArrayList<>(node.words());
        Mode mode = Mode.IN;
        if (!words.isEmpty() && MODES.containsKey(words.getFirst().text())) {
            mode = MODES.getOrDefault(words.removeFirst().text(), Mode.IN);
        }
        if (words.size() > 1) {
            sound = false;
            Name first = words.getFirst();
            scope.report.error(
                    Codes.BAD_SIGNATURE,
                    first.span(),
                    "a parameter is `mode name Type`, and " + first + " is no mode",
                    Suggest.didYouMeanOneOf(first.text(), MODES.keySet()));
            return;
        }
        Optional<Name> name = words.stream().findFirst();
        boolean named = name.filter(word -> !isName(word)).isEmpty();
        Optional<String> type = type(node.type(), false);
        Optional<SqlText> value = node.defaultValue().flatMap(this::defaultValue);
        sound &= named
                && type.isPresent()
                && value.isPresent() == node.defaultValue().isPresent();
        Mode read = mode;
        type.ifPresent(
                sql -> parameters.add(new Routine.Parameter(read, name.map(Name::text), sql, value, node.span())));
    }

    private boolean isName(Name word) {
        return CheckName.database(word.text(), word.span(), scope.report);
    }

    private void column(Declaration.Parameter node) {
        boolean good = node.words().size() == 1 && isName(node.words().getFirst());
        if (node.words().size() != 1 || node.defaultValue().isPresent()) {
            good = false;
            scope.report.error(
                    Codes.BAD_SIGNATURE,
                    node.span(),
                    "a column of the table that a function returns is a name and a type",
                    "write `returns table (id Int, name Text)`");
        }
        Optional<String> type = type(node.type(), false);
        sound &= good && type.isPresent();
        if (good) {
            type.ifPresent(sql -> parameters.add(new Routine.Parameter(
                    Mode.TABLE, Optional.of(node.words().getFirst().text()), sql, Optional.empty(), node.span())));
        }
    }

    /** A string is SQL, as elsewhere; a number and the words for truth and nothing stand for themselves. */
    private Optional<SqlText> defaultValue(Value value) {
        return switch (value) {
            case StringValue string -> ResolveSql.constant(scope, string);
            case Value.Number(String text, SourceSpan span) -> Optional.of(plain(text, span));
            case Value.Word(Name word)
            when List.of("true", "false", "null").contains(word.text()) -> Optional.of(plain(word.text(), word.span()));
            default -> {
                scope.report.error(
                        Codes.BAD_SIGNATURE,
                        value.span(),
                        "the default of a parameter is SQL in a string, not " + value.kind(),
                        "write `= \"...\"`");
                yield Optional.empty();
            }
        };
    }

    private static SqlText plain(String text, SourceSpan span) {
        return new SqlText(List.of(new SqlText.Text(text)), span);
    }

    /** The type as SQL; its arguments mean nothing in a signature, and PostgreSQL drops them. */
    private Optional<String> type(TypeUse use, boolean result) {
        if (use.optional() > 0) {
            scope.report.error(
                    Codes.BAD_TYPE_SHAPE,
                    use.span(),
                    "a function does not say whether a value may be missing: any may",
                    "leave out the ?; a function that is strict gives NULL for NULL");
        }
        String word = use.name().text();
        if (PseudoTypes.ALL.contains(word)) {
            return pseudo(use, result);
        }
        Optional<ColumnType> type = new ResolveType(scope).resolve(use, Optional.empty());
        if (type.isPresent() && ResolveType.isSerial(type.get())) {
            scope.report.error(
                    Codes.BAD_SIGNATURE,
                    use.span(),
                    word + " is a column with a sequence, not a type of a parameter",
                    "write Int or BigInt");
            return Optional.empty();
        }
        return type.map(each -> each instanceof ColumnType.Scalar scalar
                ? scalar.withArguments(List.of()).sql()
                : each.sql());
    }

    private Optional<String> pseudo(TypeUse use, boolean result) {
        String word = use.name().text();
        boolean plain = use.list() == 0 && use.arguments().isEmpty();
        boolean fits = plain && (result || !PseudoTypes.RESULTS_ONLY.contains(word));
        if (!fits) {
            scope.report.error(
                    Codes.BAD_SIGNATURE,
                    use.span(),
                    plain
                            ? "no parameter is of type " + word + ": only a result is"
                            : word + " is no type that there are lists of, or that has arguments",
                    plain ? "leave it out" : "write " + word + (word.startsWith("any") ? ", or anyarray" : ""));
            return Optional.empty();
        }
        return Optional.of(word);
    }
}
