package io.pgorm.sdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What holds for every text: {@code -Dpgorm.fuzz.seed} and {@code -Dpgorm.fuzz.rounds} choose others. */
final class SchemaFormatterFuzzTest {

    private static final int ROUNDS = Integer.getInteger("pgorm.fuzz.rounds", 2000);
    private static final long SEED = Long.getLong("pgorm.fuzz.seed", 20261121);
    private static final long MOST_MILLIS = 2000;

    @Test
    void aSchemaThatIsRightSaysTheSameWhenItIsFormatted() {
        SchemaCompiler compiler = new SchemaCompiler(List.of());
        for (long seed = SEED; seed < SEED + ROUNDS / 4; seed++) {
            String source = RandomSchema.of(seed);
            Compilation compilation = compiler.compile(List.of(new SourceFile("a.pgorm", source)));
            assertThat(compilation.hasErrors())
                    .as("seed %s:%n%s%n%s", seed, source, compilation.print())
                    .isFalse();
            SameSchema.check(source, format(source, "seed " + seed));
        }
    }

    @Test
    void noTextMakesTheFormatterFailOrLoseAnything() throws IOException {
        MutatedSchemas schemas = new MutatedSchemas(SEED);
        int readable = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String source = schemas.next();
            String formatted = format(source, "seed " + SEED + ", round " + round);
            if (SchemaFormatter.format(new SourceFile("a.pgorm", source))
                    .errors()
                    .isEmpty()) {
                readable++;
                SameSchema.check(source, formatted);
            } else {
                assertThat(formatted).isEqualTo(source);
            }
        }
        assertThat(readable).isGreaterThan(ROUNDS / 20);
    }

    private static String format(String source, String what) {
        long start = System.nanoTime();
        try {
            return SchemaFormatter.format(new SourceFile("a.pgorm", source)).text();
        } catch (RuntimeException e) {
            throw new AssertionError(what + ":\n" + source, e);
        } finally {
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                    .as(what)
                    .isLessThan(MOST_MILLIS);
        }
    }
}
