package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.View;

/** The SQL of a view, materialized or not. Stateless. */
public final class ViewSql {

    private ViewSql() {}

    public static DdlStatement create(View view) {
        SqlBuilder sql = new SqlBuilder().sql("CREATE ").sqlIf(view.materialized(), "MATERIALIZED ");
        sql.sql("VIEW ").name(view.name());
        view.accessMethod().ifPresent(method -> sql.sql(" USING ").name(method));
        ParameterSql.append(" ", view.options(), sql);
        view.tablespace().ifPresent(name -> sql.sql(" TABLESPACE ").name(name));
        sql.sql(" AS\n").query(view.query());
        sql.sqlIf(view.materialized() && !view.populated(), "\nWITH NO DATA");
        return sql.statement(view.span());
    }
}
