package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of a trigger. Stateless. */
public final class TriggerSql {

    private TriggerSql() {}

    /**
     * The trigger, and its state in a statement of its own where it is not the usual one.
     *
     * @param relation the table or the view
     */
    public static List<DdlStatement> create(QualifiedName relation, Trigger trigger) {
        SqlBuilder sql = new SqlBuilder();
        sql.sql("CREATE ").sqlIf(trigger.constraint(), "CONSTRAINT ").sql("TRIGGER ");
        sql.name(trigger.name()).sql("\n    ").sql(trigger.timing().name().replace('_', ' '));
        sql.sql(" ").each(trigger.events(), " OR ", event -> appendEvent(event, trigger, sql));
        sql.sql(" ON ").name(relation);
        trigger.from().ifPresent(table -> sql.sql("\n    FROM ").name(table));
        if (trigger.deferral() != Constraint.Deferral.NOT_DEFERRABLE) {
            sql.sql("\n   ");
            ConstraintSql.appendDeferral(trigger.deferral(), sql);
        }
        if (trigger.oldTable().isPresent() || trigger.newTable().isPresent()) {
            sql.sql("\n    REFERENCING");
            trigger.oldTable().ifPresent(name -> sql.sql(" OLD TABLE AS ").name(name));
            trigger.newTable().ifPresent(name -> sql.sql(" NEW TABLE AS ").name(name));
        }
        sql.sql("\n    FOR EACH ").sql(trigger.forEachRow() ? "ROW" : "STATEMENT");
        trigger.when().ifPresent(condition -> sql.sql("\n    WHEN ").parenthesized(condition));
        sql.sql("\n    EXECUTE FUNCTION ").name(trigger.function()).sql("(");
        sql.each(trigger.arguments(), ", ", sql::literal).sql(")");
        List<DdlStatement> statements = new ArrayList<>();
        statements.add(sql.statement(trigger.span()));
        enable(relation, trigger).ifPresent(statements::add);
        return statements;
    }

    private static void appendEvent(Trigger.Event event, Trigger trigger, SqlBuilder sql) {
        sql.sql(event.name());
        if (event == Trigger.Event.UPDATE && !trigger.updateOf().isEmpty()) {
            sql.sql(" OF ").each(trigger.updateOf(), ", ", sql::name);
        }
    }

    private static Optional<DdlStatement> enable(QualifiedName relation, Trigger trigger) {
        String verb = switch (trigger.enabled()) {
            case ORIGIN -> "";
            case ALWAYS -> "ENABLE ALWAYS";
            case REPLICA -> "ENABLE REPLICA";
            case DISABLED -> "DISABLE";
        };
        if (verb.isEmpty()) {
            return Optional.empty();
        }
        SqlBuilder sql = new SqlBuilder().sql("ALTER TABLE ").name(relation).sql(" ");
        return Optional.of(sql.sql(verb).sql(" TRIGGER ").name(trigger.name()).statement(trigger.span()));
    }
}
