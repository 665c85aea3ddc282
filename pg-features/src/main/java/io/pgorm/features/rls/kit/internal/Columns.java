package io.pgorm.features.rls.kit.internal;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The columns of a table that can be written, and which of them the caller may. */
final class Columns {

    private Columns() {}

    /**
     * Those that the caller has the privilege for; all of them where that is none, so that PostgreSQL says no. An identity
     * that is always generated can be put in, but never changed.
     *
     * @param privilege INSERT or UPDATE
     */
    static List<Field<?>> thatMayBe(DSLContext sql, Table<?> table, String privilege) {
        List<Field<?>> all = new ArrayList<>();
        List<Field<?>> allowed = new ArrayList<>();
        sql.resultQuery("""
                        SELECT attname, has_column_privilege(attrelid, attnum, {0}) FROM pg_catalog.pg_attribute
                        WHERE attrelid = CAST({1} AS pg_catalog.regclass) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                          AND NOT (attidentity = 'a' AND {0} = 'UPDATE')
                        ORDER BY attnum""", DSL.val(privilege), DSL.val(sql.render(table))).forEach(column -> {
            Field<?> field = DSL.field(DSL.name(column.get(0, String.class)));
            all.add(field);
            if (column.get(1, boolean.class)) {
                allowed.add(field);
            }
        });
        return allowed.isEmpty() ? all : allowed;
    }

    static Field<?> anyThatMayBe(DSLContext sql, Table<?> table, String privilege) {
        // the last, for the first is the key more often than not
        return thatMayBe(sql, table, privilege).getLast();
    }
}
