package io.pgorm.migrations.source;

import io.pgorm.database.ScratchOptions;
import io.pgorm.migrations.script.ScriptRun;
import io.pgorm.migrations.script.SqlScript;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A file of SQL, such as {@code pg_dump --schema-only} writes. */
public record SqlFileSource(Path path) implements SchemaSource {

    @Override
    public String describe() {
        return path.toString();
    }

    @Override
    public LoadedSource load(ScratchOptions scratch) throws IOException, SQLException {
        SqlScript script = SqlScript.read(path);
        return ScratchLoad.load(this, scratch, script.extensions(), script.roles(), load -> {
            try (Connection connection = load.database().connect(Map.of("preferQueryMode", "simple"))) {
                ScriptRun run = new ScriptRun(connection);
                try {
                    run.run(script);
                } finally {
                    run.createdRoles().forEach(load::roleWasMade);
                    run.notes().forEach(load::note);
                }
            }
        });
    }
}
