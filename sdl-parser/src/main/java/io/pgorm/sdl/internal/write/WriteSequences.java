package io.pgorm.sdl.internal.write;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SequenceOptions;
import java.util.OptionalLong;

/** Sequences that stand alone. */
final class WriteSequences {

    private final Writing writing;

    WriteSequences(Writing writing) {
        this.writing = writing;
    }

    void write(Sequence sequence) {
        Page page = writing.page();
        ObjectName object = ObjectName.of(ObjectName.Kind.SEQUENCE, sequence.name());
        String name = writing.naming().sequence(sequence.name()).orElseThrow();
        int start = page.mark();
        page.documentation(Comments.documentation(writing, object, sequence.comment()), "");
        page.add("sequence ").add(name, writing.naming().namePiece(sequence.name()));
        SequenceOptions options = sequence.options();
        options.type()
                .ifPresent(type -> page.add(" @as(" + writing.types().write(new ColumnType.Raw(type, false)) + ")"));
        option("start", options.start());
        option("increment", options.increment());
        option("min", options.minimum());
        option("max", options.maximum());
        option("cache", options.cache());
        page.add(options.cycle() ? " @cycle" : "").add(sequence.unlogged() ? " @unlogged" : "");
        sequence.ownedBy()
                .ifPresent(owner -> page.add(" @ownedBy("
                        + writing.naming().model(owner.table()).orElse(Strings.line(Naming.qualified(owner.table())))
                        + "." + writing.naming().field(owner.table(), owner.column()) + ")"));
        page.add(new BlockEnd(writing).attributes(sequence.name(), name, object) + "\n\n")
                .close(start, Declared.piece(sequence.name()));
    }

    private void option(String name, OptionalLong value) {
        value.ifPresent(number -> writing.page().add(" @" + name + "(" + number + ")"));
    }
}
