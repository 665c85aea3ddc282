package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.SqlText;
import io.pgorm.sdl.internal.resolve.NameIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The indexes of a table or a materialized view. */
final class WriteIndexes {

    private final Writing writing;
    private final QualifiedName table;

    WriteIndexes(Writing writing, QualifiedName table) {
        this.writing = writing;
        this.table = table;
    }

    /** 0 without its name, 1 with it, 2 for SQL of its own. */
    static Piece piece(QualifiedName table, Index index) {
        return Piece.of("index", table, index.name(), 2);
    }

    void write(List<Index> indexes) {
        for (Index index : indexes) {
            Piece piece = piece(table, index);
            if (writing.levels().of(piece) > 1) {
                writing.blocks()
                        .add(
                                "index " + table.schema() + "." + index.name(),
                                SqlObject.Phase.INDEXES,
                                IndexText.statement(table, index),
                                writing.levels().reason(piece));
                continue;
            }
            ObjectName name = ObjectName.of(ObjectName.Kind.INDEX, new QualifiedName(table.schema(), index.name()));
            writing.line(
                    attribute(index, writing.levels().of(piece)),
                    writing.outside().comment(name),
                    piece);
        }
    }

    private String attribute(Index index, int level) {
        List<String> arguments = new ArrayList<>();
        arguments.add(writing.naming().keys(table, index.keys()));
        boolean unique = isUniqueWithCondition(index);
        if (!index.method().equals("btree")) {
            arguments.add("type: " + index.method().toUpperCase(Locale.ROOT));
        }
        if (index.unique() && !unique) {
            arguments.add("unique: true");
        }
        if (index.nullsNotDistinct()) {
            arguments.add("nullsNotDistinct: true");
        }
        perKey(index.keys(), arguments);
        index.where().map(SqlText::render).ifPresent(where -> arguments.add("where: " + Strings.text(where)));
        if (!index.include().isEmpty()) {
            arguments.add("include: " + writing.naming().fields(table, index.include()));
        }
        if (!index.with().isEmpty()) {
            List<String> parameters = index.with().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                    .toList();
            arguments.add("with: { " + String.join(", ", parameters) + " }");
        }
        List<String> parts = new ArrayList<>(
                NameIndex.parts(index.keys().stream().map(Index.Key::target).toList()));
        parts.addAll(index.include());
        boolean usual = index.name().equals(table.name() + "_" + String.join("_", parts) + "_idx");
        if (!usual || level > 0 || writing.repeated().contains(index.name())) {
            arguments.add("name: " + Strings.line(index.name()));
        }
        return (unique ? "@@unique(" : "@@index(") + String.join(", ", arguments) + ")";
    }

    /** A unique key that holds for some rows only is an index to PostgreSQL and a key to a person. */
    private static boolean isUniqueWithCondition(Index index) {
        return index.unique()
                && index.where().isPresent()
                && index.method().equals("btree")
                && index.with().isEmpty()
                && index.keys().stream()
                        .allMatch(key -> key.target() instanceof Index.ColumnTarget
                                && key.equals(Index.Key.of(((Index.ColumnTarget) key.target()).column())));
    }

    /** Collations, operator classes and orders, one for each key where any has one. */
    static void perKey(List<Index.Key> keys, List<String> arguments) {
        each("collate", keys, key -> key.collation().map(WriteColumns::name), arguments);
        each("ops", keys, key -> key.operatorClass().map(Strings::name), arguments);
        each("sort", keys, WriteIndexes::sort, arguments);
    }

    private static void each(
            String parameter,
            List<Index.Key> keys,
            Function<Index.Key, Optional<String>> read,
            List<String> arguments) {
        List<Optional<String>> values = keys.stream().map(read).toList();
        if (values.stream().anyMatch(Optional::isPresent)) {
            String missing = parameter.equals("sort") ? "Asc" : "_";
            arguments.add(parameter + ": "
                    + Strings.oneOrList(
                            values.stream().map(value -> value.orElse(missing)).toList()));
        }
    }

    private static Optional<String> sort(Index.Key key) {
        if (key.order().isEmpty() && key.nulls().isEmpty()) {
            return Optional.empty();
        }
        String order = key.order().orElse(Index.Order.ASC) == Index.Order.DESC ? "Desc" : "Asc";
        return Optional.of(order
                + key.nulls()
                        .map(nulls -> nulls == Index.Nulls.FIRST ? "NullsFirst" : "NullsLast")
                        .orElse(""));
    }
}
