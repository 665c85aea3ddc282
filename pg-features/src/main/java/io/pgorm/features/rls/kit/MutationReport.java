package io.pgorm.features.rls.kit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which mutants the tests noticed.
 *
 * @param caughtBy the tests that first noticed them, by the mutants
 * @param living the mutants that no test noticed
 */
public record MutationReport(Map<Mutant, String> caughtBy, List<Mutant> living) {

    public MutationReport {
        living = List.copyOf(living);
    }

    /** @throws AssertionError if a mutant lives; it names them all */
    public void requireAllCaught() {
        if (!living.isEmpty()) {
            throw new AssertionError(living.size() + " mutants of the policies live; no test would notice:\n"
                    + living.stream()
                            .map(mutant -> "  " + mutant + "\n    " + mutant.sql())
                            .collect(Collectors.joining("\n"))
                    + "\nAdd a test that fails under each, or name the mutant in ignoring(...) with the reason");
        }
    }

    @Override
    public String toString() {
        return caughtBy.size() + " mutants caught, " + living.size() + " living " + living;
    }
}
