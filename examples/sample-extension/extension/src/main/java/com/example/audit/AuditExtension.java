package com.example.audit;

import io.pgorm.ir.Constraint.Deferral;
import io.pgorm.ir.Model;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.SqlObject.Phase;
import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeUse;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code @@audit} on a model: each row that is written leaves a line in the table {@code audit_log}. {@code @audit.hide}
 * on a field keeps its value out of it.
 */
public final class AuditExtension implements SchemaExtension {

    private static final String AUDIT = "audit";
    private static final String HIDE = "audit.hide";
    private static final QualifiedName FUNCTION = QualifiedName.of("audit_record");

    @Override
    public String name() {
        return AUDIT;
    }

    @Override
    public List<AttributeType> attributes() {
        return List.of(
                new AttributeType(
                        AUDIT,
                        AttributeType.Target.MODEL,
                        false,
                        List.of(AttributeType.Parameter.optional("label", AttributeType.Kind.TEXT)),
                        "each row that is written leaves a line in audit_log"),
                new AttributeType(
                        HIDE,
                        AttributeType.Target.FIELD,
                        false,
                        List.of(),
                        "the value stays out of audit_log"));
    }

    /** A trigger on each table whose model asks for it. */
    @Override
    public Schema rewrite(Schema schema) {
        return schema.mapTables(table -> schema.modelOf(table.name())
                .flatMap(model -> use(model).map(use -> withTrigger(table, model, use)))
                .orElse(table));
    }

    private static Optional<AttributeUse> use(Model model) {
        return model.attributes().stream()
                .filter(attribute -> attribute.name().equals(AUDIT))
                .findFirst();
    }

    private static Table withTrigger(Table table, Model model, AttributeUse use) {
        List<String> arguments = new ArrayList<>();
        arguments.add(use.text("label").orElse(model.name()));
        arguments.addAll(hidden(model).stream().map(Model.ColumnField::column).toList());
        List<Trigger> triggers = new ArrayList<>(table.triggers());
        triggers.add(new Trigger(
                table.name().name() + "_audit",
                Trigger.Timing.AFTER,
                List.of(Trigger.Event.INSERT, Trigger.Event.UPDATE, Trigger.Event.DELETE),
                List.of(),
                true,
                Optional.empty(),
                FUNCTION,
                arguments,
                false,
                Optional.empty(),
                Deferral.NOT_DEFERRABLE,
                Optional.empty(),
                Optional.empty(),
                Trigger.Enabled.ORIGIN,
                use.span()));
        return table.withTriggers(triggers);
    }

    private static List<Model.ColumnField> hidden(Model model) {
        return model.columnFields().stream()
                .filter(field ->
                        field.attributes().stream().anyMatch(attribute -> attribute.name().equals(HIDE)))
                .toList();
    }

    @Override
    public List<Diagnostic> validate(Schema schema) {
        List<Diagnostic> found = new ArrayList<>();
        for (Model model : schema.models()) {
            Optional<AttributeUse> audit = use(model);
            if (audit.isPresent() && schema.tableOf(model).primaryKey().isEmpty()) {
                found.add(Diagnostic.error(
                                "AUDIT001",
                                model.name() + " has no primary key, so a line of audit_log could not say which row it"
                                        + " is about",
                                audit.get().span())
                        .withHelp("give it a field with @id"));
            }
            if (audit.isEmpty() && !hidden(model).isEmpty()) {
                found.add(Diagnostic.error(
                                "AUDIT002",
                                model.name() + " is not audited, so there is nothing to hide from",
                                hidden(model).getFirst().span())
                        .withHelp("leave @audit.hide out, or add @@audit"));
            }
        }
        return found;
    }

    /** The log and the function, once, where a model asks for them. */
    @Override
    public List<SqlObject> generate(Schema schema) {
        Optional<AttributeUse> first =
                schema.models().stream().flatMap(model -> use(model).stream()).findFirst();
        return first.map(use -> List.of(log(use.span()), function(use.span()))).orElse(List.of());
    }

    private static SqlObject log(SourceSpan span) {
        return new SqlObject("audit:log", Phase.TABLES, """
                CREATE TABLE audit_log (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    at timestamptz NOT NULL DEFAULT now(),
                    label text NOT NULL,
                    operation text NOT NULL,
                    before jsonb,
                    after jsonb
                )""", Optional.of("DROP TABLE audit_log"), span);
    }

    /** The arguments are the label, and the columns to leave out. */
    private static SqlObject function(SourceSpan span) {
        String body = """
                BEGIN
                    INSERT INTO audit_log (label, operation, before, after)
                    VALUES (
                        TG_ARGV[0],
                        TG_OP,
                        CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - TG_ARGV[1:] END,
                        CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - TG_ARGV[1:] END);
                    RETURN NULL;
                END
                """;
        return new SqlObject(
                "audit:record",
                Phase.FUNCTIONS,
                "CREATE FUNCTION audit_record() RETURNS trigger LANGUAGE plpgsql AS " + Literals.quote(body),
                Optional.of("DROP FUNCTION audit_record()"),
                span);
    }
}
