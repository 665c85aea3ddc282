package io.pgorm.migrations.lint;

import io.pgorm.migrations.recognize.TableChange;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the statements of a file before this one have done to constraints and timeouts. Used by one thread. */
final class FileState {

    private final NewObjects made = new NewObjects();
    private final Set<String> addedNow = new LinkedHashSet<>();
    private final Map<String, List<String>> notNullChecks = new LinkedHashMap<>();
    private final Set<String> provenNotNull = new LinkedHashSet<>();
    private boolean timeout;
    private boolean timeoutMissed;

    NewObjects made() {
        return made;
    }

    /** A group ends: what it locked is free. */
    void commit() {
        addedNow.clear();
    }

    void added(String table, TableChange.AddConstraint constraint) {
        String key = table + "." + constraint.name();
        addedNow.add(key);
        if (!constraint.notNullOf().isEmpty()) {
            notNullChecks.put(key, constraint.notNullOf());
            if (!constraint.notValid()) {
                constraint.notNullOf().forEach(column -> provenNotNull.add(table + "." + column));
            }
        }
    }

    /** Whether the constraint was added in the transaction that is open. */
    boolean wasAddedNow(String table, String constraint) {
        return addedNow.contains(table + "." + constraint);
    }

    void validated(String table, String constraint) {
        notNullChecks
                .getOrDefault(table + "." + constraint, List.of())
                .forEach(column -> provenNotNull.add(table + "." + column));
    }

    /** Whether a valid check says already that the column holds no null. */
    boolean isProvenNotNull(String table, String column) {
        return provenNotNull.contains(table + "." + column);
    }

    void timeoutIsSet() {
        timeout = true;
    }

    /** True the first time that a timeout would have been needed and was not set. */
    boolean missesTimeout() {
        boolean first = !timeout && !timeoutMissed;
        timeoutMissed |= first;
        return first;
    }
}
