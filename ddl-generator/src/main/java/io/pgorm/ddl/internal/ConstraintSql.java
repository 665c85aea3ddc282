package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.QualifiedName;
import java.util.List;

/** The SQL of a constraint, always under its name. Stateless. */
public final class ConstraintSql {

    private ConstraintSql() {}

    /** Appends the definition, as it stands in a table or after ADD. */
    public static void append(Constraint constraint, SqlBuilder sql) {
        sql.from(constraint.span(), () -> {
            sql.sql("CONSTRAINT ").name(constraint.name());
            switch (constraint) {
                case Constraint.PrimaryKey key -> sql.sql(" PRIMARY KEY ").names(key.columns());
                case Constraint.Unique unique -> appendUnique(unique, sql);
                case Constraint.Check check -> sql.sql(" CHECK ").parenthesized(check.expression());
                case Constraint.ForeignKey key -> appendForeignKey(key, sql);
                case Constraint.Exclusion exclusion -> throw new UnsupportedOperationException("exclusion");
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

    private static void appendUnique(Constraint.Unique unique, SqlBuilder sql) {
        sql.sql(" UNIQUE ")
                .sqlIf(unique.nullsNotDistinct(), "NULLS NOT DISTINCT ")
                .names(unique.columns());
        appendInclude(unique.include(), sql);
        appendDeferral(unique.deferral(), sql);
    }

    private static void appendForeignKey(Constraint.ForeignKey key, SqlBuilder sql) {
        sql.sql(" FOREIGN KEY ").names(key.columns());
        sql.sql("\n    REFERENCES ").name(key.target()).sql(" ").names(key.targetColumns());
        appendAction(" ON DELETE ", key.onDelete(), sql);
        appendAction(" ON UPDATE ", key.onUpdate(), sql);
        appendDeferral(key.deferral(), sql);
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

    private static void appendDeferral(Constraint.Deferral deferral, SqlBuilder sql) {
        switch (deferral) {
            case NOT_DEFERRABLE -> {}
            case DEFERRABLE -> sql.sql(" DEFERRABLE");
            case INITIALLY_DEFERRED -> sql.sql(" DEFERRABLE INITIALLY DEFERRED");
        }
    }
}
