package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.CompositeType;

/** The SQL of a composite type. Stateless. */
public final class CompositeSql {

    private CompositeSql() {}

    public static DdlStatement create(CompositeType type) {
        SqlBuilder sql = new SqlBuilder().sql("CREATE TYPE ").name(type.name()).sql(" AS (");
        sql.each(type.attributes(), ",", attribute -> {
            sql.sql("\n    ");
            sql.from(attribute.span(), () -> {
                sql.name(attribute.name()).sql(" ").sql(attribute.type().sql());
                attribute.collation().ifPresent(name -> sql.sql(" COLLATE ").name(name));
            });
        });
        return sql.sqlIf(!type.attributes().isEmpty(), "\n").sql(")").statement(type.span());
    }
}
