package io.pgorm.features.timescale.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.ir.Column;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What TimescaleDB's Community edition refuses, and what a hypertable is better without. For one schema and one thread. */
final class CommunityChecks {

    private final Schema schema;
    private final List<Diagnostic> found = new ArrayList<>();

    private CommunityChecks(Schema schema) {
        this.schema = schema;
    }

    static List<Diagnostic> check(Schema schema) {
        CommunityChecks checks = new CommunityChecks(schema);
        schema.tables().forEach(checks::table);
        schema.views().forEach(checks::view);
        return checks.found;
    }

    private void table(Table table) {
        Optional<AttributeUse> compress = use(table, HypertableAttribute.COMPRESS);
        Optional<AttributeUse> retain = use(table, HypertableAttribute.RETAIN);
        Optional<AttributeUse> hypertable = use(table, HypertableAttribute.NAME);
        for (AttributeUse use :
                List.of(compress, retain).stream().flatMap(Optional::stream).toList()) {
            if (hypertable.isEmpty()) {
                place(use, "@@" + use.name() + " is for hypertables", "add @@hypertable(time: ...)");
            }
            length(
                    use,
                    HypertableAttribute.AFTER,
                    hypertable.flatMap(HypertableAttribute::time).flatMap(table::column));
        }
        use(table, HypertableAttribute.CONTINUOUS)
                .ifPresent(use -> place(use, "@@" + use.name() + " is for materialized views", "leave it out"));
        compress.filter(use -> !table.policies().isEmpty())
                .ifPresent(use -> found.add(Diagnostic.error(
                                HypertableCodes.SECURITY,
                                "TimescaleDB has no row security for what is stored by columns",
                                use.span())
                        .withHelp("leave @@hypertable.compress or the policies out")));
        if (hypertable.isEmpty()) {
            table.foreignKeys().forEach(this::pointing);
        }
    }

    private void pointing(Constraint.ForeignKey key) {
        if (Attributes.one(schema, key.target(), HypertableAttribute.NAME).isPresent()) {
            found.add(Diagnostic.warning(
                            HypertableCodes.POINTED_TO,
                            "PostgreSQL drops no chunk of " + Attributes.model(schema, key.target())
                                    + " while a foreign key points to it",
                            key.span())
                    .withHelp("keep the value without a relation, if old chunks are to go"));
        }
    }

    private void view(View view) {
        for (String name : List.of(HypertableAttribute.COMPRESS, HypertableAttribute.RETAIN)) {
            Attributes.one(schema, view.name(), name)
                    .ifPresent(use -> place(use, "@@" + name + " is for hypertables", "leave it out"));
        }
        Attributes.one(schema, view.name(), HypertableAttribute.CONTINUOUS).ifPresent(use -> {
            if (!view.materialized()) {
                place(use, "@@" + use.name() + " is for materialized views", "write `materialized view`");
            }
            for (String part : List.of(HypertableAttribute.FROM, HypertableAttribute.TO, HypertableAttribute.EVERY)) {
                length(use, part, Optional.empty());
            }
            if (!use.has(HypertableAttribute.EVERY)
                    && (use.has(HypertableAttribute.FROM) || use.has(HypertableAttribute.TO))) {
                place(use, "nobody fills it between these times", "say how often: every: \"1 hour\"");
            }
        });
    }

    private void length(AttributeUse use, String parameter, Optional<Column> time) {
        boolean number = time.map(TimeType::of).equals(Optional.of(TimeType.NUMBER));
        use.text(parameter)
                .filter(text -> !text.matches(number ? "\\s*[1-9]\\d{0,17}\\s*" : HypertableChecks.INTERVAL))
                .ifPresent(text -> found.add(
                        Diagnostic.error(HypertableCodes.CHUNK, "\"" + text + "\" is no length of time", use.span())
                                .withHelp(
                                        number
                                                ? "write a number, as the time is one"
                                                : "write a number and a unit: \"7 days\"")));
    }

    private void place(AttributeUse use, String message, String help) {
        found.add(Diagnostic.error(HypertableCodes.PLACE, message, use.span()).withHelp(help));
    }

    private Optional<AttributeUse> use(Table table, String name) {
        return Attributes.one(schema, table.name(), name);
    }
}
