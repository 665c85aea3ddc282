package io.pgorm.sdl.internal.write;

import io.pgorm.ir.QualifiedName;

/**
 * Something that can be said in several ways: in the best words first, and where the compiler refuses those, in plainer
 * ones.
 *
 * @param id names it, the same at each attempt
 * @param levels how many plainer ways there are
 */
record Piece(String id, int levels) {

    static Piece of(String kind, QualifiedName owner, String part, int levels) {
        return new Piece(kind + " " + owner.sql() + "." + part, levels);
    }

    static Piece of(String kind, QualifiedName name, int levels) {
        return new Piece(kind + " " + name.sql(), levels);
    }

    /** Whether it is what something is called in the text. */
    boolean isName() {
        return id.startsWith("name ") && !id.startsWith("name of ");
    }
}
