package io.pgorm.ddl.internal;

import io.pgorm.ir.Index;
import java.util.List;

/** The SQL of the keys of indexes, exclusions and partitioned tables, which look the same. Stateless. */
final class KeySql {

    private KeySql() {}

    /** Appends the keys between parentheses. */
    static void append(List<Index.Key> keys, SqlBuilder sql) {
        sql.sql("(").each(keys, ", ", key -> append(key, sql)).sql(")");
    }

    static void append(Index.Key key, SqlBuilder sql) {
        switch (key.target()) {
            case Index.ColumnTarget target -> sql.name(target.column());
            case Index.ExpressionTarget target -> sql.parenthesized(target.expression());
        }
        key.collation().ifPresent(name -> sql.sql(" COLLATE ").name(name));
        key.operatorClass().ifPresent(written -> appendOperatorClass(written, sql));
        key.order().ifPresent(order -> sql.sql(" ").sql(order.name()));
        key.nulls().ifPresent(nulls -> sql.sql(" NULLS ").sql(nulls.name()));
    }

    /** A name, maybe behind that of its schema and a dot, maybe quoted already, maybe with options behind it. */
    private static void appendOperatorClass(String written, SqlBuilder sql) {
        int options = written.indexOf('(');
        String name = (options < 0 ? written : written.substring(0, options)).strip();
        sql.sql(" ");
        if (name.indexOf('"') >= 0) {
            sql.sql(name);
        } else {
            sql.each(List.of(name.split("\\.")), ".", sql::name);
        }
        sql.sqlIf(options >= 0, options < 0 ? "" : " " + written.substring(options));
    }
}
