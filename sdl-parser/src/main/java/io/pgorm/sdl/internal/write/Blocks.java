package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.write.WrittenSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What becomes a {@code sql} block at the end of the text, each with its reason. For one thread. */
final class Blocks {

    private final Function<Schema, List<String>> ddl;
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    record Block(SqlObject sql, String reason) {}

    /** @param ddl the statements that make the objects of a schema */
    Blocks(Function<Schema, List<String>> ddl) {
        this.ddl = ddl;
    }

    /** An object as the statements that make it. */
    void add(String id, SqlObject.Phase phase, SchemaObject object, String reason) {
        add(id, phase, String.join(";\n", ddl(object)), reason);
    }

    /** The statements that make the object. */
    List<String> ddl(SchemaObject object) {
        return ddl.apply(Schema.EMPTY.plus(List.of(object)));
    }

    void add(String id, SqlObject.Phase phase, String sql, String reason) {
        add(new SqlObject(id, phase, sql, Optional.empty(), SourceSpan.NONE), reason);
    }

    /** A block under its id, or where that is taken under that and a number. */
    void add(SqlObject sql, String reason) {
        String id = sql.id();
        for (int i = 2; !ids.add(id); i++) {
            id = sql.id() + " " + i;
        }
        blocks.add(new Block(
                new SqlObject(id, sql.phase(), sql.sql(), sql.undo(), sql.after(), sql.before(), sql.span()), reason));
    }

    List<Block> all() {
        return List.copyOf(blocks);
    }

    List<WrittenSchema.Block> summary() {
        return blocks.stream()
                .map(block -> new WrittenSchema.Block(block.sql().id(), block.reason()))
                .toList();
    }
}
