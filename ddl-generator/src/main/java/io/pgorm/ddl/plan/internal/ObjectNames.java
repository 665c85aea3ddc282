package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.ObjectSql;
import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.diagnostic.SourceSpan;

/** Objects as DROP, COMMENT ON and ALTER name them. Stateless. */
final class ObjectNames {

    private ObjectNames() {}

    /** {@code TABLE users}, {@code TRIGGER touch ON users}. */
    static String sql(ObjectName object) {
        SqlBuilder sql = new SqlBuilder().sql(object.kind().sql()).sql(" ");
        ObjectSql.append(object, sql);
        return sql.statement(SourceSpan.NONE).sql();
    }
}
