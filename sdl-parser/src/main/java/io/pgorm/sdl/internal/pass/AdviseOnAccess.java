package io.pgorm.sdl.internal.pass;

import io.pgorm.ir.Grant;
import io.pgorm.ir.Model;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import java.util.Optional;

/** Advice on who can do what: grants that go further than they look, fields that nobody can fill. Stateless. */
public final class AdviseOnAccess {

    private AdviseOnAccess() {}

    public static void advise(Schema schema, Report report) {
        for (Grant grant : schema.objects(Grant.class)) {
            advise(schema, grant, report);
        }
        for (Model model : schema.models()) {
            if (!model.ignored()) {
                schema.table(model.table()).ifPresent(table -> advise(model, table, report));
            }
        }
    }

    private static void advise(Schema schema, Grant grant, Report report) {
        if (grant.revoke() || grant.on().kind() != ObjectName.Kind.TABLE) {
            return;
        }
        boolean secured = schema.table(grant.on().name())
                .map(table -> table.rowSecurity() != RowSecurity.DISABLED)
                .orElse(false);
        if (secured && grant.privileges().contains("TRUNCATE")) {
            report.warning(
                    Codes.TRUNCATE_PAST_POLICIES,
                    grant.span(),
                    grant.grantee() + " may empty " + grant.on().name() + " whatever its policies say: TRUNCATE does"
                            + " not look at them",
                    "grant the others one by one: `[SELECT, INSERT, UPDATE, DELETE]`");
        }
        if (grant.privileges().contains("MAINTAIN")) {
            report.info(
                    Codes.NEEDS_NEWER_SERVER,
                    grant.span(),
                    "PostgreSQL has the privilege MAINTAIN from version 17 on",
                    Optional.of("leave it out for older servers"));
        }
    }

    private static void advise(Model model, Table table, Report report) {
        for (Model.ColumnField field : model.columnFields()) {
            boolean unfillable = field.ignored()
                    && table.column(field.column())
                            .map(column -> !column.hasValueWhenOmitted())
                            .orElse(false);
            if (unfillable) {
                report.warning(
                        Codes.IGNORED_REQUIRED,
                        field.span(),
                        field.name() + " is required and ignored, so the client can insert no row of " + model.name(),
                        "give it a @default, or make it nullable with ?");
            }
        }
    }
}
