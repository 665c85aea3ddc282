package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.Grant;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Ownership;
import java.util.List;
import java.util.Optional;

/** The SQL of what roles own and may do. Stateless. */
public final class PrivilegeSql {

    private PrivilegeSql() {}

    public static DdlStatement own(Ownership ownership) {
        SqlBuilder sql = new SqlBuilder();
        sql.sql("ALTER ").sql(ownership.of().kind().sql()).sql(" ");
        ObjectSql.append(ownership.of(), sql);
        sql.sql(" OWNER TO ");
        RoleSql.appendName(ownership.owner(), sql);
        return sql.statement(ownership.span());
    }

    public static DdlStatement grant(Grant grant) {
        SqlBuilder sql = new SqlBuilder();
        List<String> columns = grant.on().kind() == ObjectName.Kind.COLUMN
                ? grant.on().part().stream().toList()
                : grant.columns();
        sql.sql(grant.revoke() ? "REVOKE " : "GRANT ");
        sql.sqlIf(grant.revoke() && grant.grantable(), "GRANT OPTION FOR ");
        sql.each(grant.privileges(), ", ", privilege -> {
            sql.sql(privilege);
            if (!columns.isEmpty()) {
                sql.sql(" ").names(columns);
            }
        });
        sql.sql(" ON ").sql(kind(grant.on())).sql(" ");
        ObjectSql.append(named(grant.on()), sql);
        appendGrantee(grant.revoke(), grant.grantee(), grant.grantable(), sql);
        return sql.statement(grant.span());
    }

    /** GRANT knows fewer kinds than other statements. */
    private static String kind(ObjectName object) {
        return switch (object.kind()) {
            case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, COLUMN -> ObjectName.Kind.TABLE.sql();
            case AGGREGATE -> ObjectName.Kind.FUNCTION.sql();
            default -> object.kind().sql();
        };
    }

    /** And it knows an aggregate by its arguments alone, without a star where it has none. */
    private static ObjectName named(ObjectName object) {
        return switch (object.kind()) {
            case COLUMN -> ObjectName.of(ObjectName.Kind.TABLE, object.name());
            case AGGREGATE ->
                new ObjectName(ObjectName.Kind.FUNCTION, object.name(), Optional.empty(), object.argumentTypes());
            default -> object;
        };
    }

    public static DdlStatement byDefault(DefaultPrivilege privilege) {
        SqlBuilder sql = new SqlBuilder().sql("ALTER DEFAULT PRIVILEGES");
        privilege.creator().ifPresent(creator -> {
            sql.sql(" FOR ROLE ");
            RoleSql.appendName(creator, sql);
        });
        privilege.schema().ifPresent(schema -> sql.sql(" IN SCHEMA ").name(schema));
        sql.sql("\n    ").sql(privilege.revoke() ? "REVOKE " : "GRANT ");
        sql.sqlIf(privilege.revoke() && privilege.grantable(), "GRANT OPTION FOR ");
        sql.each(privilege.privileges(), ", ", sql::sql);
        sql.sql(" ON ").sql(privilege.objects());
        appendGrantee(privilege.revoke(), privilege.grantee(), privilege.grantable(), sql);
        return sql.statement(privilege.span());
    }

    private static void appendGrantee(boolean revoke, String grantee, boolean grantable, SqlBuilder sql) {
        sql.sql(revoke ? " FROM " : " TO ");
        RoleSql.appendName(grantee, sql);
        sql.sqlIf(grantable && !revoke, " WITH GRANT OPTION");
    }
}
