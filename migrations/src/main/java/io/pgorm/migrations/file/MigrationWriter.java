package io.pgorm.migrations.file;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.migrations.diff.Way;
import io.pgorm.migrations.file.MigrationName.Kind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Plans as the files of a migration, which psql and Flyway run as we do. Immutable. */
public final class MigrationWriter {

    private final MigrationVersion version;
    private final String slug;
    private final Set<Hazard> allowed;
    private final List<String> remarks;
    private final Optional<MigrationVersion> after;

    /**
     * @param slug as in {@link MigrationName}
     * @param allowed the hazards that were accepted
     * @param remarks lines for people, which stand at the beginning
     */
    public MigrationWriter(MigrationVersion version, String slug, Set<Hazard> allowed, List<String> remarks) {
        this(version, slug, allowed, remarks, Optional.empty());
    }

    /** @param after the newest version that is there already; none where it is the first */
    public MigrationWriter(
            MigrationVersion version,
            String slug,
            Set<Hazard> allowed,
            List<String> remarks,
            Optional<MigrationVersion> after) {
        this.version = version;
        this.slug = slug;
        this.allowed = Set.copyOf(allowed);
        this.remarks = List.copyOf(remarks);
        this.after = after;
    }

    /** A migration, and how it is taken back or why it cannot be. */
    public WrittenMigration write(Plan up, Way down) {
        return switch (down) {
            case Way.Planned(Plan plan) -> write(up, plan);
            case Way.Impossible(String reason) -> write(up, reason);
        };
    }

    /** A migration that can be taken back. */
    public WrittenMigration write(Plan up, Plan down) {
        return write(up, down, Optional.empty());
    }

    /** A migration that cannot be taken back, for a reason of one line. */
    public WrittenMigration write(Plan up, String irreversible) {
        return write(up, new Plan(List.of()), Optional.of(irreversible));
    }

    private WrittenMigration write(Plan up, Plan down, Optional<String> irreversible) {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        add(Kind.DOWN, down, irreversible, files);
        add(Kind.UP, up, Optional.empty(), files);
        return new WrittenMigration(version, files);
    }

    private void add(Kind kind, Plan plan, Optional<String> irreversible, SequencedMap<String, String> files) {
        MigrationName name = new MigrationName(kind, Optional.of(version), slug);
        String body = PlanScript.of(plan);
        String settings = settings(plan, body);
        if (!settings.isEmpty()) {
            files.put(name.file() + MigrationName.SETTINGS_SUFFIX, settings);
        }
        files.put(name.file(), head(name, plan, irreversible) + body);
    }

    private String head(MigrationName name, Plan plan, Optional<String> irreversible) {
        Set<Hazard> accepted = EnumSet.noneOf(Hazard.class);
        accepted.addAll(plan.hazards());
        accepted.retainAll(allowed);
        StringBuilder head = new StringBuilder();
        head.append("-- ").append(name.kind() == Kind.DOWN ? "undo: " : "").append(name.description());
        head.append('\n');
        remarks.forEach(remark ->
                head.append("-- ").append(remark.replaceAll("\\s*\\R\\s*", " ")).append('\n'));
        new MigrationHead(
                        true,
                        plan.hazards(),
                        accepted,
                        irreversible,
                        name.kind() == Kind.UP ? after : Optional.empty(),
                        List.of())
                .lines()
                .forEach(line -> head.append(line).append('\n'));
        return head.toString();
    }

    private static String settings(Plan plan, String body) {
        StringBuilder settings = new StringBuilder();
        if (!PlanScript.isOneTransaction(plan)) {
            settings.append(MigrationFile.EXECUTE_IN_TRANSACTION).append("=false\n");
        }
        // in the body of a function it is no placeholder of Flyway's
        if (body.contains("${")) {
            settings.append("placeholderReplacement=false\n");
        }
        return settings.toString();
    }
}
