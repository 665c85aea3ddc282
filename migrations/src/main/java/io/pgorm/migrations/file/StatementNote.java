package io.pgorm.migrations.file;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.PlannedStatement;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The comment line before a statement that we wrote. Immutable.
 *
 * @param object what the statement is about: {@code table posts}
 * @param lock the strongest lock on what was there before
 */
public record StatementNote(String object, Lock lock, Set<Hazard> hazards) {

    private static final Pattern LINE =
            Pattern.compile("-- (.+): (?:no lock|lock ([A-Z_]+))(?:, hazards ([A-Z_, ]+))?");

    public StatementNote {
        object = object.replaceAll("\\R", " ");
        hazards = hazards.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(hazards));
    }

    static StatementNote of(PlannedStatement statement) {
        return new StatementNote(statement.object(), statement.lock(), statement.hazards());
    }

    /** The note in a line; none where a person wrote it. */
    static Optional<StatementNote> parse(String line) {
        Matcher match = LINE.matcher(line.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            Lock lock = match.group(2) == null ? Lock.NONE : Lock.valueOf(match.group(2));
            Set<Hazard> hazards = match.group(3) == null ? Set.of() : HazardNames.parse(match.group(3));
            return Optional.of(new StatementNote(String.valueOf(match.group(1)), lock, hazards));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String line() {
        String hazardous = hazards.isEmpty()
                ? ""
                : ", hazards " + hazards.stream().map(Hazard::name).collect(Collectors.joining(", "));
        return "-- " + object + ": " + (lock == Lock.NONE ? "no lock" : "lock " + lock) + hazardous;
    }
}
