package io.pgorm.ddl.internal;

import java.util.Map;
import java.util.regex.Pattern;

/** The SQL of storage parameters, and of the options of views, which look the same. Stateless. */
final class ParameterSql {

    private static final Pattern PLAIN_VALUE = Pattern.compile("[a-z][a-z0-9_]*|-?\\d+(\\.\\d+)?");

    private ParameterSql() {}

    /** Appends {@code WITH (...)}, with what {@code before} says before it; nothing where there are none. */
    static void append(String before, Map<String, String> parameters, SqlBuilder sql) {
        if (!parameters.isEmpty()) {
            sql.sql(before).sql("WITH (");
            sql.each(parameters.entrySet(), ", ", parameter -> {
                appendName(parameter.getKey(), sql);
                sql.sql(" = ");
                appendValue(parameter.getValue(), sql);
            });
            sql.sql(")");
        }
    }

    /** A dot stands between the name of a namespace, {@code toast}, and that of a parameter. */
    private static void appendName(String name, SqlBuilder sql) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            sql.name(name.substring(0, dot)).sql(".");
        }
        sql.name(name.substring(dot + 1));
    }

    /** PostgreSQL takes any value as a string; words and numbers go without the quotes, for the reader's sake. */
    private static void appendValue(String value, SqlBuilder sql) {
        if (PLAIN_VALUE.matcher(value).matches()) {
            sql.sql(value);
        } else {
            sql.literal(value);
        }
    }
}
