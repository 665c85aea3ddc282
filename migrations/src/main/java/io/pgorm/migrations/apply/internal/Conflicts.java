package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.file.Migration;
import io.pgorm.migrations.file.MigrationFile;
import io.pgorm.migrations.file.MigrationFolder;
import io.pgorm.migrations.file.MigrationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Migrations of different branches that touch the same object: each was tried without the other. That they are of
 * different branches is told by the line of the later one that names what was there when it was written, or by the
 * earlier one coming after the later one was applied. Stateless.
 */
final class Conflicts {

    private Conflicts() {}

    /** @param applied the versions that are applied */
    static List<String> of(MigrationFolder folder, Set<MigrationVersion> applied) {
        List<String> conflicts = new ArrayList<>();
        List<Migration> all = folder.migrations();
        for (int later = 1; later < all.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (areOfTwoBranches(all.get(earlier), all.get(later), applied)) {
                    add(all.get(earlier).up(), all.get(later).up(), conflicts);
                }
            }
        }
        return conflicts;
    }

    private static boolean areOfTwoBranches(Migration earlier, Migration later, Set<MigrationVersion> applied) {
        boolean earlierIsApplied = applied.contains(earlier.version());
        boolean laterIsApplied = applied.contains(later.version());
        if (earlierIsApplied && laterIsApplied) {
            return false;
        }
        return laterIsApplied
                || later.up()
                        .head()
                        .after()
                        .filter(after -> after.compareTo(earlier.version()) < 0)
                        .isPresent();
    }

    private static void add(MigrationFile earlier, MigrationFile later, List<String> conflicts) {
        Set<String> both = new TreeSet<>(earlier.objects());
        both.retainAll(later.objects());
        if (!both.isEmpty()) {
            conflicts.add(earlier.fileName() + " and " + later.fileName() + " both touch " + String.join(", ", both)
                    + ", and neither was made with the other in mind");
        }
    }
}
