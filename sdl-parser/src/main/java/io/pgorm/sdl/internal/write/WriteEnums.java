package io.pgorm.sdl.internal.write;

import io.pgorm.ir.EnumType;
import io.pgorm.ir.ObjectName;

/** Enums. */
final class WriteEnums {

    private final Writing writing;

    WriteEnums(Writing writing) {
        this.writing = writing;
    }

    void write(EnumType type) {
        Page page = writing.page();
        ObjectName object = ObjectName.of(ObjectName.Kind.TYPE, type.name());
        int start = page.mark();
        page.documentation(Comments.documentation(writing, object, type.comment()), "");
        String name = writing.naming().type(type.name()).orElseThrow();
        page.add("enum ").add(name, writing.naming().namePiece(type.name())).add(" {\n");
        for (EnumType.Value value : type.values()) {
            String word = writing.enums().word(type, value.label()).orElseThrow();
            page.documentation(value.comment(), "  ");
            page.add("  " + word + (word.equals(value.label()) ? "" : " @map(" + Strings.line(value.label()) + ")")
                    + "\n");
        }
        int members = page.mark();
        new BlockEnd(writing).write(type.name(), name, object);
        if (page.mark() > members) {
            page.blankLineAt(members);
        }
        page.add("}\n\n").close(start, Declared.piece(type.name()));
    }
}
