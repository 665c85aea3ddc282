package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Routine.Parallel;
import io.pgorm.ir.Routine.Volatility;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.StringValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the words between the signature of a function and its body. For one function. */
final class ReadRoutineOptions {

    private static final List<String> WORDS = List.of(
            "language",
            "immutable",
            "stable",
            "volatile",
            "strict",
            "leakproof",
            "security definer",
            "security invoker",
            "parallel",
            "cost",
            "rows",
            "window",
            "atomic",
            "support",
            "set");

    private final Scope scope;
    private final Declaration.Routine node;
    private final Map<String, Name> seen = new HashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Optional<String> language = Optional.empty();
    private Volatility volatility = Volatility.VOLATILE;
    private Parallel parallel = Parallel.UNSAFE;
    private boolean definer;
    private OptionalDouble cost = OptionalDouble.empty();
    private OptionalDouble rows = OptionalDouble.empty();
    private Optional<String> support = Optional.empty();
    private int at;

    ReadRoutineOptions(Scope scope, Declaration.Routine node) {
        this.scope = scope;
        this.node = node;
    }

    /** What the options say; where they say nothing, what PostgreSQL takes. */
    record Options(
            String language,
            Volatility volatility,
            Parallel parallel,
            boolean strict,
            boolean leakproof,
            boolean definer,
            boolean window,
            boolean atomic,
            OptionalDouble cost,
            OptionalDouble rows,
            Optional<String> support,
            Map<String, String> settings) {}

    Options read() {
        List<Declaration.Option> options = node.options();
        while (at < options.size()) {
            Declaration.Option option = options.get(at++);
            option(option.word(), option);
        }
        Name atomicWord = seen.get("atomic");
        boolean atomic = atomicWord != null;
        String spoken = language.orElse(atomic ? "sql" : "");
        if (spoken.isEmpty() && node.complete()) {
            scope.report.error(
                    Codes.MISSING_OPTION,
                    node.span(),
                    (node.procedure() ? "the procedure " : "the function ") + node.name()
                            + " does not say in which language its body is",
                    "write `language sql` or `language plpgsql` before the body");
        }
        if (atomicWord != null && !spoken.equals("sql")) {
            notAllowed(atomicWord, "only a body in language sql is read when it is declared");
        }
        return new Options(
                spoken,
                volatility,
                parallel,
                seen.containsKey("strict"),
                seen.containsKey("leakproof"),
                definer,
                seen.containsKey("window"),
                atomic,
                cost,
                rows,
                support,
                settings);
    }

    /** Where an option stands, if it does. */
    Optional<SourceSpan> span(String option) {
        return Optional.ofNullable(seen.get(option)).map(Name::span);
    }

    private void option(Name word, Declaration.Option option) {
        String text = option.number() ? "" : word.text().toLowerCase(Locale.ROOT);
        switch (text) {
            case "language" -> {
                isNew("language", word);
                language = operand(option, "a language, `language sql`").map(name -> name.toLowerCase(Locale.ROOT));
            }
            case "immutable", "stable", "volatile" -> {
                isNew("volatility", word);
                volatility = Volatility.valueOf(text.toUpperCase(Locale.ROOT));
            }
            case "strict", "leakproof", "window", "atomic" -> isNew(text, word);
            case "security" -> {
                isNew("security", word);
                definer = word(word, List.of("definer", "invoker"))
                        .filter("definer"::equals)
                        .isPresent();
            }
            case "parallel" -> {
                isNew("parallel", word);
                parallel = word(word, List.of("safe", "restricted", "unsafe"))
                        .map(each -> Parallel.valueOf(each.toUpperCase(Locale.ROOT)))
                        .orElse(parallel);
            }
            case "cost" -> {
                isNew("cost", word);
                cost = number(word);
            }
            case "rows" -> {
                isNew("rows", word);
                rows = number(word);
            }
            case "support" -> {
                isNew("support", word);
                support = operand(option, "a function, `support name`").map(this::routine);
            }
            case "set" -> setting(word);
            default -> {
                String shown = word.text();
                scope.report.error(
                        Codes.UNKNOWN_OPTION,
                        word.span(),
                        "a function has no option " + shown,
                        shown.equals("as")
                                ? "the body follows without a word before it"
                                : Suggest.didYouMeanOneOf(shown, WORDS));
            }
        }
    }

    private String routine(String word) {
        return Optional.ofNullable(scope.routines.get(word))
                .map(QualifiedName::sql)
                .orElseGet(
                        () -> Arguments.qualified(new Name(word, node.span())).sql());
    }

    private void isNew(String option, Name word) {
        Name before = seen.putIfAbsent(option, word);
        if (before != null) {
            boolean same = before.text().equals(word.text());
            scope.report.error(
                    Codes.OPTION_TWICE,
                    word.span(),
                    same ? word + " stands here twice" : "a function is not both " + before + " and " + word,
                    "leave one of the two out; the other is at " + Report.place(before.span()));
        }
    }

    /** The string behind the option, or the next word. */
    private Optional<String> operand(Declaration.Option option, String wanted) {
        if (option.operand().isPresent()) {
            StringValue string = option.operand().get();
            return CheckName.database(string.text(), string.span(), scope.report)
                    ? Optional.of(string.text())
                    : Optional.empty();
        }
        if (at < node.options().size() && !node.options().get(at).number()) {
            return Optional.of(node.options().get(at++).word().text());
        }
        missing(option.word(), wanted);
        return Optional.empty();
    }

    private Optional<String> word(Name option, List<String> allowed) {
        if (at < node.options().size()) {
            Name next = node.options().get(at).word();
            if (allowed.contains(next.text().toLowerCase(Locale.ROOT))) {
                at++;
                return Optional.of(next.text().toLowerCase(Locale.ROOT));
            }
        }
        missing(option, String.join(" or ", allowed));
        return Optional.empty();
    }

    private OptionalDouble number(Name option) {
        if (at < node.options().size() && node.options().get(at).number()) {
            Name number = node.options().get(at++).word();
            double value = Double.parseDouble(number.text());
            if (value > 0 && value <= Float.MAX_VALUE) {
                return OptionalDouble.of(value);
            }
            scope.report.error(
                    Codes.WRONG_ARGUMENT, number.span(), option + " is a number above 0, not " + number.text());
            return OptionalDouble.empty();
        }
        missing(option, "a number");
        return OptionalDouble.empty();
    }

    private void missing(Name option, String wanted) {
        scope.report.error(Codes.MISSING_ARGUMENT, option.span(), option + " takes " + wanted);
    }

    /** {@code set search_path "pg_catalog"}: the string is SQL. */
    private void setting(Name word) {
        boolean there = at < node.options().size() && !node.options().get(at).number();
        if (!there || node.options().get(at).operand().isEmpty()) {
            missing(word, "a parameter and its value as SQL in a string, `set search_path \"pg_catalog\"`");
            at += there ? 1 : 0;
            return;
        }
        Declaration.Option parameter = node.options().get(at++);
        Name name = parameter.word();
        Optional<String> value = parameter
                .operand()
                .flatMap(string -> ResolveSql.constant(scope, string))
                .map(sql -> sql.render());
        if (value.isPresent() && settings.putIfAbsent(name.text(), value.get()) != null) {
            scope.report.error(
                    Codes.OPTION_TWICE, name.span(), "the parameter " + name + " is set twice", "leave one out");
        }
    }

    private void notAllowed(Name option, String why) {
        scope.report.error(
                Codes.OPTION_NOT_ALLOWED, option.span(), option + " has no meaning here: " + why, "leave it out");
    }
}
