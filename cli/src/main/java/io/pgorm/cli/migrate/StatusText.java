package io.pgorm.cli.migrate;

import io.pgorm.migrations.apply.MigrationStatus;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status for people. Stateless. */
final class StatusText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private StatusText() {}

    static String print(MigrationStatus status) {
        StringBuilder text = new StringBuilder();
        int version =
                width(status.entries().stream().map(entry -> version(entry)).toList());
        int state = width(status.entries().stream().map(entry -> state(entry)).toList());
        for (MigrationStatus.Entry entry : status.entries()) {
            text.append(pad(version(entry), version))
                    .append("  ")
                    .append(pad(state(entry), state))
                    .append("  ");
            text.append(entry.description());
            if (entry.installedOn() != null) {
                text.append("  (")
                        .append(time(entry.installedOn()))
                        .append(by(entry.installedBy()))
                        .append(')');
            }
            if (!entry.detail().isEmpty()) {
                text.append("\n").append(" ".repeat(version + 2)).append(entry.detail());
            }
            text.append('\n');
        }
        if (status.entries().isEmpty()) {
            text.append("there are no migrations\n");
        }
        section(
                text,
                "taken back:",
                status.rollbacks().stream()
                        .map(rollback -> rollback.version() + " " + rollback.description() + "  ("
                                + time(rollback.rolledBackOn()) + by(rollback.rolledBackBy()) + ")")
                        .toList());
        section(text, "conflicts:", status.conflicts());
        section(text, "wrong with the files:", status.problems());
        return text.toString();
    }

    private static void section(StringBuilder text, String head, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(head).append('\n');
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }

    private static String version(MigrationStatus.Entry entry) {
        return entry.version() == null ? "repeatable" : entry.version();
    }

    private static String state(MigrationStatus.Entry entry) {
        return entry.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String time(OffsetDateTime time) {
        return TIME.format(time) + " UTC";
    }

    private static String by(@Nullable String user) {
        return user == null ? "" : " by " + user;
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
