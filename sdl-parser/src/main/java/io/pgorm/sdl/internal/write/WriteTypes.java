package io.pgorm.sdl.internal.write;

import io.pgorm.ir.CompositeType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Composite types, ranges and domains. */
final class WriteTypes {

    private final Writing writing;

    WriteTypes(Writing writing) {
        this.writing = writing;
    }

    void write(CompositeType type) {
        Page page = writing.page();
        ObjectName object = ObjectName.of(ObjectName.Kind.TYPE, type.name());
        String name = writing.naming().type(type.name()).orElseThrow();
        int start = start("type", type.name(), name, object, type.comment());
        page.add(" {\n");
        for (CompositeType.Attribute attribute : type.attributes()) {
            String field = writing.naming().field(type.name(), attribute.name());
            ObjectName part = ObjectName.part(ObjectName.Kind.COLUMN, type.name(), attribute.name());
            page.documentation(Comments.documentation(writing, part, attribute.comment()), "  ");
            page.add("  " + field + "  " + writing.types().write(attribute.type()));
            attribute.collation().ifPresent(each -> page.add(" @collate(" + WriteColumns.name(each) + ")"));
            WriteColumns.map(field, attribute.name()).ifPresent(map -> page.add(" " + map));
            page.add("\n");
        }
        end(start, type.name(), name, object);
    }

    void write(RangeType type) {
        ObjectName object = ObjectName.of(ObjectName.Kind.TYPE, type.name());
        String name = writing.naming().type(type.name()).orElseThrow();
        int start = start("type", type.name(), name, object, type.comment());
        List<String> arguments = new ArrayList<>();
        arguments.add(writing.types().write(type.subtype()));
        name("multirange", type.multirange(), arguments);
        name("operatorClass", type.operatorClass(), arguments);
        type.collation().ifPresent(each -> arguments.add("collate: " + WriteColumns.name(each)));
        type.canonical()
                .ifPresent(
                        each -> arguments.add("canonical: " + writing.naming().routine(each)));
        type.difference()
                .ifPresent(each -> arguments.add("difference: "
                        + (each.schema().equals("pg_catalog")
                                ? Strings.name(each.name())
                                : writing.naming().routine(each))));
        writing.page().add(" {\n  @@range(" + String.join(", ", arguments) + ")\n");
        end(start, type.name(), name, object);
    }

    private static void name(String parameter, Optional<QualifiedName> name, List<String> arguments) {
        name.ifPresent(each -> arguments.add(parameter + ": "
                + Strings.line(each.schema().equals("pg_catalog") ? each.name() : Naming.qualified(each))));
    }

    void write(DomainType type) {
        Page page = writing.page();
        ObjectName object = ObjectName.of(ObjectName.Kind.DOMAIN, type.name());
        String name = writing.naming().type(type.name()).orElseThrow();
        int start = start("domain", type.name(), name, object, type.comment());
        page.add(" " + writing.types().write(type.base()));
        type.collation().ifPresent(each -> page.add(" @collate(" + WriteColumns.name(each) + ")"));
        if (type.notNull()) {
            page.add(" @notNull");
        }
        type.defaultValue().ifPresent(each -> {
            Piece piece = Piece.of("value of", type.name(), 1);
            String value = writing.defaults()
                    .write(
                            writing.types().known(type.base()),
                            each.render(),
                            writing.levels().of(piece));
            page.add(" ").add("@default(" + value + ")", piece);
        });
        for (Constraint.Check check : type.checks()) {
            check(type, check);
        }
        page.add(new BlockEnd(writing).attributes(type.name(), name, object) + "\n\n")
                .close(start, Declared.piece(type.name()));
    }

    private void check(DomainType type, Constraint.Check check) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Strings.text(render(check.expression())));
        Piece named = Piece.of("name of", type.name(), check.name(), 1);
        boolean usual = check.name().equals(type.name().name() + "_check");
        if (!usual || writing.levels().of(named) > 0) {
            arguments.add("name: " + Strings.line(check.name()));
        }
        if (!check.validated()) {
            arguments.add("notValid: true");
        }
        writing.page().add(" ").add("@check(" + String.join(", ", arguments) + ")", named);
    }

    private static String render(SqlText expression) {
        return expression.render();
    }

    private int start(String word, QualifiedName type, String name, ObjectName object, Optional<String> comment) {
        int start = writing.page().mark();
        writing.page().documentation(Comments.documentation(writing, object, comment), "");
        writing.page().add(word + " ").add(name, writing.naming().namePiece(type));
        return start;
    }

    private void end(int start, QualifiedName type, String name, ObjectName object) {
        int members = writing.page().mark();
        new BlockEnd(writing).write(type, name, object);
        if (writing.page().mark() > members) {
            writing.page().blankLineAt(members);
        }
        writing.page().add("}\n\n").close(start, Declared.piece(type));
    }
}
