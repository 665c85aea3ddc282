package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.PgType;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.syntax.Argument;
import io.pgorm.sdl.internal.syntax.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the arguments of a scalar type: how many, of which kind, in which range. */
final class CheckTypeArguments {

    private static final Range LENGTH = new Range(1, 10_485_760);
    private static final Range BITS = new Range(1, 83_886_080);
    private static final Range SECONDS_DIGITS = new Range(0, 6);
    private static final Range PRECISION = new Range(1, 1000);
    private static final Range SCALE = new Range(-1000, 1000);

    private final Report report;

    CheckTypeArguments(Report report) {
        this.report = report;
    }

    private record Range(long least, long most) {}

    /** The arguments as they stand in DDL, or nothing where one is wrong. */
    Optional<List<String>> check(PgType type, Declaration.TypeUse use) {
        int count = use.arguments().size();
        if (count < type.minArguments() || count > type.maxArguments()) {
            report.error(Codes.BAD_TYPE_ARGUMENTS, use.span(), countMessage(type, count));
            return Optional.empty();
        }
        List<Range> ranges = ranges(type);
        List<String> checked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Argument argument = use.arguments().get(i);
            Optional<String> text = ResolveType.plainArgument(argument);
            if (text.isEmpty()) {
                report.error(
                        Codes.BAD_TYPE_ARGUMENTS,
                        argument.span(),
                        "an argument of " + type.name() + " is a plain number"
                                + (ranges.isEmpty() ? " or a word" : ""));
                return Optional.empty();
            }
            if (i < ranges.size() && !isIn(ranges.get(i), text.get())) {
                report.error(
                        Codes.BAD_TYPE_ARGUMENTS,
                        argument.span(),
                        type.name() + " takes a whole number from "
                                + ranges.get(i).least() + " to " + ranges.get(i).most() + " here, not " + text.get());
                return Optional.empty();
            }
            checked.add(text.get());
        }
        return Optional.of(checked);
    }

    private static String countMessage(PgType type, int count) {
        if (type.maxArguments() == 0) {
            return type.name() + " takes no arguments";
        }
        String wanted = type.minArguments() == type.maxArguments()
                ? String.valueOf(type.maxArguments())
                : type.minArguments() == 0
                        ? "at most " + type.maxArguments()
                        : "from " + type.minArguments() + " to " + type.maxArguments();
        return type.name() + " takes " + wanted + (type.maxArguments() == 1 ? " argument" : " arguments") + ", not "
                + count;
    }

    private static boolean isIn(Range range, String text) {
        try {
            long value = Long.parseLong(text);
            return value >= range.least() && value <= range.most();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The types of extensions check their own arguments: nothing is known of them here. */
    private static List<Range> ranges(PgType type) {
        return switch (type.sql()) {
            case "varchar", "char" -> List.of(LENGTH);
            case "bit", "bit varying" -> List.of(BITS);
            case "numeric" -> List.of(PRECISION, SCALE);
            case "time", "time with time zone", "timestamp", "timestamp with time zone", "interval" ->
                List.of(SECONDS_DIGITS);
            default -> List.of();
        };
    }
}
