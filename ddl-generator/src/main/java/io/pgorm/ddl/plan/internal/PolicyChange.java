package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ddl.plan.internal.Transition.Replace;
import io.pgorm.ir.Policy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import java.util.List;
import java.util.Optional;

/** How a policy changes: its roles and conditions do in place, but a condition cannot be taken away. Stateless. */
final class PolicyChange {

    private PolicyChange() {}

    static Transition between(QualifiedName table, Policy before, Policy after) {
        if (before.permissive() != after.permissive()
                || before.command() != after.command()
                || loses(before.using(), after.using())
                || loses(before.check(), after.check())) {
            return new Replace();
        }
        SqlBuilder sql = new SqlBuilder()
                .sql("ALTER POLICY ")
                .name(after.name())
                .sql(" ON ")
                .name(table);
        if (!before.roles().equals(after.roles())) {
            sql.sql("\n    TO ");
            if (after.roles().isEmpty()) {
                sql.sql("public");
            } else {
                sql.each(after.roles(), ", ", sql::name);
            }
        }
        if (!before.using().equals(after.using())) {
            after.using().ifPresent(rows -> sql.sql("\n    USING ").parenthesized(rows));
        }
        if (!before.check().equals(after.check())) {
            after.check().ifPresent(rows -> sql.sql("\n    WITH CHECK ").parenthesized(rows));
        }
        return new InPlace(
                List.of(Step.of(sql.statement(after.span()).sql(), Lock.ACCESS_EXCLUSIVE, Hazard.AUTHZ_UPDATE)));
    }

    private static boolean loses(Optional<SqlText> before, Optional<SqlText> after) {
        return before.isPresent() && after.isEmpty();
    }
}
