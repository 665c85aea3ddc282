package io.pgorm.ddl.plan;

import io.pgorm.ddl.plan.internal.LikelyRenames;
import io.pgorm.ddl.plan.internal.PlanRenames;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Rename;
import io.pgorm.ir.Schema;
import java.util.List;

/**
 * What has to be renamed before all else. A plan knows objects by their names, so that these statements are run first,
 * the state is read again, and the plan begins there. Immutable.
 *
 * @param statements in order, none where all has been renamed already
 * @param undo what takes them back, in order: to be run after the way back
 * @param notes renames that do nothing, and why; one line for each
 */
public record Renames(List<PlannedStatement> statements, List<PlannedStatement> undo, List<String> notes) {

    public Renames {
        statements = List.copyOf(statements);
        undo = List.copyOf(undo);
        notes = List.copyOf(notes);
    }

    /**
     * Something that goes beside something that comes and looks the same: perhaps it only has another name.
     *
     * @param before the object that goes
     * @param after the object that comes
     */
    public record Likely(ObjectName before, ObjectName after) {

        /** For people, with what they can write. */
        public String text() {
            String kind = before.kind().sql().toLowerCase(java.util.Locale.ROOT);
            String old = before.part().orElse(before.name().name());
            return kind + " " + shown(before) + " goes and " + shown(after)
                    + " comes with the same structure; if that is a rename, say so with "
                    + (before.part().isPresent() ? "@" : "@@") + "renamedFrom(\"" + old + "\")";
        }

        private static String shown(ObjectName name) {
            return name.name() + name.part().map(part -> "." + part).orElse("");
        }
    }

    /**
     * Plans the renames that a schema speaks of. One whose old name is gone and whose new one is there has been done;
     * one of which there is neither does nothing, with a note. Names that are exchanged in a circle are exchanged each
     * time, for nothing shows that it has been done: they must be said once only.
     *
     * @param before the state of the database
     * @param said what the wanted schema says of former names; see {@link Schema#objects(Class)}
     * @throws UnsupportedChangeException if both names are taken, and the old one is not renamed away itself
     */
    public static Renames plan(Planner.State before, List<Rename> said) {
        return PlanRenames.of(before.schema(), before.dependencies(), said);
    }

    /**
     * What looks like a rename between two states: one object that goes beside one, and only one, that comes with the
     * same structure.
     */
    public static List<Likely> likely(Planner.State before, Planner.State after) {
        return LikelyRenames.between(before, after);
    }
}
