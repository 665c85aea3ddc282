package io.pgorm.sdl.internal.write;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import io.pgorm.ir.spi.Written;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
        Set<String> repeated,
        Page page) {

    /** Names that several constraints, indexes or tables have, so that none of them goes without saying. */
    static Set<String> repeated(Schema schema) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        Consumer<String> take = name -> {
            if (!seen.add(name)) {
                repeated.add(name);
            }
        };
        for (Table table : schema.tables()) {
            take.accept(table.name().name());
            table.constraints().forEach(constraint -> take.accept(constraint.name()));
            table.indexes().forEach(index -> take.accept(index.name()));
        }
        for (View view : schema.views()) {
            take.accept(view.name().name());
            view.indexes().forEach(index -> take.accept(index.name()));
        }
        return repeated;
    }

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
