package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Index;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.ArgumentValue;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeType.Parameter;
import io.pgorm.ir.spi.AttributeUse;
import io.pgorm.ir.sql.Literals;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ResolveSql.Reach;
import io.pgorm.sdl.internal.resolve.SortAttributes.Foreign;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.StringValue;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Attributes that extensions bring: their arguments against what the extension says of them. */
final class ResolveAttributes {

    private final Scope scope;
    private final ReadFields fields;
    private final ReadNamed named;

    ResolveAttributes(Scope scope) {
        this.scope = scope;
        this.named = new ReadNamed(scope);
        this.fields = new ReadFields(scope);
    }

    List<AttributeUse> resolve(ModelScope model, List<Foreign> attributes) {
        List<AttributeUse> uses = new ArrayList<>();
        attributes.forEach(attribute -> resolve(model, attribute).ifPresent(uses::add));
        return uses;
    }

    private Optional<AttributeUse> resolve(ModelScope model, Foreign foreign) {
        AttributeType type = foreign.type();
        List<String> names = type.parameters().stream().map(Parameter::name).toList();
        Arguments arguments = Arguments.read(foreign.attribute(), names, List.of(), scope.report);
        Map<String, ArgumentValue> values = new LinkedHashMap<>();
        boolean sound = true;
        for (Parameter parameter : type.parameters()) {
            Optional<Value> given = parameter.required()
                    ? arguments.required(parameter.name(), example(arguments.label(), type))
                    : arguments.value(parameter.name());
            if (given.isPresent()) {
                Optional<ArgumentValue> value = read(model, arguments, parameter, given.get());
                sound &= value.isPresent();
                value.ifPresent(resolved -> values.put(parameter.name(), resolved));
            }
        }
        return sound && arguments.sound()
                ? Optional.of(new AttributeUse(
                        type.name(),
                        values,
                        foreign.attribute().documentation(),
                        foreign.attribute().span()))
                : Optional.empty();
    }

    private static String example(String label, AttributeType type) {
        List<String> shown = type.parameters().stream()
                .filter(Parameter::required)
                .map(parameter -> parameter.name() + ": " + sample(parameter))
                .toList();
        return label + "(" + String.join(", ", shown) + ")";
    }

    private static String sample(Parameter parameter) {
        return switch (parameter.kind()) {
            case SQL, TEXT -> "\"...\"";
            case WHOLE -> "1";
            case BOOL -> "true";
            case WORD ->
                parameter.words().isEmpty() ? "word" : parameter.words().getFirst();
            case WORDS -> "[word]";
            case FIELDS -> "[field]";
            case KEYS -> "[field]";
            case FIELD_WORDS -> "{field: A}";
            case TEXTS -> "[\"...\"]";
            case CONSTANTS -> "[1]";
            case MODEL -> "Model";
            case ROUTINE -> "name";
            case NAME -> "name";
            case ROLES -> "role";
        };
    }

    private Optional<ArgumentValue> read(ModelScope model, Arguments arguments, Parameter parameter, Value value) {
        String name = parameter.name();
        return switch (parameter.kind()) {
            case SQL ->
                arguments
                        .string(name)
                        .flatMap(string -> ResolveSql.expression(scope, model, Reach.EVERYTHING, string))
                        .map(ArgumentValue.Sql::new);
            case TEXT -> arguments.string(name).map(StringValue::text).map(ArgumentValue.Text::new);
            case WHOLE -> whole(arguments, name, value);
            case BOOL -> arguments.bool(name).map(ArgumentValue.Bool::new);
            case WORD -> word(arguments, parameter, value).map(ArgumentValue.Word::new);
            case WORDS -> words(arguments, parameter, value);
            case FIELDS ->
                fields.list(model, arguments, name).map(ReadFields::columns).map(ArgumentValue.Columns::new);
            case KEYS -> keys(model, arguments, name, value);
            case FIELD_WORDS -> fieldWords(model, arguments, parameter, value);
            case TEXTS -> texts(arguments, name, value);
            case CONSTANTS -> constants(arguments, parameter, value);
            case MODEL -> named.model(arguments, name, value);
            case ROUTINE -> named.routine(arguments, name, value);
            case NAME -> arguments.databaseName(name).map(Name::text).map(ArgumentValue.Text::new);
            case ROLES -> named.roles(arguments, name, value);
        };
    }

    private Optional<ArgumentValue> whole(Arguments arguments, String name, Value value) {
        if (value instanceof Value.Number(String text, SourceSpan span)) {
            try {
                return Optional.of(new ArgumentValue.Whole(Long.parseLong(text)));
            } catch (NumberFormatException e) {
                scope.report.error(
                        Codes.WRONG_ARGUMENT,
                        span,
                        name + " of " + arguments.label() + " takes a whole number, not " + text);
                return Optional.empty();
            }
        }
        arguments.wrong(value, name, "a whole number");
        return Optional.empty();
    }

    private Optional<String> word(Arguments arguments, Parameter parameter, Value value) {
        if (!(value instanceof Value.Word(Name word))) {
            arguments.wrong(
                    value,
                    parameter.name(),
                    parameter.words().isEmpty()
                            ? "a word"
                            : "one of the words " + String.join(", ", parameter.words()));
            return Optional.empty();
        }
        if (parameter.words().isEmpty()) {
            return Optional.of(word.text());
        }
        Optional<String> found = parameter.words().stream()
                .filter(known ->
                        known.toLowerCase(Locale.ROOT).equals(word.text().toLowerCase(Locale.ROOT)))
                .findFirst();
        if (found.isEmpty()) {
            scope.report.error(
                    Codes.UNKNOWN_WORD,
                    word.span(),
                    parameter.name() + " of " + arguments.label() + " cannot be " + word,
                    Suggest.didYouMeanOneOf(word.text(), parameter.words()));
        }
        return found;
    }

    private Optional<ArgumentValue> words(Arguments arguments, Parameter parameter, Value value) {
        List<String> words = new ArrayList<>();
        boolean sound = true;
        for (Value item : Arguments.items(value)) {
            Optional<String> word = word(arguments, parameter, item);
            sound &= word.isPresent();
            word.ifPresent(words::add);
        }
        return sound ? Optional.of(new ArgumentValue.Words(words)) : Optional.empty();
    }

    private Optional<ArgumentValue> keys(ModelScope model, Arguments arguments, String name, Value value) {
        return new ReadKeys(scope, model, arguments)
                .targets(name, value, false)
                .map(targets -> new ArgumentValue.Keys(targets.stream()
                        .map(target -> new Index.Key(target, Optional.empty(), Optional.empty(), Optional.empty()))
                        .toList()));
    }

    private Optional<ArgumentValue> fieldWords(
            ModelScope model, Arguments arguments, Parameter parameter, Value value) {
        if (!(value instanceof Value.Entries(List<Value.Entry> entries, SourceSpan span))) {
            Map<String, String> plain = new LinkedHashMap<>();
            return fields.list(model, arguments, parameter.name()).map(columns -> {
                columns.forEach(column -> plain.put(column.column(), ""));
                return new ArgumentValue.FieldWords(plain);
            });
        }
        Map<String, String> words = new LinkedHashMap<>();
        boolean sound = !entries.isEmpty();
        if (entries.isEmpty()) {
            arguments.wrong(value, parameter.name(), "fields, each with a word");
        }
        for (Value.Entry entry : entries) {
            Optional<ColumnScope> column = fields.column(model, entry.name());
            Optional<String> word = word(arguments, parameter, entry.value());
            sound &= column.isPresent() && word.isPresent();
            if (column.isPresent() && word.isPresent()) {
                String upper = word.get().toUpperCase(Locale.ROOT);
                if (words.putIfAbsent(column.get().column(), upper) != null) {
                    sound = false;
                    fields.repeated(column.get().name(), entry.name().span(), arguments);
                }
            }
        }
        return sound ? Optional.of(new ArgumentValue.FieldWords(words)) : Optional.empty();
    }

    private static Optional<ArgumentValue> texts(Arguments arguments, String name, Value value) {
        List<String> texts = new ArrayList<>();
        boolean sound = true;
        for (Value item : Arguments.items(value)) {
            if (item instanceof StringValue string) {
                texts.add(string.text());
            } else {
                sound = false;
                arguments.wrong(item, name, "strings");
            }
        }
        return sound ? Optional.of(new ArgumentValue.Texts(texts)) : Optional.empty();
    }

    private static Optional<ArgumentValue> constants(Arguments arguments, Parameter parameter, Value value) {
        List<String> words = new ArrayList<>(List.of("true", "false", "null"));
        words.addAll(parameter.words());
        List<SqlText> constants = new ArrayList<>();
        boolean sound = true;
        for (Value item : Arguments.items(value)) {
            Optional<String> constant = switch (item) {
                case StringValue string when string.text().indexOf('\0') >= 0 -> Optional.empty();
                case StringValue string -> Optional.of(Literals.quote(string.text()));
                case Value.Number(String text, SourceSpan span) -> Optional.of(text);
                case Value.Word word ->
                    arguments.word(word, parameter.name(), words).map(found -> found.toUpperCase(Locale.ROOT));
                default -> {
                    arguments.wrong(
                            item, parameter.name(), "constants: strings, numbers or " + String.join(", ", words));
                    yield Optional.empty();
                }
            };
            sound &= constant.isPresent();
            constant.ifPresent(sql -> constants.add(new SqlText(List.of(new SqlText.Text(sql)), item.span())));
        }
        return sound ? Optional.of(new ArgumentValue.Constants(constants)) : Optional.empty();
    }
}
