package io.pgorm.migrations.file;

import io.pgorm.ddl.plan.Hazard;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of hazards as people write them. Stateless. */
public final class HazardNames {

    private HazardNames() {}

    /**
     * Reads names with commas or blanks between them, in any case.
     *
     * @throws IllegalArgumentException if one is no hazard's
     */
    public static Set<Hazard> parse(String text) {
        Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
        for (String name : text.strip().split("[,\\s]+")) {
            if (!name.isEmpty()) {
                hazards.add(parseOne(name));
            }
        }
        return Collections.unmodifiableSet(hazards);
    }

    private static Hazard parseOne(String name) {
        return Arrays.stream(Hazard.values())
                .filter(hazard -> hazard.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no hazard " + name + "; there are " + print(EnumSet.allOf(Hazard.class))));
    }

    /** The names in the order of the enumeration, with commas between them. */
    public static String print(Collection<Hazard> hazards) {
        return hazards.stream().sorted().map(Hazard::name).collect(Collectors.joining(", "));
    }
}
