package io.pgorm.sdl.internal.write;

import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;

/** What every block may end with: its name in the database, its schema, its owner, grants. */
final class BlockEnd {

    private final Writing writing;

    BlockEnd(Writing writing) {
        this.writing = writing;
    }

    void write(QualifiedName name, String word, ObjectName object) {
        if (!NamesBack.isSnakeOf(word, name.name())) {
            writing.page().add("  @@map(" + Strings.line(name.name()) + ")\n");
        }
        Elsewhere.write(writing, name.schema());
        writing.lines(writing.outside().attributes(object, "@@"), Piece.of("outside", name, 0));
    }

    /** The same behind a declaration on one line. */
    String attributes(QualifiedName name, String word, ObjectName object) {
        StringBuilder out = new StringBuilder();
        if (!NamesBack.isSnakeOf(word, name.name())) {
            out.append(" @map(").append(Strings.line(name.name())).append(")");
        }
        out.append(Elsewhere.attribute(name.schema()));
        writing.outside()
                .attributes(object, "@")
                .forEach(each -> out.append(' ').append(each));
        return out.toString();
    }
}
