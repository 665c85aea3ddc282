package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import java.util.regex.Pattern;

/** The SQL of an index. Stateless. */
public final class IndexSql {

    private static final String DEFAULT_METHOD = "btree";

    /** Values of storage parameters cannot be quoted as names are; the IR promises that they are like this. */
    private static final Pattern PLAIN_VALUE = Pattern.compile("-?\\w+(\\.\\w+)?");

    private IndexSql() {}

    /** @throws IllegalArgumentException for a storage parameter whose value is no plain word or number */
    public static DdlStatement create(QualifiedName table, Index index) {
        SqlBuilder sql = new SqlBuilder();
        sql.sql("CREATE ").sqlIf(index.unique(), "UNIQUE ").sql("INDEX ").name(index.name());
        sql.sql(" ON ").name(table);
        if (!index.method().equals(DEFAULT_METHOD)) {
            sql.sql(" USING ").name(index.method());
        }
        sql.sql(" (").each(index.keys(), ", ", key -> appendKey(key, sql)).sql(")");
        ConstraintSql.appendInclude(index.include(), sql);
        sql.sqlIf(index.nullsNotDistinct(), " NULLS NOT DISTINCT");
        if (!index.with().isEmpty()) {
            sql.sql(" WITH (");
            sql.each(
                    index.with().entrySet(),
                    ", ",
                    parameter -> sql.name(parameter.getKey()).sql(" = ").sql(plainValue(parameter.getValue())));
            sql.sql(")");
        }
        index.where().ifPresent(condition -> sql.sql(" WHERE ").parenthesized(condition));
        return sql.statement(index.span());
    }

    private static void appendKey(Index.Key key, SqlBuilder sql) {
        switch (key.target()) {
            case Index.ColumnTarget target -> sql.name(target.column());
            case Index.ExpressionTarget target -> sql.parenthesized(target.expression());
        }
        key.operatorClass().ifPresent(name -> sql.sql(" ").name(name));
        key.order().ifPresent(order -> sql.sql(" ").sql(order.name()));
        key.nulls().ifPresent(nulls -> sql.sql(" NULLS ").sql(nulls.name()));
    }

    private static String plainValue(String value) {
        if (!PLAIN_VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a plain word or number: " + value);
        }
        return value;
    }
}
