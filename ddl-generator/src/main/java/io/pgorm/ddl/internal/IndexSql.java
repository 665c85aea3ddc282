package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;

/** The SQL of an index. Stateless. */
public final class IndexSql {

    private static final String DEFAULT_METHOD = "btree";

    private IndexSql() {}

    /** @param relation the table or the materialized view */
    public static DdlStatement create(QualifiedName relation, Index index) {
        SqlBuilder sql = new SqlBuilder();
        sql.sql("CREATE ").sqlIf(index.unique(), "UNIQUE ").sql("INDEX ").name(index.name());
        sql.sql(" ON ").name(relation);
        if (!index.method().equals(DEFAULT_METHOD)) {
            sql.sql(" USING ").name(index.method());
        }
        sql.sql(" ");
        KeySql.append(index.keys(), sql);
        ConstraintSql.appendInclude(index.include(), sql);
        sql.sqlIf(index.nullsNotDistinct(), " NULLS NOT DISTINCT");
        ParameterSql.append(" ", index.with(), sql);
        index.tablespace().ifPresent(name -> sql.sql(" TABLESPACE ").name(name));
        index.where().ifPresent(condition -> sql.sql(" WHERE ").parenthesized(condition));
        return sql.statement(index.span());
    }
}
