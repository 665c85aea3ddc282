package io.pgorm.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The module table of the architecture as a test: an arrow never points back. */
class ModuleDependencyTest {

    /** The modules that each may depend on directly, by the last part of their base packages. */
    private static final Map<String, Set<String>> MAY_DEPEND_ON = Map.ofEntries(
            Map.entry("ir", Set.of()),
            Map.entry("sdl", Set.of("ir")),
            Map.entry("ddl", Set.of("ir")),
            Map.entry("database", Set.of("ir", "ddl")),
            Map.entry("migrations", Set.of("database", "ddl", "sdl")),
            Map.entry("jooq", Set.of("database", "sdl")),
            Map.entry("client", Set.of("ir")),
            Map.entry("features", Set.of("ir", "client")),
            Map.entry("maven", Set.of("jooq", "migrations")),
            Map.entry("cli", Set.of("jooq", "migrations")));

    private static final String ROOT = "io.pgorm.";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(MAY_DEPEND_ON.keySet().stream().map(ROOT::concat).toList());

    static Set<String> modules() {
        return new TreeSet<>(MAY_DEPEND_ON.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modules")
    void aModuleDependsOnlyOnThoseThatTheTableAllows(String module) {
        var forbidden = new TreeSet<>(MAY_DEPEND_ON.keySet());
        forbidden.removeAll(reachableFrom(module, new TreeSet<>()));
        noClasses()
                .that(resideInAPackage(ROOT + module + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages(forbidden)))
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void theRunTimeLibraryKnowsNoneOfTheTools() {
        noClasses()
                .that(resideInAnyPackage(ROOT + "client..", ROOT + "features..", ROOT + "ir.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.antlr..",
                        "org.jooq.codegen..",
                        "org.jooq.meta..",
                        "org.testcontainers..",
                        "io.zonky..",
                        "org.flywaydb.."))
                .check(OURS);
    }

    @Test
    void everyClassOfOursBelongsToAModule() {
        var strays = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.pgorm").stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !MAY_DEPEND_ON.containsKey(moduleOf(name)))
                        .toList();
        assertThat(strays).isEmpty();
    }

    /** A module, and everything that it may see through those that it depends on. */
    private static Set<String> reachableFrom(String module, Set<String> seen) {
        if (seen.add(module)) {
            MAY_DEPEND_ON.get(module).forEach(next -> reachableFrom(next, seen));
        }
        return seen;
    }

    private static String[] packages(Set<String> modules) {
        return modules.stream().map(module -> ROOT + module + "..").toArray(String[]::new);
    }

    private static String moduleOf(String packageName) {
        String below = packageName.startsWith(ROOT) ? packageName.substring(ROOT.length()) : packageName;
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
