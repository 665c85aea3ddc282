package io.pgorm.migrations.random;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ir.sql.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares what was in the tables with what a plan had announced. */
final class Survival {

    private final Connection connection;
    private final Plan plan;
    private final String text;

    /** @param connection to the database after the plan */
    Survival(Connection connection, Plan plan, String text) {
        this.connection = connection;
        this.plan = plan;
        this.text = text;
    }

    void check(Contents before, Contents after) throws Failure, SQLException {
        for (Map.Entry<String, Contents.Table> entry : before.tables().entrySet()) {
            Contents.Table old = entry.getValue();
            if (old.rows() > 0) {
                Contents.Table now = after.tables().get(entry.getKey());
                if (now == null) {
                    gone(entry.getKey(), old, before, after);
                } else if (now.rows() != old.rows()) {
                    demand("rows of a kept table", entry.getKey(), List.of(old.name()), Hazard.DELETES_DATA);
                } else {
                    columns(entry.getKey(), old, now);
                }
            }
        }
        for (Map.Entry<String, String> entry : before.sequences().entrySet()) {
            String now = after.sequences().get(entry.getKey());
            if (now != null && !now.equals(entry.getValue())) {
                demand(
                        "the last value of a sequence",
                        entry.getKey(),
                        List.of(),
                        Hazard.DELETES_DATA,
                        Hazard.CORRECTNESS);
            }
        }
    }

    /** Its rows may have gone into another table in its place, or in the place of the one that it was a part of. */
    private void gone(String name, Contents.Table old, Contents before, Contents after) throws Failure {
        List<String> wholes = Stream.concat(Stream.of(old.name()), old.partition() ? old.above().stream() : Stream.of())
                .toList();
        boolean moved =
                wholes.stream().anyMatch(whole -> rows(whole, after) > 0 && rows(whole, after) == rows(whole, before));
        if (!moved) {
            // dropped by itself, or with the table that it is a part of
            demandAny("rows of a dropped table", name, wholes, Hazard.DELETES_DATA);
        }
    }

    private static long rows(String whole, Contents contents) {
        return contents.tables().values().stream()
                .filter(table -> table.name().equals(whole) || table.above().contains(whole))
                .mapToLong(Contents.Table::rows)
                .sum();
    }

    private void columns(String table, Contents.Table old, Contents.Table now) throws Failure, SQLException {
        if (!old.file().equals(now.file())) {
            List<String> names = Stream.concat(
                            Stream.of(old.name()), Stream.concat(old.above().stream(), now.above().stream()))
                    .toList();
            demandAny("a rewrite", table, names, Hazard.REWRITES_TABLE);
        }
        for (Map.Entry<String, Contents.Column> entry : old.columns().entrySet()) {
            String name = entry.getKey();
            Contents.Column was = entry.getValue();
            Contents.Column kept = now.columns().get(name);
            if (kept == null && !was.computed() && !isCopiedWithLosses(old)) {
                demand("values of a dropped column", table + " " + name, List.of(name), Hazard.DELETES_DATA);
            } else if (kept != null && !was.computed() && !kept.computed()) {
                column(table, name, was, kept);
            }
        }
    }

    /**
     * Rows that went into a new table of the same name: what goes with the old one, whose key may be the column that
     * nobody wants any more, is announced where the old one goes.
     */
    private boolean isCopiedWithLosses(Contents.Table old) {
        return plan.statements().stream()
                .anyMatch(statement -> statement.sql().startsWith("DROP TABLE ")
                        && statement.hazards().contains(Hazard.DELETES_DATA)
                        && Stream.concat(Stream.of(old.name()), old.above().stream())
                                .anyMatch(name -> statement.sql().endsWith("." + Identifiers.quote(name))));
    }

    private void column(String table, String name, Contents.Column was, Contents.Column kept)
            throws Failure, SQLException {
        if (was.parts().isEmpty() || kept.parts().isEmpty()) {
            if (!Conversion.keeps(connection, was.whole(), kept.whole())) {
                demandAny(
                        "values of a kept column, " + was.whole().type() + " to "
                                + kept.whole().type(),
                        table + " " + name,
                        List.of(name),
                        Hazard.DELETES_DATA);
            }
            return;
        }
        for (Map.Entry<List<String>, Contents.Values> part : was.parts().entrySet()) {
            Contents.Values now = kept.parts().get(part.getKey());
            if (now == null || !Conversion.keeps(connection, part.getValue(), now)) {
                demandAny(
                        now == null
                                ? "values of a dropped attribute"
                                : "values of a kept attribute, "
                                        + part.getValue().type() + " to " + now.type(),
                        table + " " + name + " " + part.getKey(),
                        Stream.concat(Stream.of(name), part.getKey().stream()).toList(),
                        Hazard.DELETES_DATA);
            }
        }
    }

    private void demand(String what, String where, List<String> names, Hazard... hazards) throws Failure {
        boolean announced = plan.statements().stream()
                .anyMatch(statement -> Arrays.stream(hazards).anyMatch(statement.hazards()::contains)
                        && names.stream().allMatch(name -> statement.sql().contains(Identifiers.quote(name))));
        if (!announced) {
            throw new Failure("not announced: " + what, where + "\n" + text);
        }
    }

    private void demandAny(String what, String where, List<String> names, Hazard hazard) throws Failure {
        boolean announced = plan.statements().stream()
                .anyMatch(statement -> statement.hazards().contains(hazard)
                        && names.stream().anyMatch(name -> statement.sql().contains(Identifiers.quote(name))));
        if (!announced) {
            throw new Failure("not announced: " + what, where + "\n" + text);
        }
    }
}
