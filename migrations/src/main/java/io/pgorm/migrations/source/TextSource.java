package io.pgorm.migrations.source;

import io.pgorm.database.ScratchOptions;
import io.pgorm.sdl.SourceFile;
import java.sql.SQLException;
import java.util.List;

/** Schema text that is at hand and need not be in a file yet. */
public record TextSource(List<SourceFile> files) implements SchemaSource {

    public TextSource {
        files = List.copyOf(files);
    }

    @Override
    public String describe() {
        return files.isEmpty() ? "no text" : files.getFirst().name();
    }

    @Override
    public LoadedSource load(ScratchOptions scratch) throws SQLException {
        return PgormSource.load(this, files, scratch);
    }
}
