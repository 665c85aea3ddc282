package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SequenceOptions;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The columns of a table as fields. */
final class WriteColumns {

    private final Writing writing;
    private final Table table;
    private final WriteConstraints constraints;

    WriteColumns(Writing writing, Table table, WriteConstraints constraints) {
        this.writing = writing;
        this.table = table;
        this.constraints = constraints;
    }

    void write(Column column) {
        Page page = writing.page();
        Naming naming = writing.naming();
        String name = naming.field(table.name(), column.name());
        Piece whole = Piece.of("column", table.name(), column.name(), 0);
        int start = page.mark();
        page.documentation(
                Comments.documentation(
                        writing,
                        ObjectName.part(ObjectName.Kind.COLUMN, table.name(), column.name()),
                        column.comment()),
                "  ");
        page.add("  ")
                .add(name, Piece.of("name", table.name(), column.name(), 3))
                .add("  ");
        Piece type = Piece.of("type of", table.name(), column.name(), 1);
        page.add(
                (writing.levels().of(type) == 0
                                ? writing.types().writeField(column.type())
                                : writing.types().writeRaw(column.type()))
                        + (column.nullable() ? "?" : ""),
                type);
        constraints.onField(column.name());
        value(column);
        if (!NamesBack.isSnakeOf(name, column.name())) {
            page.add(" @map(" + Strings.line(column.name()) + ")");
        }
        column.collation().ifPresent(collation -> page.add(" @collate(" + name(collation) + ")"));
        column.storage()
                .ifPresent(storage -> page.add(" @storage(" + storage.name().toLowerCase(Locale.ROOT) + ")"));
        column.compression().ifPresent(compression -> page.add(" @compression(" + compression + ")"));
        if (column.inherited()) {
            page.add(" @inherited");
        }
        for (Written.Attribute attribute : writing.attributesOf(table.name(), column.name())) {
            page.add(" ").add(attribute.text(), Piece.of("attribute", table.name(), attribute.text(), 0));
        }
        writing.outside()
                .attributes(ObjectName.part(ObjectName.Kind.COLUMN, table.name(), column.name()), "@")
                .forEach(attribute -> page.add(" " + attribute));
        page.add("\n").close(start, whole);
    }

    static String name(QualifiedName collation) {
        boolean plain =
                collation.schema().equals("pg_catalog") || collation.schema().equals(QualifiedName.DEFAULT_SCHEMA);
        return Strings.line(plain ? collation.name() : collation.schema() + "." + collation.name());
    }

    private void value(Column column) {
        Piece piece = Piece.of("value of", table.name(), column.name(), 1);
        Page page = writing.page();
        switch (column.value()) {
            case ColumnValue.None none -> {}
            case ColumnValue.Default(SqlText expression) -> {
                ColumnType type = writing.types().known(column.type());
                page.add(" ")
                        .add(
                                "@default("
                                        + writing.defaults()
                                                .write(
                                                        type,
                                                        expression.render(),
                                                        writing.levels().of(piece))
                                        + ")",
                                piece);
            }
            case ColumnValue.Identity identity -> page.add(" ").add(identity(identity), piece);
            case ColumnValue.Generated(SqlText expression, boolean stored) ->
                page.add(" ")
                        .add(
                                "@generated(" + Strings.text(expression.render()) + (stored ? "" : ", stored: false")
                                        + ")",
                                piece);
        }
    }

    private String identity(ColumnValue.Identity identity) {
        List<String> arguments = new ArrayList<>();
        if (!identity.always()) {
            arguments.add("byDefault");
        }
        arguments.addAll(options(identity.options()));
        identity.sequence().ifPresent(name -> arguments.add("sequence: " + Strings.line(Naming.qualified(name))));
        if (arguments.equals(List.of("byDefault"))) {
            return "@default(autoincrement())";
        }
        return arguments.isEmpty() ? "@identity" : "@identity(" + String.join(", ", arguments) + ")";
    }

    private static List<String> options(SequenceOptions options) {
        List<String> written = new ArrayList<>();
        option("start", options.start(), written);
        option("increment", options.increment(), written);
        option("min", options.minimum(), written);
        option("max", options.maximum(), written);
        option("cache", options.cache(), written);
        if (options.cycle()) {
            written.add("cycle: true");
        }
        return written;
    }

    private static void option(String name, OptionalLong value, List<String> written) {
        value.ifPresent(number -> written.add(name + ": " + number));
    }

    /** For a field of something that is no table. */
    static Optional<String> map(String field, String inDatabase) {
        return NamesBack.isSnakeOf(field, inDatabase)
                ? Optional.empty()
                : Optional.of("@map(" + Strings.line(inDatabase) + ")");
    }
}
