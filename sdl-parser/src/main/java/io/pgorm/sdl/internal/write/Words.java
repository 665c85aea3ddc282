package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.Constraint.ReferentialAction;
import java.util.Optional;

/** Words for the constants of the IR. Stateless. */
final class Words {

    private Words() {}

    static Optional<String> action(ReferentialAction action) {
        return switch (action) {
            case NO_ACTION -> Optional.empty();
            case RESTRICT -> Optional.of("Restrict");
            case CASCADE -> Optional.of("Cascade");
            case SET_NULL -> Optional.of("SetNull");
            case SET_DEFAULT -> Optional.of("SetDefault");
        };
    }

    static Optional<String> deferral(Constraint.Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> Optional.empty();
            case DEFERRABLE -> Optional.of("deferrable: true");
            case INITIALLY_DEFERRED -> Optional.of("deferrable: deferred");
        };
    }
}
