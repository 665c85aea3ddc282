package io.pgorm.sdl;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Model;
import io.pgorm.ir.PgType;
import io.pgorm.ir.Policy;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeType.Kind;
import io.pgorm.ir.spi.AttributeType.Parameter;
import io.pgorm.ir.spi.AttributeType.Target;
import io.pgorm.ir.spi.AttributeUse;
import io.pgorm.ir.spi.IndexMethod;
import io.pgorm.ir.spi.OperatorClass;
import io.pgorm.ir.spi.OperatorClass.Choice;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a stranger could write: types, attributes of every kind of argument, a method and operator classes. */
final class GeoExtension implements SchemaExtension {

    @Override
    public String name() {
        return "geo";
    }

    @Override
    public List<PgType> types() {
        return List.of(
                new PgType("Geography", "geography", PgType.Kind.OTHER, 0, 2, Optional.of("postgis"), Optional.empty()),
                new PgType("Vector", "vector", PgType.Kind.OTHER, 1, 1, Optional.of("vector"), Optional.empty()));
    }

    @Override
    public List<AttributeType> attributes() {
        return List.of(
                new AttributeType(
                        "postgis.Point",
                        Target.FIELD,
                        false,
                        List.of(Parameter.required("srid", Kind.WHOLE)),
                        "Points of a reference system."),
                new AttributeType(
                        "rls",
                        Target.MODEL,
                        true,
                        List.of(
                                Parameter.required("using", Kind.SQL),
                                Parameter.words("for", false, "all", "select"),
                                Parameter.optional("to", Kind.WORDS),
                                Parameter.optional("force", Kind.BOOL),
                                Parameter.optional("name", Kind.TEXT)),
                        "A policy of row level security."),
                new AttributeType(
                        "geo.cover",
                        Target.MODEL,
                        false,
                        List.of(Parameter.required("fields", Kind.FIELDS)),
                        "Names fields."),
                new AttributeType(
                        "geo.kinds",
                        Target.MODEL,
                        true,
                        List.of(
                                Parameter.optional("keys", Kind.KEYS),
                                new Parameter("weights", Kind.FIELD_WORDS, false, List.of("A", "B")),
                                Parameter.optional("texts", Kind.TEXTS),
                                new Parameter("from", Kind.CONSTANTS, false, List.of("MINVALUE", "MAXVALUE")),
                                Parameter.optional("of", Kind.MODEL),
                                Parameter.optional("call", Kind.ROUTINE),
                                Parameter.optional("as", Kind.NAME),
                                Parameter.optional("to", Kind.ROLES)),
                        "Takes what there is."));
    }

    @Override
    public List<IndexMethod> indexMethods() {
        return List.of(new IndexMethod("hnsw", Optional.of("vector")));
    }

    @Override
    public List<OperatorClass> operatorClasses() {
        return List.of(
                new OperatorClass("gin_trgm_ops", "gin", "text", Optional.of("pg_trgm"), Choice.COMPILER),
                new OperatorClass("gist_trgm_ops", "gist", "text", Optional.of("pg_trgm"), Choice.COMPILER),
                new OperatorClass("gist_text_ops", "gist", "text", Optional.of("btree_gist"), Choice.EXTENSION),
                new OperatorClass("gist_int4_ops", "gist", "integer", Optional.of("btree_gist"), Choice.EXTENSION),
                new OperatorClass("gist_enum_ops", "gist", "anyenum", Optional.of("btree_gist"), Choice.EXTENSION),
                new OperatorClass("int4_ops", "gin", "integer", Optional.of("btree_gin"), Choice.EXTENSION),
                new OperatorClass("vector_l2_ops", "hnsw", "vector", Optional.of("vector"), Choice.AUTHOR),
                new OperatorClass("vector_ip_ops", "hnsw", "vector", Optional.of("vector"), Choice.AUTHOR),
                new OperatorClass("gist_geography_ops", "gist", "geography", Optional.of("postgis"), Choice.SERVER));
    }

    @Override
    public Schema rewrite(Schema schema) {
        Schema rewritten = schema;
        for (Model model : schema.models()) {
            rewritten =
                    rewritten.mapTables(table -> table.name().equals(model.table()) ? rewrite(model, table) : table);
        }
        return rewritten;
    }

    private static Table rewrite(Model model, Table table) {
        Table changed = table;
        for (Model.ColumnField field : model.columnFields()) {
            for (AttributeUse use : field.attributes()) {
                List<String> arguments =
                        List.of("Point", String.valueOf(use.whole("srid").orElseThrow()));
                changed = changed.withColumns(changed.columns().stream()
                        .map(column -> column.name().equals(field.column())
                                ? column.withType(((ColumnType.Scalar) column.type()).withArguments(arguments))
                                : column)
                        .toList());
            }
        }
        List<Policy> policies = model.attributes().stream()
                .filter(use -> use.name().equals("rls"))
                .map(use -> new Policy(
                        use.text("name").orElse(table.name().name() + "_policy"),
                        true,
                        Policy.Command.ALL,
                        use.words("to"),
                        use.sql("using"),
                        Optional.empty(),
                        use.span()))
                .toList();
        return policies.isEmpty() ? changed : changed.withRowSecurity(RowSecurity.FORCED, policies);
    }

    @Override
    public Written write(Schema schema, SchemaNames names) {
        List<Written.Attribute> attributes = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Policy policy : table.policies()) {
                String to = policy.roles().isEmpty() ? "" : ", to: [" + String.join(", ", policy.roles()) + "]";
                attributes.add(new Written.Attribute(
                        table.name(),
                        Optional.empty(),
                        "@@rls(using: " + names.sql(policy.using().orElseThrow().render()) + to + ", name: "
                                + names.text(policy.name()) + ")"));
            }
        }
        return new Written(
                attributes, schema.mapTables(table -> table.withRowSecurity(RowSecurity.DISABLED, List.of())));
    }
}
