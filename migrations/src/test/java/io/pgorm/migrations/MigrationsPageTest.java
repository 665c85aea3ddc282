package io.pgorm.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.lint.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The tables of the page are those of the code. Run with {@code -Dpgorm.golden.update=true} to write them anew.
 */
class MigrationsPageTest {

    private static final Path PAGE = Path.of("MIGRATIONS.md");

    @Test
    void everyHazardAndEveryRuleStandsOnThePageAsTheCodeSaysIt() throws IOException {
        String page = Files.readString(PAGE);
        String expected = put("rules", rules(), put("hazards", hazards(), page));
        if (Boolean.getBoolean("pgorm.golden.update")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String put(String name, String table, String page) {
        String begin = "<!-- " + name + " -->\n";
        int start = page.indexOf(begin) + begin.length();
        return page.substring(0, start) + table + page.substring(page.indexOf("<!-- end -->", start));
    }

    private static String hazards() {
        return "| hazard | what may happen |\n| --- | --- |\n"
                + Arrays.stream(Hazard.values())
                        .map(hazard -> "| `" + hazard + "` | " + hazard.why() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String rules() {
        return "| rule | hazard | why | instead |\n| --- | --- | --- | --- |\n"
                + Arrays.stream(Rule.values())
                        .map(rule -> "| `" + rule.code() + "` | "
                                + rule.hazard()
                                        .map(hazard -> "`" + hazard + "`")
                                        .orElse("advice") + " | " + rule.why() + " | " + rule.cure() + " |\n")
                        .collect(Collectors.joining());
    }
}
