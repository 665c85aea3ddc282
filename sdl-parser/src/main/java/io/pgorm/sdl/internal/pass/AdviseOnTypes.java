package io.pgorm.sdl.internal.pass;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Model;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import java.util.List;
import java.util.Optional;

/** Advice on fields and models: what works, though something else is nearly always meant. Stateless. */
public final class AdviseOnTypes {

    private AdviseOnTypes() {}

    /** Says what is to be said of every model. */
    public static void advise(Schema schema, Report report) {
        for (Model model : schema.models()) {
            schema.table(model.table()).ifPresent(table -> advise(model, table, report));
        }
        adviseOnSerials(schema, report);
    }

    /** Said once for all: a schema that has one usually has one in each model. */
    private static void adviseOnSerials(Schema schema, Report report) {
        List<Model.ColumnField> serials = schema.models().stream()
                .flatMap(model -> model.columnFields().stream()
                        .filter(field -> schema.table(model.table())
                                .flatMap(table -> table.column(field.column()))
                                .map(Column::isSerial)
                                .orElse(false)))
                .toList();
        if (!serials.isEmpty()) {
            String others = switch (serials.size()) {
                case 1 -> "";
                case 2 -> ", as is 1 other field";
                default -> ", as are " + (serials.size() - 1) + " other fields";
            };
            report.info(
                    Codes.PREFER_IDENTITY,
                    serials.getFirst().span(),
                    serials.getFirst().name() + " is a serial" + others
                            + "; an identity column does the same by the standard",
                    Optional.of("write Int for Serial, BigInt for BigSerial, and `@identity(byDefault)` behind it"));
        }
    }

    private static void advise(Model model, Table table, Report report) {
        if (table.primaryKey().isEmpty() && !model.ignored()) {
            report.warning(
                    Codes.NO_PRIMARY_KEY,
                    model.span(),
                    "the model " + model.name()
                            + " has no primary key, so its client cannot find, update or delete by it",
                    "mark a field with @id, or several with `@@id([first, second])`");
        }
        for (Model.ColumnField field : model.columnFields()) {
            table.column(field.column()).ifPresent(column -> advise(field, column, report));
        }
    }

    private static void advise(Model.ColumnField field, Column column, Report report) {
        // a type that an extension maps to Java is what it is on purpose
        if (!(column.type() instanceof ColumnType.Scalar scalar)
                || scalar.type().java().isPresent()) {
            return;
        }
        String name = field.name();
        switch (scalar.type().sql()) {
            case "json" ->
                report.warning(
                        Codes.PREFER_JSONB,
                        field.span(),
                        name + " is Json, which keeps the text as it came and can be neither indexed nor compared",
                        "write Jsonb, unless the very text matters");
            case "timestamp" ->
                report.warning(
                        Codes.PREFER_TIMESTAMPTZ,
                        field.span(),
                        name + " is a Timestamp without zone, which is no point in time until a zone is agreed on",
                        "write Timestamptz, unless it is meant as local time");
            default -> {}
        }
    }
}
