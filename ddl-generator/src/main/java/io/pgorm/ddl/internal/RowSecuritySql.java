package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Policy;
import io.pgorm.ir.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The SQL of row level security: what is on for a table, and its policies. Stateless. */
public final class RowSecuritySql {

    /** Words that stand for a role and lose that meaning between quotes. */
    private static final Set<String> ROLE_WORDS = Set.of("public", "current_user", "current_role", "session_user");

    private RowSecuritySql() {}

    /** What a table needs, in order; nothing where it has neither. */
    public static List<DdlStatement> create(Table table) {
        List<DdlStatement> statements = new ArrayList<>();
        switch (table.rowSecurity()) {
            case DISABLED -> {}
            case ENABLED -> statements.add(alter(table, "ENABLE"));
            case FORCED -> {
                statements.add(alter(table, "ENABLE"));
                statements.add(alter(table, "FORCE"));
            }
        }
        table.policies().stream()
                .sorted(Comparator.comparing(Policy::name))
                .forEach(policy -> statements.add(policy(table, policy)));
        return statements;
    }

    private static DdlStatement alter(Table table, String verb) {
        return new SqlBuilder()
                .sql("ALTER TABLE ")
                .name(table.name())
                .sql(" ")
                .sql(verb)
                .sql(" ROW LEVEL SECURITY")
                .statement(table.span());
    }

    private static DdlStatement policy(Table table, Policy policy) {
        SqlBuilder sql = new SqlBuilder();
        sql.sql("CREATE POLICY ").name(policy.name()).sql(" ON ").name(table.name());
        sql.sqlIf(!policy.permissive(), "\n    AS RESTRICTIVE");
        sql.sqlIf(policy.command() != Policy.Command.ALL, "\n    FOR " + policy.command());
        if (!policy.roles().isEmpty()) {
            sql.sql("\n    TO ").each(policy.roles(), ", ", role -> appendRole(role, sql));
        }
        policy.using().ifPresent(rows -> sql.sql("\n    USING ").parenthesized(rows));
        policy.check().ifPresent(rows -> sql.sql("\n    WITH CHECK ").parenthesized(rows));
        return sql.statement(policy.span());
    }

    private static void appendRole(String role, SqlBuilder sql) {
        if (ROLE_WORDS.contains(role)) {
            sql.sql(role);
        } else {
            sql.name(role);
        }
    }
}
