package io.pgorm.sdl;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The schemas of the cases with a few tokens deleted, doubled, swapped or replaced, or cut off: whatever comes out, the compiler
 * says something about it and does not fail. The same seed gives the same texts.
 */
final class MutationFuzzTest {

    private static final int ROUNDS = Integer.getInteger("pgorm.fuzz.rounds", 4000);
    private static final long SEED = Long.getLong("pgorm.fuzz.seed", 20261121);
    private static final long MOST_MILLIS = 2000;

    @Test
    void noTextMakesTheCompilerFail() throws IOException {
        MutatedSchemas schemas = new MutatedSchemas(SEED);
        SchemaCompiler compiler = new SchemaCompiler(List.of(new GeoExtension()));
        for (int round = 0; round < ROUNDS; round++) {
            String text = schemas.next();
            long start = System.nanoTime();
            Compilation compilation = compiler.compile(List.of(new SourceFile("fuzz.pgorm", text)));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            String what = "seed " + SEED + ", round " + round + ":\n" + text;
            assertThat(millis).as(what).isLessThan(MOST_MILLIS);
            assertThat(compilation.hasErrors())
                    .as(what)
                    .isNotEqualTo(compilation.schema().isPresent());
            compilation.diagnostics().forEach(diagnostic -> check(diagnostic, text, what));
            assertThat(compilation.print()).as(what).doesNotContain("mismatched input", "no viable alternative");
        }
    }

    private static void check(Diagnostic diagnostic, String text, String what) {
        assertThat(diagnostic.code()).as(what + "\n" + diagnostic).isNotEqualTo(Codes.INTERNAL_ERROR.code());
        assertThat(diagnostic.message()).as(what).isNotBlank().doesNotContain("<EOF>");
        SourceSpan span = diagnostic.span();
        assertThat(span.isPresent()).as(what + "\n" + diagnostic).isTrue();
        assertThat(span.line()).as(what).isLessThanOrEqualTo((int) text.lines().count() + 1);
        boolean forward =
                span.endLine() > span.line() || span.endLine() == span.line() && span.endColumn() >= span.column();
        assertThat(forward).as(what + "\n" + diagnostic).isTrue();
    }
}
