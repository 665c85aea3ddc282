package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Role;
import java.util.Set;

/** The SQL of roles. Stateless. */
public final class RoleSql {

    /** Words that stand for a role and lose that meaning between quotes. */
    private static final Set<String> WORDS = Set.of("public", "current_user", "current_role", "session_user");

    private RoleSql() {}

    /**
     * Roles belong to the server and not to the database, so one that is there is left as it is, also where it comes
     * from another session at this moment.
     */
    public static DdlStatement create(Role role) {
        SqlBuilder body = new SqlBuilder().sql("""

                BEGIN
                    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = \
                """).literal(role.name()).sql(") THEN\n        ");
        appendCreate(role, body);
        body.sql("""
                ;
                    END IF;
                EXCEPTION
                    WHEN duplicate_object OR unique_violation THEN NULL;
                END
                """);
        return new SqlBuilder()
                .sql("DO ")
                .dollarQuoted(body.statement(role.span()).sql())
                .statement(role.span());
    }

    private static void appendCreate(Role role, SqlBuilder sql) {
        sql.sql("CREATE ROLE ").name(role.name());
        sql.sql(role.login() ? " LOGIN" : " NOLOGIN");
        sql.sqlIf(role.superuser(), " SUPERUSER");
        sql.sqlIf(role.createRole(), " CREATEROLE");
        sql.sqlIf(role.createDatabase(), " CREATEDB");
        sql.sqlIf(!role.inherit(), " NOINHERIT");
        sql.sqlIf(role.replication(), " REPLICATION");
        sql.sqlIf(role.bypassRowSecurity(), " BYPASSRLS");
        if (!role.memberOf().isEmpty()) {
            sql.sql(" IN ROLE ").each(role.memberOf(), ", ", sql::name);
        }
    }

    /** Appends the name of a role, or a word that stands for one. */
    static void appendName(String role, SqlBuilder sql) {
        if (WORDS.contains(role)) {
            sql.sql(role);
        } else {
            sql.name(role);
        }
    }
}
