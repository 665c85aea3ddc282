package io.pgorm.ddl.internal;

import io.pgorm.ir.ObjectName;

/** How statements about an object name it, behind the word for its kind. Stateless. */
public final class ObjectSql {

    private ObjectSql() {}

    public static void append(ObjectName object, SqlBuilder sql) {
        switch (object.kind()) {
            case SCHEMA, ROLE, EXTENSION, LANGUAGE -> sql.name(object.name().name());
            case TYPE, DOMAIN, SEQUENCE, TABLE, INDEX, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE ->
                sql.name(object.name());
            case FUNCTION, PROCEDURE -> appendCallable(object, "", sql);
            // an aggregate over nothing, as count(*)
            case AGGREGATE -> appendCallable(object, "*", sql);
            case COLUMN, DEFAULT -> sql.name(object.name()).sql(".").name(part(object));
            case CONSTRAINT, TRIGGER, POLICY, RULE ->
                sql.name(part(object)).sql(" ON ").name(object.name());
            case DOMAIN_CONSTRAINT -> sql.name(part(object)).sql(" ON DOMAIN ").name(object.name());
            case SQL -> throw new IllegalArgumentException("SQL names " + object.name() + " itself");
            case LARGE_OBJECT ->
                sql.sql(Long.toString(Long.parseLong(object.name().name())));
        }
    }

    private static void appendCallable(ObjectName object, String noArguments, SqlBuilder sql) {
        sql.name(object.name()).sql("(");
        sql.sqlIf(object.argumentTypes().isEmpty(), noArguments);
        sql.each(object.argumentTypes(), ", ", sql::sql).sql(")");
    }

    private static String part(ObjectName object) {
        return object.part()
                .orElseThrow(() -> new IllegalArgumentException("a " + object.kind() + " is a part of something"));
    }
}
