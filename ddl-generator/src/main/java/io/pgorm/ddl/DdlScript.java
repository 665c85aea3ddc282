package io.pgorm.ddl;

import io.pgorm.ddl.internal.SqlBuilder;
import java.util.List;

/** DDL as the text of a file that people read and {@code psql} runs. Stateless. */
public final class DdlScript {

    private DdlScript() {}

    /**
     * The statements in their order, each ended by a semicolon. A statement of several lines stands between empty
     * lines; those of one line stand together.
     *
     * @return the empty string for no statements, else a text that ends with a line feed
     */
    public static String render(List<DdlStatement> statements) {
        StringBuilder script = new StringBuilder();
        boolean afterBlock = false;
        for (DdlStatement statement : statements) {
            boolean block = statement.sql().indexOf('\n') >= 0;
            if (!script.isEmpty() && (block || afterBlock)) {
                script.append('\n');
            }
            script.append(statement.sql());
            // Such a comment would swallow the semicolon.
            if (SqlBuilder.endsInLineComment(statement.sql())) {
                script.append('\n');
            }
            script.append(";\n");
            afterBlock = block;
        }
        return script.toString();
    }
}
