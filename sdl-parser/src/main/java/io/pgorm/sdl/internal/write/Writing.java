package io.pgorm.sdl.internal.write;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.Written;
import java.util.List;
import java.util.Optional;

/**
 * What the writers of all kinds of objects share during one attempt.
 *
 * @param schema what is left to be said in the words of the language itself
 * @param attributes what extensions of the language say
 */
record Writing(
        Schema schema,
        Naming naming,
        TypeWords types,
        EnumWords enums,
        DefaultWords defaults,
        Levels levels,
        Outside outside,
        Blocks blocks,
        List<Written.Attribute> attributes,
        Page page) {

    /** What extensions say of a table or view itself. */
    List<Written.Attribute> attributesOf(QualifiedName table) {
        return attributes.stream()
                .filter(each -> each.on().equals(table) && each.column().isEmpty())
                .toList();
    }

    /** What extensions say of a column. */
    List<Written.Attribute> attributesOf(QualifiedName table, String column) {
        return attributes.stream()
                .filter(each -> each.on().equals(table) && each.column().equals(Optional.of(column)))
                .toList();
    }

    /** A line of its own in a block, with its documentation. */
    void line(String text, Optional<String> documentation, Piece piece) {
        int from = page.mark();
        page.documentation(documentation, "  ");
        page.add("  " + text + "\n").close(from, piece);
    }

    void lines(List<String> texts, Piece piece) {
        texts.forEach(text -> line(text, Optional.empty(), piece));
    }
}
