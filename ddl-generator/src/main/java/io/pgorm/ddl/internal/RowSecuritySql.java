package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Policy;
import io.pgorm.ir.Table;
import java.util.List;

/** The SQL of row level security: what is on for a table, and its policies. Stateless. */
public final class RowSecuritySql {

    private RowSecuritySql() {}

    /** What turns row level security on, in order; nothing where it stays off. */
    public static List<DdlStatement> enable(Table table) {
        return switch (table.rowSecurity()) {
            case DISABLED -> List.of();
            case ENABLED -> List.of(alter(table, "ENABLE"));
            case FORCED -> List.of(alter(table, "ENABLE"), alter(table, "FORCE"));
        };
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

    public static DdlStatement create(Table table, Policy policy) {
        SqlBuilder sql = new SqlBuilder();
        sql.sql("CREATE POLICY ").name(policy.name()).sql(" ON ").name(table.name());
        sql.sqlIf(!policy.permissive(), "\n    AS RESTRICTIVE");
        sql.sqlIf(policy.command() != Policy.Command.ALL, "\n    FOR " + policy.command());
        if (!policy.roles().isEmpty()) {
            sql.sql("\n    TO ").each(policy.roles(), ", ", role -> RoleSql.appendName(role, sql));
        }
        policy.using().ifPresent(rows -> sql.sql("\n    USING ").parenthesized(rows));
        policy.check().ifPresent(rows -> sql.sql("\n    WITH CHECK ").parenthesized(rows));
        return sql.statement(policy.span());
    }
}
