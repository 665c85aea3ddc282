package io.pgorm.migrations.random;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ir.sql.Identifiers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares what was in the tables with what a plan had announced. */
final class Survival {

    private final Plan plan;
    private final String text;

    Survival(Plan plan, String text) {
        this.plan = plan;
        this.text = text;
    }

    void check(Contents before, Contents after) throws Failure {
        for (Map.Entry<String, Contents.Table> entry : before.tables().entrySet()) {
            Contents.Table old = entry.getValue();
            if (old.rows() > 0) {
                Contents.Table now = after.tables().get(entry.getKey());
                if (now == null || now.rows() != old.rows()) {
                    demand(
                            now == null ? "rows of a dropped table" : "rows of a kept table",
                            entry.getKey(),
                            List.of(old.name()),
                            Hazard.DELETES_DATA);
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

    private void columns(String table, Contents.Table old, Contents.Table now) throws Failure {
        if (!old.file().equals(now.file())) {
            List<String> names = Stream.concat(
                            Stream.of(old.name()), Stream.concat(old.above().stream(), now.above().stream()))
                    .toList();
            demandAny("a rewrite", table, names, Hazard.REWRITES_TABLE);
        }
        for (Map.Entry<String, Contents.Column> entry : old.columns().entrySet()) {
            Contents.Column kept = now.columns().get(entry.getKey());
            boolean computed = entry.getValue().computed() || kept != null && kept.computed();
            if (kept == null && !entry.getValue().computed()) {
                demand(
                        "values of a dropped column",
                        table + " " + entry.getKey(),
                        List.of(entry.getKey()),
                        Hazard.DELETES_DATA);
            } else if (kept != null
                    && !computed
                    && !kept.hash().equals(entry.getValue().hash())) {
                if (kept.type().equals(entry.getValue().type()) && !isMoved(old.name(), entry.getKey())) {
                    demand(
                            "values of a kept column",
                            table + " " + entry.getKey(),
                            List.of(entry.getKey()),
                            Hazard.DELETES_DATA);
                }
            }
        }
    }

    /** Whether the column has got another type of the same name. */
    private boolean isMoved(String table, String column) {
        return plan.statements().stream()
                .anyMatch(statement -> statement.hazards().contains(Hazard.MAY_FAIL_ON_DATA)
                        && statement.sql().contains(Identifiers.quote(table))
                        && statement.sql().contains("ALTER COLUMN " + Identifiers.quote(column) + " TYPE "));
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
