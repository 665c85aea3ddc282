package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.syntax.Argument;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code @@with(...)} of a view: what PostgreSQL has behind WITH. */
final class ReadViewOptions {

    private static final String INVOKER = "securityInvoker";
    private static final String BARRIER = "securityBarrier";
    private static final String CHECK = "checkOption";
    private static final List<String> OF_VIEWS = List.of(INVOKER, BARRIER, CHECK);

    private final Scope scope;
    private final boolean materialized;

    ReadViewOptions(Scope scope, boolean materialized) {
        this.scope = scope;
        this.materialized = materialized;
    }

    /** The options as DDL names them. A view asks with the rights of its caller unless it says otherwise. */
    Map<String, String> read(Optional<Attribute> with) {
        return materialized ? with.map(this::storage).orElse(Map.of()) : ofView(with);
    }

    private Map<String, String> ofView(Optional<Attribute> with) {
        Map<String, String> options = new TreeMap<>();
        options.put(Names.snake(INVOKER), "true");
        if (with.isPresent()) {
            Arguments arguments = Arguments.read(with.get(), List.of(), OF_VIEWS, scope.report);
            if (!arguments.bool(INVOKER).orElse(true)) {
                options.remove(Names.snake(INVOKER));
            }
            if (arguments.bool(BARRIER).orElse(false)) {
                options.put(Names.snake(BARRIER), "true");
            }
            arguments
                    .word(CHECK, List.of("local", "cascaded"))
                    .ifPresent(word -> options.put(Names.snake(CHECK), word));
        }
        return options;
    }

    /** Storage parameters, each checked to be a plain word or number. */
    private Map<String, String> storage(Attribute with) {
        Map<String, String> parameters = new TreeMap<>();
        for (Argument argument : with.arguments()) {
            Optional<Name> label = argument.label();
            Optional<String> value = plain(argument.value());
            if (label.isEmpty() || value.isEmpty()) {
                scope.report.error(
                        Codes.BAD_STORAGE_PARAMETER,
                        argument.span(),
                        "a storage parameter is a name and a number, a word, or true or false",
                        "write `@@with(fillfactor: 70)`");
            } else if (OF_VIEWS.contains(label.get().text())) {
                scope.report.error(
                        Codes.OPTION_NOT_ALLOWED,
                        label.get().span(),
                        "a materialized view has no " + label.get() + ": it holds its rows itself",
                        "leave it out, or declare a view");
            } else if (parameters.putIfAbsent(Names.snake(label.get().text()), value.get()) != null) {
                scope.report.error(
                        Codes.REPEATED_ARGUMENT, label.get().span(), "the argument " + label.get() + " is given twice");
            }
        }
        return parameters;
    }

    private static Optional<String> plain(Value value) {
        return switch (value) {
            case Value.Number(String number, SourceSpan span) -> Optional.of(number);
            case Value.Word(Name word)
            when word.text().chars().allMatch(c -> c < 128 && c != '.') -> Optional.of(word.text());
            default -> Optional.empty();
        };
    }
}
