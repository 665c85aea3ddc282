package io.pgorm.migrations.diff;

import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.sdl.write.SchemaWriter;
import java.util.List;

/** Two schemas in the words of the language, one as a patch of the other. Stateless. */
public final class SchemaPatch {

    private SchemaPatch() {}

    /**
     * The lines in which they differ, with three around each change.
     *
     * @param extensions those whose words may be used
     * @return lines that begin with a minus stand in the first only, those with a plus in the second; empty where both
     *     say the same
     */
    public static String between(Schema first, Schema second, List<SchemaExtension> extensions) {
        return LineDiff.of(lines(first, extensions), lines(second, extensions));
    }

    private static List<String> lines(Schema schema, List<SchemaExtension> extensions) {
        return SchemaWriter.write(schema, extensions, SchemaPatch::ddl)
                .text()
                .lines()
                .toList();
    }

    /** The statements that make objects for which the language has no words. */
    private static List<String> ddl(Schema objects) {
        return DdlGenerator.generate(objects, List.of()).stream()
                .map(DdlStatement::sql)
                .toList();
    }
}
