package io.pgorm.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    private static List<String> lines(String text) {
        return text.chars().mapToObj(c -> String.valueOf((char) c)).toList();
    }

    @Test
    void equalTextsHaveNoDifference() {
        assertThat(LineDiff.of(lines("abc"), lines("abc"))).isEmpty();
        assertThat(LineDiff.of(List.of(), List.of())).isEmpty();
    }

    @Test
    void changesStandWithThreeLinesAroundThem() {
        assertThat(LineDiff.of(lines("abcdefghijklm"), lines("abcdXfghijklmn"))).isEqualTo("""
                @@ -2 +2 @@
                 b
                 c
                 d
                -e
                +X
                 f
                 g
                 h
                @@ -11 +11 @@
                 k
                 l
                 m
                +n
                """);
    }

    @Test
    void whatIsKeptAndAddedIsTheSecondTextAndWhatIsKeptAndTakenTheFirst() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            String first = text(random);
            String second = text(random);
            List<String> ours = new ArrayList<>();
            List<String> theirs = new ArrayList<>();
            // short texts are shown as a whole once they differ
            for (String line : LineDiff.of(lines(first), lines(second)).lines().toList()) {
                if (!line.startsWith("@@")) {
                    if (line.charAt(0) != '+') {
                        ours.add(line.substring(1));
                    }
                    if (line.charAt(0) != '-') {
                        theirs.add(line.substring(1));
                    }
                }
            }
            if (!first.equals(second)) {
                assertThat(first).contains(String.join("", ours));
                assertThat(second).contains(String.join("", theirs));
                assertThat(first.length() - ours.size()).isEqualTo(second.length() - theirs.size());
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append("abc".charAt(random.nextInt(3)));
        }
        return text.toString();
    }
}
