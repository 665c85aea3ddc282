package io.pgorm.sdl.internal.write;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Routine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Functions and procedures. */
final class WriteRoutines {

    private static final Set<String> PSEUDO_TYPES = Set.of(
            "trigger",
            "event_trigger",
            "void",
            "record",
            "anyelement",
            "anyarray",
            "anynonarray",
            "anyenum",
            "anyrange",
            "anymultirange",
            "anycompatible",
            "anycompatiblearray",
            "anycompatiblenonarray",
            "anycompatiblerange",
            "anycompatiblemultirange",
            "cstring",
            "internal",
            "language_handler");
    private static final Set<String> MODES = Set.of("in", "out", "inout", "variadic");

    private final Writing writing;

    WriteRoutines(Writing writing) {
        this.writing = writing;
    }

    static Piece piece(Routine routine) {
        return Piece.of("routine", routine.name(), String.join(",", routine.argumentTypes()), 1);
    }

    void write(Routine routine) {
        Page page = writing.page();
        ObjectName object = ObjectName.routine(routine);
        String name = writing.naming().routineWord(routine.name()).orElseThrow();
        int start = page.mark();
        page.documentation(Comments.documentation(writing, object, routine.comment()), "");
        page.add(routine.kind() == Routine.Kind.PROCEDURE ? "procedure " : "function ");
        page.add(name, writing.naming().namePiece(routine.name()));
        page.add(parameters(routine, false)).add(returns(routine));
        options(routine).forEach(option -> page.add(" " + option));
        page.add(" " + Strings.body(routine.body()));
        page.add(new BlockEnd(writing).attributes(routine.name(), name, object) + "\n\n")
                .close(start, piece(routine));
    }

    private String parameters(Routine routine, boolean table) {
        return routine.parameters().stream()
                .filter(parameter -> (parameter.mode() == Routine.Mode.TABLE) == table)
                .map(this::parameter)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String parameter(Routine.Parameter parameter) {
        String mode = switch (parameter.mode()) {
            case IN, TABLE -> "";
            case OUT -> "out ";
            case INOUT -> "inout ";
            case VARIADIC -> "variadic ";
        };
        String name = parameter.name().map(each -> name(each) + " ").orElse("");
        String value = parameter
                .defaultValue()
                .map(each -> " = " + Strings.text(each.render()))
                .orElse("");
        return mode + name + type(parameter.type()) + value;
    }

    private static String name(String name) {
        return MODES.contains(name) ? Strings.line(name) : Strings.name(name);
    }

    private String type(String sql) {
        ColumnType type = writing.types().known(sql);
        boolean pseudo = type instanceof ColumnType.Raw raw && PSEUDO_TYPES.contains(raw.text());
        return pseudo ? sql : writing.types().write(type);
    }

    private String returns(Routine routine) {
        boolean table = routine.parameters().stream().anyMatch(each -> each.mode() == Routine.Mode.TABLE);
        if (table) {
            return " returns table " + parameters(routine, true);
        }
        return routine.returns().map(sql -> " returns " + result(sql)).orElse("");
    }

    private String result(String sql) {
        boolean set = sql.regionMatches(true, 0, "SETOF ", 0, 6);
        return set ? "setof " + type(sql.substring(6)) : type(sql);
    }

    private static List<String> options(Routine routine) {
        List<String> options = new ArrayList<>();
        options.add("language " + Strings.name(routine.language()));
        if (routine.volatility() != Routine.Volatility.VOLATILE) {
            options.add(routine.volatility().name().toLowerCase(Locale.ROOT));
        }
        flag(routine.kind() == Routine.Kind.WINDOW_FUNCTION, "window", options);
        flag(routine.strict(), "strict", options);
        flag(routine.leakproof(), "leakproof", options);
        flag(routine.securityDefiner(), "security definer", options);
        if (routine.parallel() != Routine.Parallel.UNSAFE) {
            options.add("parallel " + routine.parallel().name().toLowerCase(Locale.ROOT));
        }
        number("cost", routine.cost(), options);
        number("rows", routine.rows(), options);
        routine.support().ifPresent(each -> options.add("support " + support(each)));
        routine.settings().forEach((name, value) -> options.add("set " + name + " " + Strings.line(value)));
        flag(routine.atomic(), "atomic", options);
        return options;
    }

    /** A name as SQL, as a name of the database. */
    private static String support(String sql) {
        return SqlNames.qualified(sql)
                .map(name -> Strings.name(name.schema().equals("pg_catalog") ? name.name() : Naming.qualified(name)))
                .orElseGet(() -> Strings.line(sql));
    }

    private static void flag(boolean present, String word, List<String> options) {
        if (present) {
            options.add(word);
        }
    }

    private static void number(String word, OptionalDouble value, List<String> options) {
        value.ifPresent(number -> options.add(
                word + " " + BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()));
    }
}
