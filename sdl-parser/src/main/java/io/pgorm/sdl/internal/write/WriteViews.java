package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.View;
import io.pgorm.ir.spi.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Views, materialized or not. */
final class WriteViews {

    private static final String INVOKER = "security_invoker";

    private final Writing writing;

    WriteViews(Writing writing) {
        this.writing = writing;
    }

    void write(View view) {
        Page page = writing.page();
        ObjectName object = ObjectName.of(
                view.materialized() ? ObjectName.Kind.MATERIALIZED_VIEW : ObjectName.Kind.VIEW, view.name());
        String name = writing.naming().model(view.name()).orElseThrow();
        int start = page.mark();
        page.documentation(Comments.documentation(writing, object, view.comment()), "");
        page.add(view.materialized() ? "materialized view " : "view ");
        page.add(name, writing.naming().namePiece(view.name())).add(" {\n");
        view.columns().forEach(column -> column(view, column));
        int members = page.mark();
        if (!NamesBack.isTableOf(name, view.name().name())) {
            page.add("  @@map(" + Strings.line(view.name().name()) + ")\n");
        }
        Elsewhere.write(writing, view.name().schema());
        Optional<Index> key = key(view);
        boolean keyed = !view.materialized() || key.isPresent();
        boolean named = key.filter(index -> isNamed(view, index)).isPresent();
        if (keyed && (view.key().size() > 1 || named)) {
            page.add("  @@id(" + writing.naming().fields(view.name(), view.key())
                    + (named ? ", name: " + Strings.line(key.orElseThrow().name()) : "") + ")\n");
        }
        new WriteIndexes(writing, view.name())
                .write(view.indexes().stream()
                        .filter(index -> !isUniqueKey(index))
                        .toList());
        view.indexes().stream()
                .filter(index -> isUniqueKey(index) && !key.equals(Optional.of(index)))
                .forEach(index -> unique(view, index));
        String options = WriteStorage.parameters(options(view));
        page.add(options.isEmpty() ? "" : "  @@with(" + options + ")\n");
        page.add(view.materialized() && !view.populated() ? "  @@noData\n" : "");
        view.tablespace().ifPresent(each -> page.add("  @@tablespace(" + Strings.name(each) + ")\n"));
        view.accessMethod().ifPresent(each -> page.add("  @@accessMethod(" + Strings.name(each) + ")\n"));
        for (Written.Attribute attribute : writing.attributesOf(view.name())) {
            writing.line(
                    attribute.text(),
                    attribute.documentation(),
                    Piece.of("attribute", view.name(), attribute.text(), 0));
        }
        writing.lines(writing.outside().attributes(object, "@@"), Piece.of("outside", view.name(), 0));
        if (page.mark() > members && !view.columns().isEmpty()) {
            page.blankLineAt(members);
        }
        page.add("} as " + Strings.body(view.query().render()) + "\n\n").close(start, Declared.piece(view.name()));
    }

    private void column(View view, View.Column column) {
        Page page = writing.page();
        String field = writing.naming().field(view.name(), column.name());
        ObjectName part = ObjectName.part(ObjectName.Kind.COLUMN, view.name(), column.name());
        int start = page.mark();
        page.documentation(Comments.documentation(writing, part, column.comment()), "  ");
        page.add("  ").add(field, Piece.of("name", view.name(), column.name(), 3));
        page.add("  " + writing.types().write(column.type()) + (column.nullable() ? "?" : ""));
        boolean keyed = !view.materialized()
                || key(view).filter(index -> !isNamed(view, index)).isPresent();
        page.add(view.key().equals(List.of(column.name())) && keyed ? " @id" : "");
        WriteColumns.map(field, column.name()).ifPresent(map -> page.add(" " + map));
        writing.outside().attributes(part, "@").forEach(each -> page.add(" " + each));
        page.add("\n").close(start, Piece.of("column", view.name(), column.name(), 0));
    }

    /** The index that the key of a materialized view makes. */
    private Optional<Index> key(View view) {
        List<Index.Key> keys = view.key().stream().map(Index.Key::of).toList();
        return view.indexes().stream()
                .filter(index -> isUniqueKey(index)
                        && !index.nullsNotDistinct()
                        && index.keys().equals(keys))
                .findFirst();
    }

    /** Whether the index has another name than PostgreSQL would choose. */
    private boolean isNamed(View view, Index index) {
        String usual = view.name().name() + "_"
                + String.join("_", index.keys().stream().map(WriteViews::column).toList()) + "_idx";
        return !usual.equals(index.name())
                || writing.repeated().contains(index.name())
                || writing.levels().of(WriteIndexes.piece(view.name(), index)) > 0;
    }

    /** What a materialized view has in place of keys: a unique index over columns alone. */
    private static boolean isUniqueKey(Index index) {
        return index.unique()
                && index.method().equals("btree")
                && index.where().isEmpty()
                && index.with().isEmpty()
                && index.include().isEmpty()
                && index.keys().stream()
                        .allMatch(key -> key.target() instanceof Index.ColumnTarget(String column)
                                && key.equals(Index.Key.of(column)));
    }

    private void unique(View view, Index index) {
        Piece piece = WriteIndexes.piece(view.name(), index);
        boolean named = isNamed(view, index);
        ObjectName object = ObjectName.of(
                ObjectName.Kind.INDEX, new io.pgorm.ir.QualifiedName(view.name().schema(), index.name()));
        writing.line(
                "@@unique(" + writing.naming().keys(view.name(), index.keys())
                        + (index.nullsNotDistinct() ? ", nullsNotDistinct: true" : "")
                        + (named ? ", name: " + Strings.line(index.name()) : "") + ")",
                writing.outside().comment(object),
                piece);
    }

    private static String column(Index.Key key) {
        return key.target() instanceof Index.ColumnTarget(String column) ? column : "expr";
    }

    /** A view runs with the rights of its caller unless it says otherwise; PostgreSQL's own default is the other way. */
    private static Map<String, String> options(View view) {
        Map<String, String> options = new LinkedHashMap<>(view.options());
        if (!view.materialized()) {
            boolean invoker = Optional.ofNullable(options.remove(INVOKER))
                    .filter(value -> value.equals("true") || value.equals("on"))
                    .isPresent();
            if (!invoker) {
                options.put(INVOKER, "false");
            }
        }
        return options;
    }
}
