package io.pgorm.sdl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The schemas of the cases with a few tokens deleted, doubled, swapped or replaced, or cut off; the same for a seed. */
final class MutatedSchemas {

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

    private final Random random;
    private final List<List<String>> seeds = new ArrayList<>();

    MutatedSchemas(long seed) throws IOException {
        random = new Random(seed);
        for (Path folder : Stream.concat(GoldenCasesTest.folders("valid"), GoldenCasesTest.folders("invalid"))
                .toList()) {
            StringBuilder text = new StringBuilder();
            SourceFile.read(folder).forEach(file -> text.append(file.text()));
            seeds.add(tokens(text.toString()));
        }
    }

    String next() {
        return mutate(seeds.get(random.nextInt(seeds.size())));
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
