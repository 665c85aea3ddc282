package io.pgorm.jooq.internal;

import io.pgorm.ir.Model;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.codegen.JavaGenerator;
import org.jooq.codegen.JavaWriter;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;

/**
 * jOOQ's generator, which adds to each table what the client knows of its model: the relations as members, and how its
 * record is read. jOOQ makes it by its class name.
 */
public final class TableGenerator extends JavaGenerator {

    private static final String CLIENT = "io.pgorm.client.";

    private final GenerationRun run = GenerationRun.current();
    private List<TableDefinition> tables = List.of();

    @Override
    protected void generateTables(SchemaDefinition schema) {
        tables = schema.getDatabase().getTables();
        super.generateTables(schema);
    }

    @Override
    protected void generateTableClassFooter(TableDefinition table, JavaWriter out) {
        QualifiedName name = NamingStrategy.name(table);
        Map<String, String> types = new LinkedHashMap<>();
        for (ColumnDefinition column : table.getColumns()) {
            types.put(column.getInputName(), getJavaType(column.getType(resolver(out)), out));
        }
        run.putColumnTypes(name, types);
        run.putTable(
                name, getStrategy().getFullJavaClassName(table), getStrategy().getJavaIdentifier(table));
        run.names().model(name).ifPresent(model -> {
            model.relationFields().forEach(relation -> relation(model, relation, out));
            modelType(model, types, out);
        });
    }

    private void relation(Model model, Model.RelationField relation, JavaWriter out) {
        JavaNames names = run.names();
        Model target = names.model(relation.target());
        boolean many = relation.arity() == Model.Arity.MANY;
        String type = out.ref(CLIENT + (many ? "ToMany" : "ToOne"));
        String record = out.ref(names.own(target.name()));
        String to = out.ref(names.tableClass(target)) + "." + names.tableConstant(target);
        String list = out.ref("java.util.List");
        String local = list + ".of(" + constants(model, "this.", localColumns(relation.link())) + ")";
        String link = out.ref(CLIENT + "Link");
        String made = switch (relation.link()) {
            case Model.Direct direct ->
                link + ".direct(" + to + ".model(), " + local + ", " + list + ".of("
                        + constants(target, to + ".", direct.remote()) + "))";
            case Model.Through through -> through(through, target, to, local, out);
        };
        out.println();
        out.javadoc(
                "The relation {@code %s} to %s {@link %s}.", relation.name(), many ? "many" : "at most one", record);
        out.println(
                "public final transient %s<%s> %s = new %s<>(\"%s\", () -> %s);",
                type, record, names.fieldConstant(model, relation.name()), type, relation.name(), made);
    }

    private String through(Model.Through through, Model target, String to, String local, JavaWriter out) {
        String list = out.ref("java.util.List");
        TableDefinition join = joinTable(through.table());
        String table = out.ref(getStrategy().getFullJavaClassName(join)) + "."
                + getStrategy().getJavaIdentifier(join);
        return out.ref(CLIENT + "Link") + ".through(" + to + ".model(), " + local + ", new "
                + out.ref(CLIENT + "Link") + ".Join(" + table + ", " + list + ".of("
                + joinColumns(join, table, through.joinLocal()) + "), " + list + ".of("
                + joinColumns(join, table, through.joinRemote()) + ")), " + list + ".of("
                + constants(target, to + ".", through.remote()) + "))";
    }

    private TableDefinition joinTable(QualifiedName name) {
        return tables.stream()
                .filter(table -> NamingStrategy.name(table).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("jOOQ saw no table " + name));
    }

    private String joinColumns(TableDefinition join, String table, List<String> columns) {
        return columns.stream()
                .map(column -> table + "." + getStrategy().getJavaIdentifier(join.getColumn(column)))
                .collect(Collectors.joining(", "));
    }

    private static List<String> localColumns(Model.Link link) {
        return switch (link) {
            case Model.Direct direct -> direct.local();
            case Model.Through through -> through.local();
        };
    }

    private String constants(Model model, String prefix, List<String> columns) {
        return columns.stream()
                .map(column -> prefix + run.names().fieldConstant(model, Models.fieldOf(model, column)))
                .collect(Collectors.joining(", "));
    }

    private void modelType(Model model, Map<String, String> types, JavaWriter out) {
        Schema schema = run.schema();
        JavaNames names = run.names();
        List<Model.ColumnField> fields = model.columnFields();
        String type = out.ref(CLIENT + "ModelType");
        String record = out.ref(names.own(model.name()));
        String list = out.ref("java.util.List");
        List<String> key = Models.relation(schema, model)
                .primaryKey()
                .map(primary -> primary.columns())
                .orElse(List.of());
        List<String> updated = fields.stream()
                .filter(Model.ColumnField::updatedAt)
                .map(Model.ColumnField::column)
                .toList();
        String components = IntStream.range(0, fields.size())
                .mapToObj(i -> component(model, fields.get(i), types, i, out))
                .collect(Collectors.joining(", "));
        out.println();
        out.println("private transient %s<%s> model;", type, record);
        out.println();
        out.javadoc("What is known of {@link %s}, over this instance of the table.", record);
        out.override();
        out.println("public %s<%s> model() {", type, record);
        out.println("if (model == null) {");
        out.println(
                "model = new %s<>(%s.class, this, %s.of(%s), %s.of(%s), %s.of(%s), %s.of(%s), %s, v -> new %s(%s));",
                type,
                record,
                list,
                constants(
                        model,
                        "",
                        fields.stream().map(Model.ColumnField::column).toList()),
                list,
                fields.stream().map(field -> "\"" + field.name() + "\"").collect(Collectors.joining(", ")),
                list,
                constants(model, "", key),
                list,
                constants(model, "", updated),
                facts(model, out),
                record,
                components);
        out.println("}");
        out.println("return model;");
        out.println("}");
    }

    private String component(
            Model model, Model.ColumnField field, Map<String, String> types, int index, JavaWriter out) {
        String type = types.get(field.column());
        boolean nullable =
                Models.column(Models.relation(run.schema(), model), field).nullable();
        String primitive = nullable ? null : ModelSources.PRIMITIVES.get(type);
        return primitive == null
                ? "(" + out.ref(type) + ") v.at(" + index + ")"
                : "v." + primitive + "At(" + index + ")";
    }

    /** What only the database of the build can say of the table. */
    private String facts(Model model, JavaWriter out) {
        String facts = out.ref(CLIENT + "TableFacts");
        if (Models.isView(run.schema(), model)) {
            return facts + ".none()";
        }
        WrittenTable table = run.written(model.table());
        String list = out.ref("java.util.List");
        String optional = out.ref("java.util.Optional");
        String types = model.columnFields().stream()
                .map(field -> literal(table.sqlType(field.column())))
                .collect(Collectors.joining(", "));
        String version = model.columnFields().stream()
                .filter(Model.ColumnField::version)
                .map(field -> optional + ".of(" + literal(field.column()) + ")")
                .findFirst()
                .orElse(optional + ".empty()");
        String indexes = table.uniqueIndexes().stream()
                .filter(index -> index.columns().stream()
                        .allMatch(column -> model.fieldOf(column).isPresent()))
                .map(index -> "new " + facts + ".UniqueIndex(" + literal(index.name()) + ", " + list + ".of("
                        + index.columns().stream().map(TableGenerator::literal).collect(Collectors.joining(", "))
                        + "), "
                        + literal(index.elements()) + ", "
                        + index.condition()
                                .map(condition -> optional + ".of(" + literal(condition) + ")")
                                .orElse(optional + ".empty()")
                        + ")")
                .collect(Collectors.joining(", "));
        String exclusions = table.exclusions().entrySet().stream()
                .map(entry -> ".excluding(" + literal(entry.getKey()) + ", " + list + ".of("
                        + entry.getValue().stream()
                                .filter(column -> model.fieldOf(column).isPresent())
                                .map(TableGenerator::literal)
                                .collect(Collectors.joining(", "))
                        + "))")
                .collect(Collectors.joining());
        return "new " + facts + "(" + list + ".of(" + types + "), " + version + ", " + table.rowSecurity() + ", " + list
                + ".of(" + indexes + "))" + exclusions + (hasTriggers(model, table) ? ".triggered()" : "");
    }

    /** Whether a write of the model may do more than it says; a join table, which is no model, counts with both its ends. */
    private boolean hasTriggers(Model model, WrittenTable table) {
        return table.triggers()
                || model.relationFields().stream()
                        .anyMatch(relation -> relation.link() instanceof Model.Through through
                                && run.written(through.table()).triggers());
    }

    private static String literal(String text) {
        return JavaSource.literal(text);
    }
}
