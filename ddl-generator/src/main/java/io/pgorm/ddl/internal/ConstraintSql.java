package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.QualifiedName;
import java.util.List;

/** The SQL of a constraint, always under its name. Stateless. */
public final class ConstraintSql {

    private ConstraintSql() {}

    /** Appends the definition, as it stands in a table or a domain, or after ADD. */
    public static void append(Constraint constraint, SqlBuilder sql) {
        sql.from(constraint.span(), () -> {
            sql.sql("CONSTRAINT ").name(constraint.name());
            switch (constraint) {
                case Constraint.PrimaryKey key -> appendPrimaryKey(key, sql);
                case Constraint.Unique unique -> appendUnique(unique, sql);
                case Constraint.Check check -> appendCheck(check, sql);
                case Constraint.ForeignKey key -> appendForeignKey(key, sql);
                case Constraint.Exclusion exclusion -> appendExclusion(exclusion, sql);
                case Constraint.Other other -> sql.sql(" ").expression(other.definition());
            }
        });
    }

    /** A statement that adds the constraint to a table that is there. */
    public static DdlStatement add(QualifiedName table, Constraint constraint) {
        SqlBuilder sql = new SqlBuilder().sql("ALTER TABLE ").name(table).sql("\n    ADD ");
        append(constraint, sql);
        return sql.statement(constraint.span());
    }

    private static void appendPrimaryKey(Constraint.PrimaryKey key, SqlBuilder sql) {
        sql.sql(" PRIMARY KEY ").names(key.columns());
        appendInclude(key.include(), sql);
        appendDeferral(key.deferral(), sql);
    }

    private static void appendUnique(Constraint.Unique unique, SqlBuilder sql) {
        sql.sql(" UNIQUE ")
                .sqlIf(unique.nullsNotDistinct(), "NULLS NOT DISTINCT ")
                .names(unique.columns());
        appendInclude(unique.include(), sql);
        appendDeferral(unique.deferral(), sql);
    }

    private static void appendCheck(Constraint.Check check, SqlBuilder sql) {
        sql.sql(" CHECK ").parenthesized(check.expression());
        sql.sqlIf(!check.inherited(), " NO INHERIT");
        sql.sqlIf(!check.validated(), " NOT VALID");
    }

    private static void appendForeignKey(Constraint.ForeignKey key, SqlBuilder sql) {
        sql.sql(" FOREIGN KEY ").names(key.columns());
        sql.sql("\n    REFERENCES ").name(key.target()).sql(" ").names(key.targetColumns());
        sql.sqlIf(key.matchFull(), " MATCH FULL");
        appendAction(" ON DELETE ", key.onDelete(), sql);
        appendAction(" ON UPDATE ", key.onUpdate(), sql);
        appendDeferral(key.deferral(), sql);
        sql.sqlIf(!key.validated(), " NOT VALID");
    }

    private static void appendExclusion(Constraint.Exclusion exclusion, SqlBuilder sql) {
        sql.sql(" EXCLUDE USING ").name(exclusion.method()).sql(" (");
        sql.each(exclusion.elements(), ", ", element -> {
            KeySql.append(element.key(), sql);
            sql.sql(" WITH ").sql(element.operator());
        });
        sql.sql(")");
        appendInclude(exclusion.include(), sql);
        exclusion.where().ifPresent(condition -> sql.sql(" WHERE ").parenthesized(condition));
        appendDeferral(exclusion.deferral(), sql);
    }

    private static void appendAction(String event, Constraint.ReferentialAction action, SqlBuilder sql) {
        if (action != Constraint.ReferentialAction.NO_ACTION) {
            sql.sql(event).sql(action.sql());
        }
    }

    /** Shared with indexes, which say it in the same words. */
    static void appendInclude(List<String> columns, SqlBuilder sql) {
        if (!columns.isEmpty()) {
            sql.sql(" INCLUDE ").names(columns);
        }
    }

    /** Shared with constraint triggers, which say it in the same words. */
    public static void appendDeferral(Constraint.Deferral deferral, SqlBuilder sql) {
        switch (deferral) {
            case NOT_DEFERRABLE -> {}
            case DEFERRABLE -> sql.sql(" DEFERRABLE");
            case INITIALLY_DEFERRED -> sql.sql(" DEFERRABLE INITIALLY DEFERRED");
        }
    }
}
