package io.pgorm.sdl.write;

import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.sdl.internal.write.WriteSchema;
import java.util.List;
import java.util.function.Function;

/**
 * Writes a schema as a careful person would: the other way of {@link io.pgorm.sdl.SchemaCompiler}. What is compiled
 * from the text makes the database that the schema came from. Stateless.
 *
 * <p>The compiler is the judge: the text is compiled, and what it refuses, or understands otherwise, is said again in
 * plainer words, at last in SQL. The extensions are asked in the reverse order of their names, since they rewrite a
 * schema in that order: the last to change it is the first to take its part out of it.
 */
public final class SchemaWriter {

    private SchemaWriter() {}

    /**
     * The schema as text. What cannot be said in the words of the language and of the extensions becomes a {@code sql}
     * block; nothing is left out, and nothing is thrown.
     *
     * @param schema as a catalog holds it; models in it are not looked at
     * @param extensions those that will be installed where the text is compiled
     * @param ddl the statements that make the objects of a schema, for what becomes SQL; without a final semicolon
     */
    public static WrittenSchema write(
            Schema schema, List<SchemaExtension> extensions, Function<Schema, List<String>> ddl) {
        return WriteSchema.write(schema, extensions, ddl);
    }
}
