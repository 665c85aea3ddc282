package io.pgorm.sdl;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CodesTest {

    /** A failure of the compiler itself has no case: {@link SchemaCompilerTest} shows it. */
    private static final Set<Codes> WITHOUT_CASE = EnumSet.of(Codes.INTERNAL_ERROR);

    @Test
    void eachCodeIsShownByACase() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path folder : Stream.concat(GoldenCasesTest.folders("invalid"), GoldenCasesTest.folders("valid"))
                .toList()) {
            GoldenCasesTest.compile(folder).diagnostics().stream()
                    .map(Diagnostic::code)
                    .forEach(shown::add);
        }
        Set<String> wanted = EnumSet.complementOf(EnumSet.copyOf(WITHOUT_CASE)).stream()
                .map(Codes::code)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).isEqualTo(wanted);
    }

    @Test
    void noTwoMeaningsShareACode() {
        List<String> codes = Arrays.stream(Codes.values()).map(Codes::code).toList();
        assertThat(codes).doesNotHaveDuplicates().isSorted().allMatch(code -> code.matches("PGO\\d{4}"));
        assertThat(Codes.values()).allSatisfy(code -> assertThat(code.meaning()).isNotBlank());
    }
}
