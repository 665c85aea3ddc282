package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The order in which keys and indexes of one table get other names. What is in the way of a name steps aside: it goes
 * later, or gets another name itself. Mutable; for one table.
 */
final class PartitionNames {

    private final List<Part> parts = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();

    /** From one name to another. */
    record Move(Kind kind, String from, String to) {}

    private static final class Part {

        private final Kind kind;
        private final String first;
        private String now;

        private Part(Kind kind, String first) {
            this.kind = kind;
            this.first = first;
            this.now = first;
        }
    }

    PartitionNames(Table table) {
        table.constraints().forEach(each -> parts.add(new Part(Kind.CONSTRAINT, each.name())));
        table.indexes().forEach(each -> parts.add(new Part(Kind.INDEX, each.name())));
    }

    /**
     * @param wanted the names that parts get
     * @param taken whether something in the schema has a name
     * @param free gives a name that nothing has, like the given one
     */
    void give(Map<String, String> wanted, String schema, Predicate<QualifiedName> taken, UnaryOperator<String> free) {
        wanted.forEach((from, to) -> {
            boolean own = parts.stream().anyMatch(part -> part.first.equals(to));
            if (own || !taken.test(new QualifiedName(schema, to))) {
                called(to).ifPresent(holder -> move(holder, free.apply(to)));
                parts.stream().filter(part -> part.first.equals(from)).forEach(part -> move(part, to));
            }
        });
    }

    private Optional<Part> called(String name) {
        return parts.stream().filter(part -> part.now.equals(name)).findFirst();
    }

    private void move(Part part, String to) {
        moves.add(new Move(part.kind, part.now, to));
        part.now = to;
    }

    /** One after the other. */
    List<Move> moves() {
        return moves;
    }

    /** Of those of a kind that have another name in the end, the first and the last one. */
    Map<String, String> changed(Kind kind) {
        Map<String, String> changed = new TreeMap<>();
        parts.stream()
                .filter(part -> part.kind == kind && !part.now.equals(part.first))
                .forEach(part -> changed.put(part.first, part.now));
        return changed;
    }
}
