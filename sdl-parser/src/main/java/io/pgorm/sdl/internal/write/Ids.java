package io.pgorm.sdl.internal.write;

import io.pgorm.ir.ObjectName;
import java.util.Locale;

/** Ids of blocks: what they are about, readable. Stateless. */
final class Ids {

    private Ids() {}

    static String of(ObjectName object) {
        String name = object.name().schema().isEmpty()
                ? object.name().name()
                : object.name().schema() + "." + object.name().name();
        String arguments = switch (object.kind()) {
            case FUNCTION, PROCEDURE, AGGREGATE -> "(" + String.join(", ", object.argumentTypes()) + ")";
            default -> "";
        };
        return object.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + name
                + object.part().map(part -> "." + part).orElse("") + arguments;
    }
}
