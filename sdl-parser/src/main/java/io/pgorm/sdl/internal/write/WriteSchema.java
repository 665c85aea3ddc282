package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.Compilation;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SchemaFormatter;
import io.pgorm.sdl.SourceFile;
import io.pgorm.sdl.internal.resolve.Vocabulary;
import io.pgorm.sdl.write.WrittenSchema;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes, compiles, and writes again what the compiler took otherwise, until the two agree. Stateless. */
public final class WriteSchema {

    /** Each attempt makes at least one piece plainer; a schema that needs more is beyond help. */
    private static final int ATTEMPTS = 100;

    /** What is said of names. */
    private static final Set<String> NAME_CODES = Set.of(
            Codes.DUPLICATE_NAME.code(),
            Codes.JAVA_NAME_TAKEN.code(),
            Codes.RESERVED_NAME.code(),
            Codes.BAD_NAME_STYLE.code(),
            Codes.DATABASE_NAME_TAKEN.code());

    private static final String FILE = "written.pgorm";

    private WriteSchema() {}

    public static WrittenSchema write(
            Schema schema, List<SchemaExtension> extensions, Function<Schema, List<String>> ddl) {
        List<SchemaExtension> byName = extensions.stream()
                .sorted(Comparator.comparing(SchemaExtension::name))
                .toList();
        Vocabulary vocabulary = new Vocabulary(byName);
        Schema folded = Fold.fold(schema, vocabulary);
        SchemaCompiler compiler = new SchemaCompiler(extensions);
        Levels levels = new Levels();
        Attempt attempt = new Attempt(folded, byName.reversed(), vocabulary, levels, ddl);
        attempt.write();
        for (int i = 1; i < ATTEMPTS && lower(attempt, folded, compiler, levels); i++) {
            attempt = new Attempt(folded, byName.reversed(), vocabulary, levels, ddl);
            attempt.write();
        }
        String text = SchemaFormatter.format(new SourceFile(FILE, attempt.page().text()))
                .text();
        return new WrittenSchema(text, attempt.blocks().summary());
    }

    /** Whether there is something to say more plainly the next time. */
    private static boolean lower(Attempt attempt, Schema meant, SchemaCompiler compiler, Levels levels) {
        Compilation compilation =
                compiler.compile(List.of(new SourceFile(FILE, attempt.page().text())));
        Set<String> lowered = new HashSet<>();
        if (compilation.hasErrors()) {
            compilation.diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .forEach(error -> levels.lower(pieces(attempt, error), error.message(), lowered));
        } else {
            Differences.find(meant, compilation.orThrow(), attempt.relations())
                    .forEach(pieces -> levels.lower(pieces, "the compiler understands it otherwise", lowered));
        }
        attempt.unsaid()
                .forEach(piece -> levels.lower(
                        List.of(piece), "no extension of the language has words for its partitions", lowered));
        return !lowered.isEmpty();
    }

    /** The pieces around an error; another name helps only where a name is wrong. */
    private static List<Piece> pieces(Attempt attempt, Diagnostic error) {
        return attempt.page().at(error.span()).stream()
                .filter(piece -> NAME_CODES.contains(error.code()) || !piece.isName())
                .toList();
    }
}
