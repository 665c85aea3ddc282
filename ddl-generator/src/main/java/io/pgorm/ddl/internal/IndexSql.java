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
        return create("INDEX ", " ON ", relation, index);
    }

    /** The same while writes go on; it must be run outside of a transaction. Not for partitioned tables. */
    public static DdlStatement createConcurrently(QualifiedName relation, Index index) {
        return create("INDEX CONCURRENTLY ", " ON ", relation, index);
    }

    /** The index of a partitioned table without those of its partitions: it is valid once they are attached to it. */
    public static DdlStatement createOnOnly(QualifiedName table, Index index) {
        return create("INDEX ", " ON ONLY ", table, index);
    }

    private static DdlStatement create(String what, String on, QualifiedName relation, Index index) {
        SqlBuilder sql = new SqlBuilder();
        sql.sql("CREATE ").sqlIf(index.unique(), "UNIQUE ").sql(what).name(index.name());
        sql.sql(on).name(relation);
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
