package io.pgorm.database.ddl;

import static io.pgorm.database.ddl.Ir.NONE;
import static io.pgorm.database.ddl.Ir.column;
import static io.pgorm.database.ddl.Ir.name;
import static io.pgorm.database.ddl.Ir.some;
import static io.pgorm.database.ddl.Ir.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.Trigger.Enabled;
import io.pgorm.ir.Trigger.Event;
import io.pgorm.ir.Trigger.Timing;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TriggerDdlTest extends OnServer {

    private static final SqlObject TOUCH = new SqlObject(
            "touch",
            SqlObject.Phase.FUNCTIONS,
            "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
            Optional.empty(),
            NONE);

    @Test
    void triggersOfEveryForm() throws SQLException {
        Trigger row = new Trigger(
                "it's",
                Timing.BEFORE,
                List.of(Event.INSERT, Event.UPDATE),
                List.of("a", "b"),
                true,
                some("NEW.a IS NOT NULL -- always"),
                name("touch"),
                List.of("x", "it's"),
                false,
                Optional.empty(),
                Constraint.Deferral.NOT_DEFERRABLE,
                Optional.empty(),
                Optional.empty(),
                Enabled.ALWAYS,
                NONE);
        Trigger deferred = new Trigger(
                "later",
                Timing.AFTER,
                List.of(Event.DELETE),
                List.of(),
                true,
                Optional.empty(),
                name("touch"),
                List.of(),
                true,
                Optional.of(name("other")),
                Constraint.Deferral.INITIALLY_DEFERRED,
                Optional.empty(),
                Optional.empty(),
                Enabled.REPLICA,
                NONE);
        Trigger rows = new Trigger(
                "rows",
                Timing.AFTER,
                List.of(Event.UPDATE),
                List.of(),
                false,
                Optional.empty(),
                name("touch"),
                List.of(),
                false,
                Optional.empty(),
                Constraint.Deferral.NOT_DEFERRABLE,
                Optional.of("before"),
                Optional.of("After"),
                Enabled.DISABLED,
                NONE);
        load(
                TOUCH,
                table("other", column("id", "int")),
                table("t", column("a", "int"), column("b", "int")).withTriggers(List.of(rows, deferred, row)));

        assertThat(
                        ask(
                                "SELECT tgenabled::text || ' ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname"))
                .containsExactly(
                        "A CREATE TRIGGER \"it's\" BEFORE INSERT OR UPDATE OF a, b ON public.t FOR EACH ROW "
                                + "WHEN ((new.a IS NOT NULL)) EXECUTE FUNCTION touch('x', 'it''s')",
                        "R CREATE CONSTRAINT TRIGGER later AFTER DELETE ON public.t FROM other "
                                + "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch()",
                        "D CREATE TRIGGER rows AFTER UPDATE ON public.t REFERENCING OLD TABLE AS before "
                                + "NEW TABLE AS \"After\" FOR EACH STATEMENT EXECUTE FUNCTION touch()");
    }
}
