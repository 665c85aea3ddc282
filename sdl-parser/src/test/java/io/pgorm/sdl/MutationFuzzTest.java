package io.pgorm.sdl;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The schemas of the cases with a few tokens deleted, doubled, swapped or replaced, or cut off: whatever comes out, the compiler
 * says something about it and does not fail. The same seed gives the same texts.
 */
final class MutationFuzzTest {

    private static final int ROUNDS = Integer.getInteger("pgorm.fuzz.rounds", 4000);
    private static final long SEED = Long.getLong("pgorm.fuzz.seed", 20261121);
    private static final long MOST_MILLIS = 2000;
    private static final Pattern TOKEN =
            Pattern.compile("\"\"\"|\"[^\"\\n]*\"|[\\p{L}_][\\p{L}\\p{N}_]*|\\d+|@@|\\s+|.", Pattern.DOTALL);
    private static final List<String> STRANGERS = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "@",
            "@@",
            ",",
            ":",
            "?",
            ".",
            "\"",
            "\"\"\"",
            "\\",
            "'",
            ";",
            "\n",
            "///",
            "//",
            "\u0000",
            "\ud83d\ude00",
            "\ud800",
            "\u200b",
            "model",
            "enum",
            "session",
            "view",
            "sql",
            "0",
            "-1",
            "1e9999999999",
            "{{",
            "\"{id}\"",
            "\"{\"",
            "\"$$\"",
            "\"/*\"",
            "Int",
            "id",
            "fields",
            "[]",
            "é",
            "\r",
            "\"auth.x()\"",
            "_",
            "class",
            "Serial",
            "@relation",
            "@id",
            "@@index",
            "extension",
            "99999999999999999999");

    private final Random random = new Random(SEED);

    @Test
    void noTextMakesTheCompilerFail() throws IOException {
        List<List<String>> seeds = new ArrayList<>();
        for (Path folder : Stream.concat(GoldenCasesTest.folders("valid"), GoldenCasesTest.folders("invalid"))
                .toList()) {
            StringBuilder text = new StringBuilder();
            SourceFile.read(folder).forEach(file -> text.append(file.text()));
            seeds.add(tokens(text.toString()));
        }
        SchemaCompiler compiler = new SchemaCompiler(List.of(new GeoExtension()));
        for (int round = 0; round < ROUNDS; round++) {
            String text = mutate(seeds.get(random.nextInt(seeds.size())));
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

    private String mutate(List<String> seed) {
        List<String> tokens = new ArrayList<>(seed);
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes && tokens.size() > 2; i++) {
            int at = random.nextInt(tokens.size());
            switch (random.nextInt(7)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, STRANGERS.get(random.nextInt(STRANGERS.size())));
                case 2 -> tokens.set(at, STRANGERS.get(random.nextInt(STRANGERS.size())));
                case 3 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
                case 4 -> {
                    int other = random.nextInt(tokens.size());
                    String kept = tokens.get(at);
                    tokens.set(at, tokens.get(other));
                    tokens.set(other, kept);
                }
                case 5 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
                default -> {
                    if (random.nextInt(4) == 0) {
                        tokens.subList(at, tokens.size()).clear();
                    }
                }
            }
        }
        return String.join("", tokens);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }
}
