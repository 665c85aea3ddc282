package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.EnumType;

/** The SQL of an enum. Stateless. */
public final class EnumSql {

    private EnumSql() {}

    public static DdlStatement create(EnumType type) {
        SqlBuilder sql = new SqlBuilder().sql("CREATE TYPE ").name(type.name()).sql(" AS ENUM (");
        sql.each(type.values(), ", ", value -> sql.from(value.span(), () -> sql.literal(value.label())));
        return sql.sql(")").statement(type.span());
    }
}
