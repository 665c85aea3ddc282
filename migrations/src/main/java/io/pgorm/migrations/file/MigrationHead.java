package io.pgorm.migrations.file;

import io.pgorm.ddl.plan.Hazard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the comment lines at the beginning of a migration say. Immutable.
 *
 * @param ours whether it says anything about hazards: what is written by hand mostly does not
 * @param hazards all hazards of the file
 * @param allowed those that were accepted
 * @param irreversible why nothing can be taken back, in a file that would
 * @param after the newest version that was there when it was written: what lies between is of another branch
 * @param problems lines that begin as ours do and cannot be understood
 */
public record MigrationHead(
        boolean ours,
        Set<Hazard> hazards,
        Set<Hazard> allowed,
        Optional<String> irreversible,
        Optional<MigrationVersion> after,
        List<String> problems) {

    static final String HAZARDS = "-- pgorm:hazards";
    static final String ALLOW = "-- pgorm:allow";
    static final String IRREVERSIBLE = "-- pgorm:irreversible";
    static final String AFTER = "-- pgorm:after";
    private static final String NONE = "none";

    public MigrationHead {
        hazards = Set.copyOf(hazards);
        allowed = Set.copyOf(allowed);
        problems = List.copyOf(problems);
    }

    /** The hazards that nobody has accepted yet, in the order of the enumeration. */
    public Set<Hazard> unaccepted() {
        Set<Hazard> rest = EnumSet.noneOf(Hazard.class);
        rest.addAll(hazards);
        rest.removeAll(allowed);
        return Collections.unmodifiableSet(rest);
    }

    /** The lines as {@link #parse} reads them. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(HAZARDS + " " + (hazards.isEmpty() ? NONE : HazardNames.print(hazards)));
        if (!allowed.isEmpty()) {
            lines.add(ALLOW + " " + HazardNames.print(allowed));
        }
        irreversible.ifPresent(reason -> lines.add(IRREVERSIBLE + " " + reason.replaceAll("\\s*\\R\\s*", " ")));
        after.ifPresent(version -> lines.add(AFTER + " " + version));
        return lines;
    }

    static MigrationHead parse(String text) {
        Reading reading = new Reading();
        text.lines()
                .map(String::strip)
                .takeWhile(line -> line.isEmpty() || line.startsWith("--"))
                .filter(line -> line.startsWith("-- pgorm:"))
                .forEach(reading::line);
        return reading.head();
    }

    private static final class Reading {
        private boolean ours;
        private final Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
        private final Set<Hazard> allowed = EnumSet.noneOf(Hazard.class);
        private Optional<String> irreversible = Optional.empty();
        private Optional<MigrationVersion> after = Optional.empty();
        private final List<String> problems = new ArrayList<>();

        void line(String line) {
            try {
                if (line.startsWith(HAZARDS)) {
                    ours = true;
                    hazards.addAll(hazards(line.substring(HAZARDS.length())));
                } else if (line.startsWith(ALLOW)) {
                    allowed.addAll(hazards(line.substring(ALLOW.length())));
                } else if (line.startsWith(IRREVERSIBLE)) {
                    irreversible =
                            Optional.of(line.substring(IRREVERSIBLE.length()).strip());
                } else if (line.startsWith(AFTER)) {
                    after = Optional.of(
                            new MigrationVersion(line.substring(AFTER.length()).strip()));
                } else {
                    problems.add("not understood: " + line);
                }
            } catch (IllegalArgumentException e) {
                problems.add(line + ": " + e.getMessage());
            }
        }

        private static Set<Hazard> hazards(String list) {
            return list.strip().equals(NONE) ? Set.of() : HazardNames.parse(list);
        }

        MigrationHead head() {
            return new MigrationHead(ours, hazards, allowed, irreversible, after, problems);
        }
    }
}
