package io.pgorm.features.timescale.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.AttributeUse;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compression, policies and continuous aggregates, which TimescaleDB's Community edition has. In front of all that is made stands
 * a statement that says so on the Apache edition, so that nothing of the schema is there then. Stateless.
 */
public final class Community {

    static final String EDITION = "hypertable edition";

    /** By which a materialized view becomes a continuous aggregate. */
    static final String OPTION = "timescaledb.continuous";

    private static final String GUARD = """
            DO $$ BEGIN
              IF current_setting('timescaledb.license', true) = 'apache' THEN
                RAISE EXCEPTION USING ERRCODE = 'feature_not_supported',
                  MESSAGE = 'this schema needs TimescaleDB''s Community edition, and this server has the Apache edition',
                  HINT = 'Install the packages or the image of Timescale and set timescaledb.license to timescale, or leave out'
                    ' @@hypertable.compress, @@hypertable.retain and @@hypertable.continuous.';
              END IF;
            END $$""";

    private Community() {}

    /** The schema with its continuous aggregates as such. They are not filled by their making, and have no unique indexes. */
    public static Schema add(Schema schema) {
        return schema.mapObjects(object -> object instanceof View view
                        && view.materialized()
                        && Attributes.one(schema, view.name(), HypertableAttribute.CONTINUOUS)
                                .isPresent()
                ? continuous(view)
                : object);
    }

    static View continuous(View view) {
        TreeMap<String, String> options = new TreeMap<>(view.options());
        options.put(OPTION, "true");
        return new View(
                view.name(),
                true,
                view.columns(),
                view.key(),
                view.query(),
                options,
                view.indexes().stream().filter(index -> !index.unique()).toList(),
                view.triggers(),
                false,
                view.accessMethod(),
                view.tablespace(),
                view.comment(),
                view.span());
    }

    static List<SqlObject.Reference> views(Schema schema) {
        return schema.views().stream()
                .filter(view -> view.options().containsKey(OPTION))
                .<SqlObject.Reference>map(view -> new SqlObject.Reference.Named(view.name()))
                .toList();
    }

    public static List<SqlObject> create(Schema schema) {
        List<SqlObject> made = new ArrayList<>();
        schema.tables().forEach(table -> {
            QualifiedName name = table.name();
            Attributes.one(schema, name, HypertableAttribute.COMPRESS).ifPresent(use -> {
                made.add(columnar(
                        name,
                        use.columns(HypertableAttribute.SEGMENT_BY),
                        use.columns(HypertableAttribute.ORDER_BY).stream()
                                .map(Identifiers::quote)
                                .toList(),
                        use.span()));
                made.add(compress(name, after(use), use.span()));
            });
            Attributes.one(schema, name, HypertableAttribute.RETAIN)
                    .ifPresent(use -> made.add(retain(name, after(use), use.span())));
        });
        schema.views()
                .forEach(view -> Attributes.one(schema, view.name(), HypertableAttribute.CONTINUOUS)
                        .filter(use -> use.has(HypertableAttribute.EVERY))
                        .ifPresent(use -> made.add(refresh(
                                view.name(),
                                use.text(HypertableAttribute.FROM),
                                use.text(HypertableAttribute.TO),
                                use.text(HypertableAttribute.EVERY).orElse(""),
                                use.span()))));
        boolean any = !made.isEmpty()
                || schema.views().stream().anyMatch(view -> view.options().containsKey(OPTION));
        if (any) {
            made.add(guard(schema));
        }
        return made;
    }

    /** Before the first table, so that on the wrong edition none is there. */
    static SqlObject guard(Schema schema) {
        return new SqlObject(
                EDITION,
                SqlObject.Phase.EXTENSIONS,
                GUARD,
                Optional.of("SELECT 1"),
                List.of(),
                schema.objects().stream()
                        .flatMap(object -> named(object).stream())
                        .<SqlObject.Reference>map(SqlObject.Reference.Named::new)
                        .toList(),
                SourceSpan.NONE);
    }

    private static Optional<QualifiedName> named(SchemaObject object) {
        return object instanceof io.pgorm.ir.Table table ? Optional.of(table.name()) : Optional.empty();
    }

    private static String after(AttributeUse use) {
        return use.text(HypertableAttribute.AFTER).orElse("");
    }

    /** @param orderBy as SQL */
    static SqlObject columnar(QualifiedName table, List<String> segmentBy, List<String> orderBy, SourceSpan span) {
        String segments = segmentBy.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        String orders = String.join(", ", orderBy);
        return object(
                "columnar",
                table,
                "ALTER TABLE " + qualified(table) + " SET (timescaledb.compress"
                        + (segments.isEmpty() ? "" : ", timescaledb.compress_segmentby = " + Literals.quote(segments))
                        + (orders.isEmpty() ? "" : ", timescaledb.compress_orderby = " + Literals.quote(orders))
                        + ")",
                "ALTER TABLE " + qualified(table) + " SET (timescaledb.compress = false)",
                "hypertable:" + table,
                span);
    }

    static SqlObject compress(QualifiedName table, String after, SourceSpan span) {
        return object(
                "compress",
                table,
                "SELECT add_compression_policy(" + Literals.quote(qualified(table)) + ", " + length(after) + ")",
                "SELECT remove_compression_policy(" + Literals.quote(qualified(table)) + ")",
                "hypertable.columnar:" + table,
                span);
    }

    static SqlObject retain(QualifiedName table, String after, SourceSpan span) {
        return object(
                "retain",
                table,
                "SELECT add_retention_policy(" + Literals.quote(qualified(table)) + ", " + length(after) + ")",
                "SELECT remove_retention_policy(" + Literals.quote(qualified(table)) + ")",
                "hypertable:" + table,
                span);
    }

    static SqlObject refresh(
            QualifiedName view, Optional<String> from, Optional<String> to, String every, SourceSpan span) {
        return object(
                "refresh",
                view,
                "SELECT add_continuous_aggregate_policy(" + Literals.quote(qualified(view)) + ", start_offset => "
                        + from.map(Community::length).orElse("NULL::interval") + ", end_offset => "
                        + to.map(Community::length).orElse("NULL::interval") + ", schedule_interval => " + length(every)
                        + ")",
                "SELECT remove_continuous_aggregate_policy(" + Literals.quote(qualified(view)) + ")",
                "hypertable:" + view,
                span);
    }

    private static SqlObject object(
            String kind, QualifiedName name, String sql, String undo, String after, SourceSpan span) {
        return new SqlObject(
                "hypertable." + kind + ":" + name,
                SqlObject.Phase.INDEXES,
                sql,
                Optional.of(undo),
                List.of(new SqlObject.Reference.Named(name), new SqlObject.Reference.Block(after)),
                List.of(),
                span);
    }

    private static String qualified(QualifiedName name) {
        return Identifiers.quote(name.schema()) + "." + Identifiers.quote(name.name());
    }

    /** Of a time that is a number, a number. */
    private static String length(String text) {
        return text.matches("\\s*\\d+\\s*") ? text.strip() : "INTERVAL " + Literals.quote(text);
    }
}
