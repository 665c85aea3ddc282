package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SessionType;
import java.util.ArrayList;
import java.util.List;

/**
 * The SQL of what a request knows about its caller: a function for each fact, over a setting that lasts as long as the
 * transaction. Stateless.
 */
public final class SessionSql {

    /** The schema that the functions are in. */
    public static final String SCHEMA = "auth";

    private SessionSql() {}

    /** The schema and its functions; nothing where the database brings its own. */
    public static List<DdlStatement> create(SessionType session) {
        if (session.external() || session.fields().isEmpty()) {
            return List.of();
        }
        List<DdlStatement> statements = new ArrayList<>();
        statements.add(new SqlBuilder()
                .sql("CREATE SCHEMA IF NOT EXISTS ")
                .name(SCHEMA)
                .statement(session.span()));
        // A policy calls the functions as the role that runs the query.
        statements.add(new SqlBuilder()
                .sql("GRANT USAGE ON SCHEMA ")
                .name(SCHEMA)
                .sql(" TO PUBLIC")
                .statement(session.span()));
        session.fields().forEach(field -> statements.add(function(field)));
        return statements;
    }

    /**
     * A setting that was local to a transaction is not unset after it but empty, hence {@code nullif}. The body is an
     * expression and not a string, so that its names are resolved now and no caller's search_path can change them.
     */
    private static DdlStatement function(SessionType.Field field) {
        SqlBuilder sql = new SqlBuilder();
        sql.sql("CREATE FUNCTION ").name(new QualifiedName(SCHEMA, field.function()));
        sql.sql("() RETURNS ").sql(field.type().sql());
        sql.sql("\n    LANGUAGE sql STABLE PARALLEL SAFE");
        sql.sql("\n    RETURN nullif(current_setting(").literal(field.setting()).sql(", true), '')::");
        return sql.sql(field.type().sql()).statement(field.span());
    }
}
