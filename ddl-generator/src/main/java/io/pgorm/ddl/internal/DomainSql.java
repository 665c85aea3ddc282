package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DomainType;
import java.util.ArrayList;
import java.util.List;

/** The SQL of a domain. Stateless. */
public final class DomainSql {

    private DomainSql() {}

    /** The domain, and in statements of their own the conditions that are not validated. */
    public static List<DdlStatement> create(DomainType type) {
        List<DdlStatement> statements = new ArrayList<>();
        SqlBuilder sql = new SqlBuilder().sql("CREATE DOMAIN ").name(type.name());
        sql.sql(" AS ").sql(type.base().sql());
        type.collation().ifPresent(name -> sql.sql(" COLLATE ").name(name));
        type.defaultValue().ifPresent(expression -> ColumnSql.appendDefault(expression, sql));
        sql.sqlIf(type.notNull(), " NOT NULL");
        for (Constraint.Check check : type.checks()) {
            if (check.validated()) {
                sql.sql("\n    ");
                ConstraintSql.append(check, sql);
            }
        }
        statements.add(sql.statement(type.span()));
        for (Constraint.Check check : type.checks()) {
            if (!check.validated()) {
                SqlBuilder add =
                        new SqlBuilder().sql("ALTER DOMAIN ").name(type.name()).sql("\n    ADD ");
                ConstraintSql.append(check, add);
                statements.add(add.statement(check.span()));
            }
        }
        return statements;
    }
}
