package io.pgorm.features.timescale.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.ir.Column;
import io.pgorm.ir.Comment;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.AttributeUse;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes tables hypertables. Stateless. */
public final class Hypertables {

    static final String EXTENSION = "timescaledb";

    /** Where TimescaleDB keeps chunks and what it knows of them. */
    private static final String OWN_SCHEMAS = "_timescaledb_";

    private static final String OWN_TRIGGER = "ts_insert_blocker";

    private Hypertables() {}

    /** The schema with the extension, and an index on the time of each hypertable. */
    public static Schema add(Schema schema) {
        Schema extended = schema.tables().stream()
                .flatMap(table -> Attributes.one(schema, table.name(), HypertableAttribute.NAME).stream())
                .findFirst()
                .map(use -> schema.withExtension(new Extension(EXTENSION, use.span())))
                .orElse(schema);
        return extended.mapTables(table -> Attributes.one(schema, table.name(), HypertableAttribute.NAME)
                .flatMap(use -> HypertableAttribute.time(use).map(time -> indexed(table, time, use)))
                .orElse(table));
    }

    private static Table indexed(Table table, String time, AttributeUse use) {
        boolean present = table.indexes().stream().anyMatch(index -> begins(index, time))
                || table.primaryKey()
                        .map(Constraint.PrimaryKey::columns)
                        .filter(columns -> columns.getFirst().equals(time))
                        .isPresent();
        if (present) {
            return table;
        }
        List<Index> indexes = new ArrayList<>(table.indexes());
        indexes.add(new Index(
                Identifiers.shorten(table.name().name() + "_" + time, "_idx"),
                false,
                "btree",
                List.of(new Index.Key(
                        new Index.ColumnTarget(time),
                        Optional.empty(),
                        Optional.of(Index.Order.DESC),
                        Optional.empty())),
                List.of(),
                false,
                Optional.empty(),
                Map.of(),
                use.span()));
        return table.withIndexes(indexes);
    }

    private static boolean begins(Index index, String column) {
        return index.method().equals("btree")
                && index.keys().getFirst().target() instanceof Index.ColumnTarget(String name)
                && name.equals(column);
    }

    /** The calls that make the tables hypertables, when they are there. */
    public static List<SqlObject> create(Schema schema) {
        List<SqlObject.Reference> views = Community.views(schema);
        return schema.tables().stream()
                .flatMap(table -> Attributes.one(schema, table.name(), HypertableAttribute.NAME).stream()
                        .flatMap(
                                use -> HypertableAttribute.time(use)
                                        .flatMap(table::column)
                                        .map(time -> create(table.name(), time, use))
                                        .stream()))
                .map(made -> before(made, views))
                .toList();
    }

    private static SqlObject create(QualifiedName table, Column time, AttributeUse use) {
        Optional<String> chunk = use.text(HypertableAttribute.CHUNK)
                .map(text -> TimeType.of(time) == TimeType.NUMBER ? text.strip() : "INTERVAL " + Literals.quote(text));
        return object(table, call(table, time.name(), chunk), use.span());
    }

    /** @param chunk its length as SQL */
    static String call(QualifiedName table, String time, Optional<String> chunk) {
        String qualified = Identifiers.quote(table.schema()) + "." + Identifiers.quote(table.name());
        return "SELECT create_hypertable(" + Literals.quote(qualified) + ", by_range(" + Literals.quote(time)
                + chunk.map(length -> ", " + length).orElse("") + "), create_default_indexes => false)";
    }

    static SqlObject object(QualifiedName table, String sql, SourceSpan span) {
        return new SqlObject(
                "hypertable:" + table,
                SqlObject.Phase.TABLES,
                sql,
                Optional.empty(),
                List.of(new SqlObject.Reference.Named(table)),
                List.of(),
                span);
    }

    /** Continuous aggregates are made over a hypertable, and not over the table that it was. */
    static SqlObject before(SqlObject hypertable, List<SqlObject.Reference> views) {
        return new SqlObject(
                hypertable.id(),
                hypertable.phase(),
                hypertable.sql(),
                hypertable.undo(),
                hypertable.after(),
                views,
                hypertable.span());
    }

    /** A chunk, or what TimescaleDB says of itself, which tells the edition and so differs from server to server. */
    private static boolean isOwn(SchemaObject object) {
        return switch (object) {
            case Table table -> table.name().schema().startsWith(OWN_SCHEMAS);
            case Comment comment ->
                comment.on().kind() == ObjectName.Kind.EXTENSION
                        && comment.on().name().name().equals(EXTENSION);
            default -> false;
        };
    }

    /** A schema read from a database, without chunks and the trigger that guards a hypertable. */
    public static Schema forgetChunks(Schema schema) {
        if (schema.extensions().stream().noneMatch(extension -> extension.name().equals(EXTENSION))) {
            return schema;
        }
        return schema.withObjects(schema.objects().stream()
                .filter(object -> !isOwn(object))
                .map(object -> object instanceof Table table
                        ? table.withTriggers(table.triggers().stream()
                                .filter(trigger -> !trigger.name().equals(OWN_TRIGGER))
                                .toList())
                        : object)
                .toList());
    }
}
