package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Column;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.Written;
import io.pgorm.sdl.internal.write.Relations.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table as a model. */
final class WriteModels {

    private final Writing writing;
    private final Relations relations;

    WriteModels(Writing writing, Relations relations) {
        this.writing = writing;
        this.relations = relations;
    }

    /** 0 for a model, 1 for SQL of its own. */
    static Piece piece(QualifiedName table) {
        return Piece.of("table", table, 1);
    }

    void write(Table table) {
        Page page = writing.page();
        String name = writing.naming().model(table.name()).orElseThrow();
        Optional<String> comment = table.comment().filter(Strings::fitsDocumentation);
        if (comment.isEmpty()) {
            Comments.asBlock(writing, ObjectName.of(ObjectName.Kind.TABLE, table.name()), table.comment());
        }
        int start = page.mark();
        page.documentation(comment, "");
        page.add("model ").add(name, writing.naming().namePiece(table.name())).add(" {\n");
        List<Relation> keys = relations.of(table.name());
        WriteConstraints constraints = new WriteConstraints(
                writing, table, keys.stream().map(Relation::key).toList());
        WriteColumns columns = new WriteColumns(writing, table, constraints);
        for (Column column : table.columns()) {
            columns.write(column);
            keys.stream()
                    .filter(relation -> lastColumn(table, relation.key()).equals(column.name()))
                    .forEach(relation -> key(table, relation));
        }
        relations.to(table.name()).forEach(this::back);
        relations.joins().forEach(join -> join(table.name(), join));
        int members = page.mark();
        if (!NamesBack.isTableOf(name, table.name().name())) {
            page.add("  @@map(" + Strings.line(table.name().name()) + ")\n");
        }
        Elsewhere.write(writing, table.name().schema());
        constraints.write();
        new WriteIndexes(writing, table.name()).write(table.indexes());
        new WriteStorage(writing, table).write();
        for (Written.Attribute attribute : writing.attributesOf(table.name())) {
            writing.line(
                    attribute.text(),
                    attribute.documentation(),
                    Piece.of("attribute", table.name(), attribute.text(), 0));
        }
        writing.lines(
                writing.outside().attributes(ObjectName.of(ObjectName.Kind.TABLE, table.name()), "@@"),
                Piece.of("outside", table.name(), 0));
        if (page.mark() > members) {
            page.blankLineAt(members);
        }
        page.add("}\n\n").close(start, piece(table.name()));
    }

    private static String lastColumn(Table table, Constraint.ForeignKey key) {
        return table.columns().stream()
                .map(Column::name)
                .filter(key.columns()::contains)
                .reduce((first, second) -> second)
                .orElse("");
    }

    private void key(Table table, Relation relation) {
        Constraint.ForeignKey key = relation.key();
        Naming naming = writing.naming();
        List<String> arguments = new ArrayList<>();
        relation.name().ifPresent(name -> arguments.add(Strings.line(name)));
        arguments.add("fields: " + naming.fields(table.name(), key.columns()));
        arguments.add("references: " + naming.fields(key.target(), key.targetColumns()));
        Words.action(key.onDelete()).ifPresent(word -> arguments.add("onDelete: " + word));
        Words.action(key.onUpdate()).ifPresent(word -> arguments.add("onUpdate: " + word));
        Words.deferral(key.deferral()).ifPresent(arguments::add);
        if (key.matchFull()) {
            arguments.add("match: full");
        }
        if (!key.validated()) {
            arguments.add("notValid: true");
        }
        String usual = table.name().name() + "_" + String.join("_", key.columns()) + "_fkey";
        if (!key.name().equals(usual)
                || writing.levels().of(namePiece(table, key)) > 0
                || writing.repeated().contains(key.name())) {
            arguments.add("map: " + Strings.line(key.name()));
        }
        String type = naming.model(key.target()).orElseThrow() + (relation.optional() ? "?" : "");
        field(relation.field(), type, "@relation(" + String.join(", ", arguments) + ")", relation.piece());
    }

    static Piece namePiece(Table table, Constraint constraint) {
        return Piece.of("name of", table.name(), constraint.name(), 1);
    }

    private void back(Relation relation) {
        String model = writing.naming().model(relation.table().name()).orElseThrow();
        String name = relation.name()
                .map(each -> "@relation(" + Strings.line(each) + ")")
                .orElse("");
        field(relation.back().orElseThrow(), model + (relation.unique() ? "?" : "[]"), name, relation.piece());
    }

    private void join(QualifiedName table, JoinTables.Join join) {
        String name =
                join.name().map(each -> "@relation(" + Strings.line(each) + ")").orElse("");
        Naming naming = writing.naming();
        if (join.candidate().first().equals(table)) {
            String model = naming.model(join.candidate().second()).orElseThrow();
            field(join.firstField(), model + "[]", name, join.piece());
        }
        if (join.candidate().second().equals(table)) {
            String model = naming.model(join.candidate().first()).orElseThrow();
            field(join.secondField(), model + "[]", name, join.piece());
        }
    }

    private void field(String name, String type, String attribute, Piece piece) {
        writing.line((name + "  " + type + "  " + attribute).stripTrailing(), Optional.empty(), piece);
    }
}
