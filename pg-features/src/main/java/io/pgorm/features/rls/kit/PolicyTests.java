package io.pgorm.features.rls.kit;

import io.pgorm.client.AbstractDb;
import io.pgorm.features.rls.kit.internal.Mutants;
import io.pgorm.features.rls.kit.internal.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sentences about the policies of a database, tried one by one, and against mutants of the policies.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> policies() {
 *     return tests.all().map(test -> dynamicTest(test.name(), () -> tests.check(test)));
 * }
 *
 * @Test
 * void everyMutantIsCaught() {
 *     tests.mutants().requireAllCaught();
 * }
 * }</pre>
 *
 * <p>Immutable. Nothing of what is tried stays in the database. While mutants are tried their tables are locked.
 *
 * @param <D> the generated client
 */
public final class PolicyTests<D extends AbstractDb<D>> {

    private final PolicyKit<D> kit;
    private final List<PolicyTest<D>> tests;
    private final Map<String, String> ignored;

    PolicyTests(PolicyKit<D> kit, List<PolicyTest<D>> tests, Map<String, String> ignored) {
        this.kit = kit;
        this.tests = List.copyOf(tests);
        this.ignored = Map.copyOf(ignored);
    }

    /** Each of them, for a test framework to name. */
    public Stream<PolicyTest<D>> all() {
        return tests.stream();
    }

    /** The same without the tests of this name, or names that begin so. */
    public PolicyTests<D> without(String name) {
        return new PolicyTests<>(
                kit,
                tests.stream().filter(test -> !test.name().startsWith(name)).toList(),
                ignored);
    }

    /**
     * Lets a mutant live that is no mistake.
     *
     * @param mutant its name, as the report gives it
     * @param why for readers
     */
    public PolicyTests<D> ignoring(String mutant, String why) {
        Map<String, String> more = new LinkedHashMap<>(ignored);
        more.put(mutant, why);
        return new PolicyTests<>(kit, tests, more);
    }

    /** @throws AssertionError if it does not hold */
    public void check(PolicyTest<D> test) {
        try (Stage<D> stage = kit.stage()) {
            failure(stage, test).ifPresent(message -> {
                throw new AssertionError(message);
            });
        }
    }

    /** @throws AssertionError if one of them does not hold; it names all that do not */
    public void checkAll() {
        try (Stage<D> stage = kit.stage()) {
            requireHolding(stage);
        }
    }

    /**
     * Tries the tests against each mutant of the policies of the database, until one of them fails.
     *
     * @throws AssertionError if a test fails without any mutant
     * @throws IllegalArgumentException if a mutant that is ignored does not exist
     */
    public MutationReport mutants() {
        try (Stage<D> stage = kit.stage()) {
            requireHolding(stage);
            List<Mutant> mutants = Mutants.of(stage.superuser());
            requireKnown(mutants);
            Map<Mutant, String> caught = new LinkedHashMap<>();
            List<Mutant> living = new ArrayList<>();
            for (Mutant mutant : mutants) {
                if (!ignored.containsKey(mutant.name())) {
                    caughtBy(stage, mutant).ifPresentOrElse(test -> caught.put(mutant, test), () -> living.add(mutant));
                }
            }
            return new MutationReport(caught, living);
        }
    }

    private Optional<String> caughtBy(Stage<D> stage, Mutant mutant) {
        return stage.undone(() -> {
            stage.superuser().execute(mutant.sql());
            return tests.stream()
                    .filter(test -> failure(stage, test).isPresent())
                    .map(PolicyTest::name)
                    .findFirst();
        });
    }

    private void requireKnown(List<Mutant> mutants) {
        List<String> names = mutants.stream().map(Mutant::name).toList();
        ignored.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "there is no mutant \"" + name + "\" to ignore; there are " + names);
                });
    }

    private void requireHolding(Stage<D> stage) {
        List<String> failures =
                tests.stream().flatMap(test -> failure(stage, test).stream()).toList();
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
    }

    private Optional<String> failure(Stage<D> stage, PolicyTest<D> test) {
        Outcome outcome = stage.attempt(test.caller(), test.attempt());
        boolean holds = switch (outcome.kind()) {
            case ALLOWED -> test.allowed();
            case HIDDEN, REFUSED, NO_GRANT -> !test.allowed();
            case FAILED, NOT_APPLICABLE -> false;
        };
        return holds ? Optional.empty() : Optional.of("\"" + test + "\" does not hold: " + words(outcome));
    }

    private static String words(Outcome outcome) {
        return switch (outcome.kind()) {
            case ALLOWED -> "it is allowed";
            case HIDDEN -> "a policy hides the row";
            case REFUSED -> "a policy refuses the new row";
            case NO_GRANT -> "the role lacks the privilege";
            case FAILED -> "PostgreSQL refused for another reason, SQLSTATE " + outcome.sqlState();
            case NOT_APPLICABLE -> "the table has no primary key";
        };
    }
}
