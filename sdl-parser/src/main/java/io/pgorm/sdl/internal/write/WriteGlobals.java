package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Extension;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Role;
import io.pgorm.ir.SessionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands outside of schemas: extensions, schemas themselves, roles, the session. */
final class WriteGlobals {

    private final Writing writing;

    WriteGlobals(Writing writing) {
        this.writing = writing;
    }

    void write(Extension extension) {
        Page page = writing.page();
        int start = page.mark();
        page.documentation(
                writing.outside().comment(ObjectName.global(ObjectName.Kind.EXTENSION, extension.name())), "");
        page.add("extension " + Strings.name(extension.name()));
        extension
                .schema()
                .filter(schema -> !schema.equals(QualifiedName.DEFAULT_SCHEMA))
                .ifPresent(schema -> page.add(" @schema(" + Strings.name(schema) + ")"));
        page.add("\n\n").close(start, piece("extension", extension.name()));
    }

    private static Piece piece(String kind, String name) {
        return Piece.of(kind, QualifiedName.of(name), 0);
    }

    void write(Namespace namespace) {
        Page page = writing.page();
        ObjectName object = ObjectName.global(ObjectName.Kind.SCHEMA, namespace.name());
        int start = page.mark();
        page.documentation(Comments.documentation(writing, object, namespace.comment()), "");
        String word = word(namespace.name());
        List<String> attributes = new ArrayList<>();
        if (!NamesBack.isSnakeOf(word, namespace.name())) {
            attributes.add("@@map(" + Strings.line(namespace.name()) + ")");
        }
        attributes.addAll(writing.outside().attributes(object, "@@"));
        attributes.addAll(writing.outside().defaults(Optional.empty(), Optional.of(namespace.name()), "@@"));
        page.add("schema " + word);
        if (!attributes.isEmpty()) {
            page.add(" {\n");
            attributes.forEach(attribute -> page.add("  " + attribute + "\n"));
            page.add("}");
        }
        page.add("\n\n").close(start, piece("schema", namespace.name()));
    }

    void write(Role role) {
        Page page = writing.page();
        ObjectName object = ObjectName.global(ObjectName.Kind.ROLE, role.name());
        int start = page.mark();
        page.documentation(writing.outside().comment(object), "");
        String word = word(role.name());
        page.add("role " + word);
        flag(role.login(), "login");
        flag(role.superuser(), "superuser");
        flag(role.createRole(), "createRole");
        flag(role.createDatabase(), "createDatabase");
        flag(!role.inherit(), "noInherit");
        flag(role.replication(), "replication");
        flag(role.bypassRowSecurity(), "bypassRowSecurity");
        if (!role.memberOf().isEmpty()) {
            page.add(" @memberOf("
                    + Strings.list(role.memberOf().stream().map(Strings::name).toList()) + ")");
        }
        if (!NamesBack.isSnakeOf(word, role.name())) {
            page.add(" @map(" + Strings.line(role.name()) + ")");
        }
        writing.outside().attributes(object, "@").forEach(each -> page.add(" " + each));
        writing.outside()
                .defaults(Optional.of(role.name()), Optional.empty(), "@")
                .forEach(each -> page.add(" " + each));
        page.add("\n\n").close(start, piece("role", role.name()));
    }

    private void flag(boolean present, String word) {
        writing.page().add(present ? " @" + word : "");
    }

    /** A schema or a role keeps its name where that is a word. */
    private static String word(String name) {
        return Strings.isWord(name) && NamesBack.isSnakeOf(name, name) ? name : NamesBack.field(name);
    }

    void write(SessionType session) {
        Page page = writing.page();
        page.add(session.external() ? "session external {\n" : "session {\n");
        for (SessionType.Field field : session.fields()) {
            page.add("  " + field.name() + "  " + writing.types().write(field.type()) + (field.nullable() ? "?" : "")
                    + "\n");
        }
        page.add("}\n\n");
    }
}
