package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.SequenceOptions;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import java.util.List;
import java.util.OptionalLong;

/** Whether a sequence can count as it says, by the rules of PostgreSQL. */
final class CheckSequence {

    private final Scope scope;

    CheckSequence(Scope scope) {
        this.scope = scope;
    }

    void check(SequenceOptions options, SourceSpan span) {
        long least = least(options.type().orElse("bigint"));
        long most = most(options.type().orElse("bigint"));
        boolean down = options.increment().orElse(1) < 0;
        long minimum = options.minimum().orElse(down ? least : 1);
        long maximum = options.maximum().orElse(down ? -1 : most);
        if (options.increment().orElse(1) == 0) {
            refuse(span, "a sequence with an increment of 0 would never go on", "write another number");
        }
        if (options.cache().orElse(1) < 1) {
            refuse(span, "a session takes at least one value at once", "write a cache of 1 or more");
        }
        for (OptionalLong given : List.of(options.minimum(), options.maximum())) {
            if (given.isPresent() && (given.getAsLong() < least || given.getAsLong() > most)) {
                refuse(
                        span,
                        given.getAsLong() + " is outside what the type of the sequence holds, " + least + " to " + most,
                        "choose another type, or other bounds");
                return;
            }
        }
        long start = options.start().orElse(down ? maximum : minimum);
        if (minimum >= maximum) {
            refuse(
                    span,
                    "the least value of the sequence, " + minimum + ", is not below its greatest, " + maximum,
                    "change min or max");
        } else if (start < minimum || start > maximum) {
            refuse(
                    span,
                    "the sequence starts at " + start + ", which is not between " + minimum + " and " + maximum,
                    "change start, min or max");
        }
    }

    private void refuse(SourceSpan span, String message, String help) {
        scope.report.error(Codes.BAD_SEQUENCE, span, message, help);
    }

    private static long least(String type) {
        return switch (type) {
            case "smallint" -> Short.MIN_VALUE;
            case "integer" -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }

    private static long most(String type) {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }
}
