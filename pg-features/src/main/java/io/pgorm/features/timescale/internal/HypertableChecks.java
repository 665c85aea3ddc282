package io.pgorm.features.timescale.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.features.internal.OnViews;
import io.pgorm.ir.Column;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What TimescaleDB refuses. For one schema and one thread. */
public final class HypertableChecks {

    static final String INTERVAL =
            "(?i)\\s*\\d+(\\.\\d+)?\\s*(microsecond|millisecond|second|minute|hour|day|week|month|year)s?\\s*";

    private final Schema schema;
    private final List<Diagnostic> found = new ArrayList<>();

    private HypertableChecks(Schema schema) {
        this.schema = schema;
    }

    public static List<Diagnostic> check(Schema schema) {
        HypertableChecks checks = new HypertableChecks(schema);
        for (Table table : schema.tables()) {
            checks.use(table.name()).ifPresent(use -> checks.check(table, use));
        }
        checks.found.addAll(OnViews.refuse(
                schema, HypertableCodes.TABLE, "put it on the model of the table", List.of(HypertableAttribute.NAME)));
        checks.found.addAll(CommunityChecks.check(schema));
        return checks.found;
    }

    private Optional<AttributeUse> use(QualifiedName table) {
        return Attributes.one(schema, table, HypertableAttribute.NAME);
    }

    private void check(Table table, AttributeUse use) {
        Optional<Column> time = HypertableAttribute.time(use).flatMap(table::column);
        if (time.isEmpty()) {
            error(HypertableCodes.TIME, use.span(), "a hypertable has one time", "name one field in time:");
            return;
        }
        time(table, time.get(), use);
        keys(table, time.get());
        if (table.hierarchy().partitionedBy().isPresent()
                || table.hierarchy().partitionOf().isPresent()
                || !table.hierarchy().inherits().isEmpty()) {
            error(
                    HypertableCodes.TABLE,
                    use.span(),
                    "a hypertable has chunks, and neither partitions nor parents",
                    "leave @@partition or @@inherits out");
        }
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            if (use(key.target()).isPresent()) {
                error(
                        HypertableCodes.FOREIGN_KEY,
                        key.span(),
                        "a hypertable cannot point to the hypertable " + Attributes.model(schema, key.target()),
                        "keep the value without a relation");
            }
        }
    }

    private void time(Table table, Column time, AttributeUse use) {
        String field = Attributes.field(schema, table.name(), time.name());
        Optional<String> chunk = use.text(HypertableAttribute.CHUNK);
        switch (TimeType.of(time)) {
            case NONE ->
                error(
                        HypertableCodes.TIME,
                        use.span(),
                        field + " is no time",
                        "use a field of the type Timestamptz, Timestamp, Date, BigInt, Int or SmallInt");
            case TIME ->
                chunk.filter(text -> !text.matches(INTERVAL))
                        .ifPresent(text -> error(
                                HypertableCodes.CHUNK,
                                use.span(),
                                "\"" + text + "\" is no length of time",
                                "write a number and a unit: \"7 days\""));
            case NUMBER -> {
                if (chunk.isEmpty() || !chunk.get().matches("\\s*[1-9]\\d{0,17}\\s*")) {
                    error(
                            HypertableCodes.CHUNK,
                            use.span(),
                            field + " is a number, so that a chunk is one too",
                            "say how many of them a chunk holds: chunk: \"100000\"");
                }
            }
        }
        if (time.nullable()) {
            error(
                    HypertableCodes.TIME,
                    use.span(),
                    field + " may be absent, and a row without a time has no chunk",
                    "leave the `?` of its type out");
        }
    }

    private void keys(Table table, Column time) {
        for (Constraint constraint : table.constraints()) {
            switch (constraint) {
                case Constraint.PrimaryKey key ->
                    unique(table, "the primary key", "@@id(%s)", key.columns(), time, key.span());
                case Constraint.Unique key ->
                    unique(table, "the unique key", "@@unique(%s)", key.columns(), time, key.span());
                case Constraint.Exclusion exclusion ->
                    error(
                            HypertableCodes.KEY,
                            exclusion.span(),
                            "a hypertable has no exclusions",
                            "check it in the application");
                case Constraint.Check check -> {}
                case Constraint.ForeignKey key -> {}
                case Constraint.Other other -> {}
            }
        }
        for (Index index : table.indexes()) {
            if (index.unique()) {
                List<String> columns = index.keys().stream()
                        .filter(key -> key.target() instanceof Index.ColumnTarget)
                        .map(key -> ((Index.ColumnTarget) key.target()).column())
                        .toList();
                unique(table, "the unique index", "@@index(%s, unique: true)", columns, time, index.span());
            }
        }
    }

    private void unique(
            Table table, String what, String attribute, List<String> columns, Column time, SourceSpan span) {
        if (!columns.contains(time.name())) {
            List<String> all = new ArrayList<>(columns);
            all.add(time.name());
            List<String> fields = all.stream()
                    .map(column -> Attributes.field(schema, table.name(), column))
                    .toList();
            error(
                    HypertableCodes.KEY,
                    span,
                    what + " has to hold " + fields.getLast() + " too, since each chunk knows only its own rows",
                    "write " + attribute.formatted("[" + String.join(", ", fields) + "]"));
        }
    }

    private void error(String code, SourceSpan span, String message, String help) {
        found.add(Diagnostic.error(code, message, span).withHelp(help));
    }
}
