package io.pgorm.migrations.lint;

import io.pgorm.ddl.plan.Lock;
import io.pgorm.migrations.recognize.ColumnText;
import java.util.Set;

/** The rules about types of columns, which concern new tables too. Stateless. */
final class CheckTypes {

    private static final Set<String> SMALL = Set.of("int", "integer", "int4", "smallint", "int2", "serial", "serial4");

    private CheckTypes() {}

    static void check(String table, ColumnText column, Report report) {
        check(table, column.name(), column.type(), report);
        String object = "column " + table + "." + column.name();
        if (column.isSerial()) {
            report.found(Rule.PREFER_IDENTITY, object, Lock.NONE);
        }
        if (column.primaryKey() && SMALL.contains(column.type())) {
            report.found(Rule.PREFER_BIGINT_OVER_INT, object, Lock.NONE);
        }
    }

    static void check(String table, String column, String type, Report report) {
        String object = "column " + table + "." + column;
        if (type.startsWith("varchar(") || type.startsWith("character varying(")) {
            report.found(Rule.PREFER_TEXT_FIELD, object, Lock.NONE);
        } else if (type.matches("(char|character|bpchar)(\\(.*|\\[.*)?")) {
            report.found(Rule.BAN_CHAR_FIELD, object, Lock.NONE);
        } else if (type.matches("timestamp(\\([0-9]\\))?( without time zone)?(\\[.*)?")) {
            report.found(Rule.PREFER_TIMESTAMPTZ, object, Lock.NONE);
        }
    }
}
