package io.pgorm.sdl.internal.write;

import io.pgorm.ir.QualifiedName;

/** Objects in other schemas than public. Stateless. */
final class Elsewhere {

    private Elsewhere() {}

    static void write(Writing writing, String schema) {
        if (!schema.equals(QualifiedName.DEFAULT_SCHEMA)) {
            writing.page().add("  @@schema(" + Strings.name(schema) + ")\n");
        }
    }

    /** Behind a declaration on one line. */
    static String attribute(String schema) {
        return schema.equals(QualifiedName.DEFAULT_SCHEMA) ? "" : " @schema(" + Strings.name(schema) + ")";
    }
}
