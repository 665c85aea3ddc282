package io.pgorm.migrations.rows.internal;

import io.pgorm.ir.sql.Identifiers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Foreign keys once all rows are there: those in circles are closed, and nothing is left that points nowhere. */
final class Links {

    private static final int ROUNDS = 20;

    private final Session session;
    private final RowSchema schema;

    Links(Session session, RowSchema schema) {
        this.session = session;
        this.schema = schema;
    }

    /** Lets one row, whose keys are NULL, point to something. */
    void close(RowTable table) throws SQLException {
        for (RowKey key : table.keys()) {
            RowTable target = schema.tables().get(key.target());
            boolean mayBeNull = key.columns().stream()
                    .anyMatch(
                            name -> table.column(name).map(RowColumn::nullable).orElse(false));
            if (target == null || !mayBeNull) {
                continue;
            }
            List<String> set = new ArrayList<>();
            List<String> equal = new ArrayList<>();
            List<String> found = new ArrayList<>();
            boolean anyFree = false;
            for (int i = 0; i < key.columns().size(); i++) {
                String own = Identifiers.quote(key.columns().get(i));
                String theirs = Identifiers.quote(key.targetColumns().get(i));
                found.add("p." + theirs + " IS NOT NULL");
                if (table.column(key.columns().get(i)).map(RowColumn::nullable).orElse(false)) {
                    set.add(own + " = p." + theirs);
                    anyFree = true;
                } else {
                    equal.add("t." + own + " = p." + theirs);
                }
            }
            if (!anyFree) {
                continue;
            }
            String pointsNowhere = "NOT EXISTS (SELECT FROM " + table.from() + " x WHERE "
                    + String.join(
                            " AND ",
                            key.columns().stream()
                                    .map(column -> "x." + Identifiers.quote(column) + " IS NOT NULL")
                                    .toList())
                    + ")";
            equal.addAll(found);
            session.attempt("UPDATE " + table.from() + " AS t SET " + String.join(", ", set) + " FROM " + target.from()
                    + " AS p WHERE t.ctid = (SELECT max(ctid) FROM " + table.from() + ") AND "
                    + String.join(" AND ", equal) + " AND " + pointsNowhere);
        }
    }

    /** @return tables that lost rows */
    Set<Long> removeOrphans() throws SQLException {
        Set<Long> changed = new LinkedHashSet<>();
        boolean again = true;
        for (int round = 0; again && round < ROUNDS; round++) {
            again = false;
            for (RowTable table : schema.tables().values()) {
                if (table.kind() != 'r') {
                    continue;
                }
                for (RowKey key : table.keys()) {
                    RowTable target = schema.tables().get(key.target());
                    if (target != null && removeOrphans(table, key, target)) {
                        changed.add(table.oid());
                        again = true;
                    }
                }
            }
        }
        return changed;
    }

    private boolean removeOrphans(RowTable table, RowKey key, RowTable target) throws SQLException {
        List<String> points = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String own = "t." + Identifiers.quote(key.columns().get(i));
            points.add(own + " IS NOT NULL");
            equal.add("p." + Identifiers.quote(key.targetColumns().get(i)) + " = " + own);
        }
        String orphans = "DELETE FROM " + table.from() + " t WHERE " + String.join(" AND ", points)
                + " AND NOT EXISTS (SELECT FROM " + target.from() + " p WHERE " + String.join(" AND ", equal) + ")";
        return session.attemptRows("WITH gone AS (" + orphans + " RETURNING 1) SELECT count(*) FROM gone")
                .map(rows -> !Objects.equals(rows.getFirst().getFirst(), "0"))
                .orElse(false);
    }
}
