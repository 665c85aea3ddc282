package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.MigrationEvent.Position;
import io.pgorm.migrations.file.MigrationFile;
import io.pgorm.migrations.file.MigrationGroup;
import io.pgorm.migrations.file.MigrationStatement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What is done or not done as a whole. Immutable.
 *
 * @param number from 1
 * @param of how many there are
 */
record Step(String script, int number, int of, Kind kind, List<MigrationStatement> statements) {

    /** How it is run. */
    enum Kind {
        /** All of it commits together, and its row in the journal with it. */
        TRANSACTION,
        /** One statement that the server refuses within a transaction. */
        OUTSIDE,
        /** One that sets something for those after it, so that it is run again whenever they are. */
        SETTING
    }

    Step {
        statements = List.copyOf(statements);
    }

    /** Whether a file is one transaction, whose row in the history commits with it. */
    static boolean isOneTransaction(List<Step> steps) {
        return steps.size() == 1 && steps.getFirst().kind() == Kind.TRANSACTION
                || steps.stream().allMatch(step -> step.kind() == Kind.SETTING);
    }

    /** The steps of a file. */
    static List<Step> of(String script, MigrationFile file) {
        List<MigrationGroup> groups = groups(file);
        List<Step> steps = new ArrayList<>();
        for (MigrationGroup group : groups) {
            steps.add(new Step(script, steps.size() + 1, groups.size(), kind(group), group.statements()));
        }
        return List.copyOf(steps);
    }

    private static List<MigrationGroup> groups(MigrationFile file) {
        List<MigrationGroup> groups = file.groups();
        boolean refused = groups.stream()
                .filter(MigrationGroup::transaction)
                .flatMap(group -> group.statements().stream())
                .anyMatch(LoneStatement::mustBeAlone);
        if (!refused || !file.isTransactional()) {
            return groups;
        }
        // so Flyway does too: a file that cannot be run in a transaction is run without, whatever its settings say
        Map<String, String> settings = Map.of(MigrationFile.EXECUTE_IN_TRANSACTION, "false");
        return new MigrationFile(file.path(), file.name(), file.head(), file.text(), settings).groups();
    }

    private static Kind kind(MigrationGroup group) {
        if (group.transaction()) {
            return Kind.TRANSACTION;
        }
        MigrationStatement only = group.statements().getFirst();
        if (LoneStatement.isSetting(only)) {
            return Kind.SETTING;
        }
        return LoneStatement.mustBeAlone(only) ? Kind.OUTSIDE : Kind.TRANSACTION;
    }

    /** The same, outside of a transaction. */
    Step outside() {
        return new Step(script, number, of, Kind.OUTSIDE, statements);
    }

    Position position(MigrationStatement statement) {
        return new Position(script, statement.line(), number, of, statement.sql());
    }

    /** Tells whether its statements are still the same. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (MigrationStatement statement : statements) {
                digest.update(statement.sql().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
