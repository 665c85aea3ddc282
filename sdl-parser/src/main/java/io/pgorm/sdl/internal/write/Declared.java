package io.pgorm.sdl.internal.write;

import io.pgorm.ir.QualifiedName;

/** Declarations of which nothing smaller can be said more plainly. Stateless. */
final class Declared {

    private Declared() {}

    /** 0 for a declaration, 1 for SQL of its own. */
    static Piece piece(QualifiedName name) {
        return Piece.of("declaration", name, 1);
    }
}
