package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Extension;

/** The SQL of an extension of PostgreSQL. Stateless. */
public final class ExtensionSql {

    private ExtensionSql() {}

    /** An extension lives beside the application, which may not be its only user: hence IF NOT EXISTS. */
    public static DdlStatement create(Extension extension) {
        SqlBuilder sql = new SqlBuilder().sql("CREATE EXTENSION IF NOT EXISTS ").name(extension.name());
        extension.schema().ifPresent(schema -> sql.sql(" SCHEMA ").name(schema));
        return sql.statement(extension.span());
    }
}
