package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.syntax.Argument;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.StringValue;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The arguments of an attribute by the names of its parameters. Reading one of the wrong kind reports it. */
final class Arguments {

    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}_[A-Z]{2}\\..*");

    private final Attribute attribute;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Report report;
    private boolean sound = true;

    private Arguments(Attribute attribute, Report report) {
        this.attribute = attribute;
        this.report = report;
    }

    /**
     * @param positional the parameters that may be given without their names, in order
     * @param named the others
     */
    static Arguments read(Attribute attribute, List<String> positional, List<String> named, Report report) {
        Arguments arguments = new Arguments(attribute, report);
        List<String> all = new ArrayList<>(positional);
        all.addAll(named);
        int place = 0;
        for (Argument argument : attribute.arguments()) {
            if (argument.label().isPresent()) {
                arguments.putNamed(argument.label().get(), argument.value(), all);
            } else if (place < positional.size()) {
                arguments.put(
                        positional.get(place++),
                        argument.value(),
                        argument.value().span());
            } else {
                arguments.refuseSurplus(argument, all);
            }
        }
        return arguments;
    }

    private void putNamed(Name label, Value value, List<String> all) {
        if (all.contains(label.text())) {
            put(label.text(), value, label.span());
            return;
        }
        sound = false;
        String help =
                all.isEmpty() ? attribute.label() + " takes no arguments" : Suggest.didYouMeanOneOf(label.text(), all);
        report.error(
                Codes.UNKNOWN_ARGUMENT, label.span(), attribute.label() + " has no argument " + label.text(), help);
    }

    private void put(String name, Value value, SourceSpan span) {
        if (values.putIfAbsent(name, value) != null) {
            sound = false;
            report.error(Codes.REPEATED_ARGUMENT, span, "the argument " + name + " is given twice");
        }
    }

    private void refuseSurplus(Argument argument, List<String> all) {
        sound = false;
        String help = all.isEmpty()
                ? "write " + attribute.label() + " alone"
                : all.stream().map(name -> name + ":").collect(Collectors.joining(", ", "its arguments are ", ""));
        report.error(
                Codes.UNKNOWN_ARGUMENT,
                argument.span(),
                attribute.label()
                        + (all.isEmpty() ? " takes no arguments" : " takes no further argument without a name"),
                help);
    }

    SourceSpan span() {
        return attribute.span();
    }

    /** The documentation of a line of its own. */
    Optional<String> documentation() {
        return attribute.documentation();
    }

    String label() {
        return attribute.label();
    }

    /** Notes that something is wrong with them, which has been reported. */
    void refused() {
        sound = false;
    }

    /** Whether nothing was wrong so far. */
    boolean sound() {
        return sound;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<Value> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The argument, or an error that it is missing. */
    Optional<Value> required(String name, String example) {
        if (!values.containsKey(name) && sound) {
            missing(name, example);
        }
        return value(name);
    }

    void missing(String name, String example) {
        sound = false;
        report.error(
                Codes.MISSING_ARGUMENT,
                attribute.span(),
                attribute.label() + " needs " + name,
                "write `" + example + "`");
    }

    Optional<StringValue> string(String name) {
        return value(name).flatMap(value -> {
            if (value instanceof StringValue string) {
                return Optional.of(string);
            }
            wrong(value, name, "a string");
            return Optional.empty();
        });
    }

    /** A name in the database, in quotes or bare; checked. */
    Optional<Name> databaseName(String name) {
        return value(name).flatMap(value -> {
            Optional<Name> given = nameIn(value);
            if (given.isEmpty()) {
                wrong(value, name, "a string");
            }
            return given.filter(this::isDatabaseName);
        });
    }

    /** A word or a string that names something in the database; checked. */
    Optional<Name> databaseName(Value value, String name) {
        Optional<Name> given = nameIn(value);
        if (given.isEmpty()) {
            wrong(value, name, "names");
        }
        return given.filter(this::isDatabaseName);
    }

    private static Optional<Name> nameIn(Value value) {
        return switch (value) {
            case StringValue string -> Optional.of(new Name(string.text(), string.span()));
            case Value.Word(Name word) -> Optional.of(word);
            default -> Optional.empty();
        };
    }

    /** A name that may have a schema and a dot before it. */
    Optional<QualifiedName> qualifiedName(String name) {
        return databaseName(name).map(Arguments::qualified);
    }

    /** What stands before a dot is a schema, except in a locale: {@code en_US.utf8}. */
    static QualifiedName qualified(Name name) {
        String text = name.text();
        int dot = text.indexOf('.');
        return dot > 0 && dot < text.length() - 1 && !LOCALE.matcher(text).matches()
                ? new QualifiedName(text.substring(0, dot), text.substring(dot + 1))
                : QualifiedName.of(text);
    }

    /** Whether PostgreSQL takes the name; if not, that is reported. */
    boolean isDatabaseName(Name word) {
        boolean good = CheckName.database(word.text(), word.span(), report);
        sound &= good;
        return good;
    }

    /** A whole number. */
    OptionalLong whole(String name) {
        Optional<Value> value = value(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (value.get() instanceof Value.Number(String text, SourceSpan at)) {
            try {
                return OptionalLong.of(Long.parseLong(text));
            } catch (NumberFormatException e) {
                sound = false;
                report.error(Codes.WRONG_ARGUMENT, at, name + " of " + label() + " takes a whole number, not " + text);
                return OptionalLong.empty();
            }
        }
        wrong(value.get(), name, "a whole number");
        return OptionalLong.empty();
    }

    Optional<Boolean> bool(String name) {
        return value(name).flatMap(value -> {
            if (value instanceof Value.Word(Name word)
                    && (word.text().equals("true") || word.text().equals("false"))) {
                return Optional.of(word.text().equals("true"));
            }
            wrong(value, name, "true or false");
            return Optional.empty();
        });
    }

    /** One of the words, found without regard to case, as the list spells it. */
    Optional<String> word(String name, List<String> allowed) {
        return value(name).flatMap(value -> word(value, name, allowed));
    }

    Optional<String> word(Value value, String name, List<String> allowed) {
        if (!(value instanceof Value.Word(Name word))) {
            wrong(value, name, "one of the words " + String.join(", ", allowed));
            return Optional.empty();
        }
        Optional<String> found =
                allowed.stream().filter(word.text()::equalsIgnoreCase).findFirst();
        if (found.isEmpty()) {
            sound = false;
            report.error(
                    Codes.UNKNOWN_WORD,
                    word.span(),
                    name + " cannot be " + word.text(),
                    Suggest.didYouMeanOneOf(word.text(), allowed));
        }
        return found;
    }

    void wrong(Value value, String name, String wanted) {
        sound = false;
        report.error(
                Codes.WRONG_ARGUMENT,
                value.span(),
                name + " of " + attribute.label() + " takes " + wanted + ", not " + value.kind());
    }

    /** A value, or the values of a list, as a list. */
    static List<Value> items(Value value) {
        return value instanceof Value.Items(List<Value> values, SourceSpan span) ? values : List.of(value);
    }
}
