package io.pgorm.sdl.internal.write;

import io.pgorm.ir.SqlObject;
import java.util.List;
import java.util.Optional;

/** The {@code sql} blocks at the end of the text, each below the reason for it. */
final class WriteBlocks {

    private final Writing writing;

    WriteBlocks(Writing writing) {
        this.writing = writing;
    }

    /** @param own those of the schema itself; the others have been collected on the way */
    void write(List<SqlObject> own) {
        own.forEach(sql -> writing.blocks().add(sql, "the language has no words for it"));
        for (Blocks.Block block : writing.blocks().all()) {
            write(block);
        }
    }

    private void write(Blocks.Block block) {
        SqlObject sql = block.sql();
        Page page = writing.page();
        page.add("// " + block.reason() + "\n");
        page.add("sql " + Strings.line(sql.id()));
        phase(sql.phase()).ifPresent(word -> page.add(" at " + word));
        references("after", sql.after());
        references("before", sql.before());
        page.add(" " + Strings.body(sql.sql()));
        sql.undo().ifPresent(undo -> page.add(" down " + Strings.body(undo)));
        page.add("\n\n");
    }

    private static Optional<String> phase(SqlObject.Phase phase) {
        return switch (phase) {
            case EXTENSIONS -> Optional.of("extensions");
            case TYPES -> Optional.of("types");
            case FUNCTIONS -> Optional.of("functions");
            case TABLES -> Optional.of("tables");
            case INDEXES, FOREIGN_KEYS -> Optional.of("indexes");
            case SECURITY -> Optional.of("security");
            case COMMENTS -> Optional.empty();
        };
    }

    private void references(String word, List<SqlObject.Reference> references) {
        List<String> written = references.stream().map(this::reference).toList();
        if (!written.isEmpty()) {
            writing.page().add(" " + word + " " + Strings.list(written));
        }
    }

    private String reference(SqlObject.Reference reference) {
        Naming naming = writing.naming();
        return switch (reference) {
            case SqlObject.Reference.Block block -> Strings.line(block.id());
            case SqlObject.Reference.Named named ->
                naming.model(named.name())
                        .or(() -> naming.type(named.name()))
                        .or(() -> naming.sequence(named.name()))
                        .or(() -> naming.routineWord(named.name()))
                        .orElseGet(() -> Strings.line(Naming.qualified(named.name())));
        };
    }
}
