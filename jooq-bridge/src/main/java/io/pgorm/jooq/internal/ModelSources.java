package io.pgorm.jooq.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Model;
import io.pgorm.ir.Model.ColumnField;
import io.pgorm.ir.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The classes of one model: its record, what creates and what updates it, and its entry in {@code Db}. */
final class ModelSources {

    private static final String CLIENT = "io.pgorm.client.";
    private static final Map<String, String> PRIMITIVES = Map.of(
            "java.lang.Short", "short",
            "java.lang.Integer", "int",
            "java.lang.Long", "long",
            "java.lang.Float", "float",
            "java.lang.Double", "double",
            "java.lang.Boolean", "boolean");

    private final GenerationRun run;
    private final Model model;
    private final Table table;
    private final boolean view;

    ModelSources(GenerationRun run, Model model) {
        this.run = run;
        this.model = model;
        this.table = Models.relation(run.schema(), model);
        this.view = Models.isView(run.schema(), model);
    }

    /** The texts by simple class name. */
    Map<String, String> all() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put(model.name(), record());
        if (!view && Models.canBeCreated(model, table)) {
            sources.put(model.name() + "Create", create());
        }
        if (!view) {
            sources.put(model.name() + "Update", update());
        }
        sources.put(model.name() + "Client", client());
        return sources;
    }

    private JavaSource source() {
        return new JavaSource(run.names().packageName(), run.names().ownTypes());
    }

    private String record() {
        JavaSource out = source();
        StringBuilder doc = new StringBuilder(documentation(
                model.documentation().orElse("A row of {@code " + table.name().name() + "}.")));
        List<ColumnField> documented = model.columnFields().stream()
                .filter(field -> field.documentation().isPresent())
                .toList();
        if (!documented.isEmpty()) {
            doc.append('\n');
            documented.forEach(field -> doc.append("\n@param ")
                    .append(field.name())
                    .append(' ')
                    .append(documentation(field.documentation().orElse(""))));
        }
        out.doc(doc.toString());
        String components = model.columnFields().stream()
                .map(field -> type(out, field) + " " + field.name())
                .collect(Collectors.joining(", "));
        out.line("public record " + model.name() + "(" + components + ") {}");
        return out.text();
    }

    /** What the author wrote is text, not HTML. */
    private static String documentation(String text) {
        return text.startsWith("A row of {@code")
                ? text
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("@", "&#64;")
                        .replace("{", "&#123;");
    }

    /** Nullable where the column is, primitive where it can be. */
    private String type(JavaSource out, ColumnField field) {
        String java = run.columnType(model.table(), field.column());
        Column column = Models.column(table, field);
        if (!column.nullable()) {
            return out.ref(PRIMITIVES.getOrDefault(java, java));
        }
        String nullable = "@" + out.ref("org.jspecify.annotations.Nullable") + " ";
        String name = out.ref(java);
        int brackets = name.indexOf('[');
        if (brackets >= 0) {
            return name.substring(0, brackets) + " " + nullable + name.substring(brackets);
        }
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot + 1) + nullable + name.substring(dot + 1);
    }

    private String create() {
        JavaSource out = source();
        String name = model.name() + "Create";
        List<ColumnField> required = Models.required(model, table);
        List<ColumnField> optional = Models.optional(model, table);
        out.doc("What a new {@link " + model.name() + "} is given. What is left out gets the default of the database.");
        out.line("public sealed interface " + name + " extends " + out.ref(CLIENT + "Create") + "<" + model.name()
                + "> permits " + name + ".Values {");
        if (required.isEmpty()) {
            out.doc("Every field by its default.");
            out.line("static Values defaults() {");
            out.line("return new Values(" + out.ref(CLIENT + "Assignments") + ".none());")
                    .line("}");
            optional.forEach(field -> starter(out, field, "Values"));
        } else {
            starter(out, required.get(0), stage(required, 1));
        }
        for (int i = 1; i < required.size(); i++) {
            out.blank();
            out.doc("Still without {@code " + required.get(i).name() + "}, which is required.");
            out.line("final class " + stage(required, i) + " {");
            holder(out, stage(required, i));
            setter(out, required.get(i), stage(required, i + 1));
            out.line("}");
        }
        values(out, name, optional);
        return out.line("}").text();
    }

    private static String stage(List<ColumnField> required, int index) {
        return index == required.size()
                ? "Values"
                : "Needs" + JavaNames.capitalized(required.get(index).name());
    }

    private String update() {
        JavaSource out = source();
        String name = model.name() + "Update";
        List<ColumnField> fields = Models.updatable(model, table);
        out.doc("What changes in a {@link " + model.name() + "}.");
        out.line("public sealed interface " + name + " extends " + out.ref(CLIENT + "Update") + "<" + model.name()
                + "> permits " + name + ".Values {");
        fields.forEach(field -> starter(out, field, "Values"));
        values(out, name, fields);
        return out.line("}").text();
    }

    /** The class that can be sent: it holds all that is required, and takes the rest. */
    private void values(JavaSource out, String name, List<ColumnField> fields) {
        out.blank();
        out.doc("Complete. Immutable: each method returns a new value.");
        out.line("final class Values implements " + name + " {");
        holder(out, "Values");
        out.blank();
        out.line("@" + out.ref("java.lang.Override"));
        out.line("public " + out.ref(CLIENT + "Assignments") + " assignments() {");
        out.line("return assignments;").line("}");
        fields.forEach(field -> setter(out, field, "Values"));
        out.line("}");
    }

    private void holder(JavaSource out, String className) {
        String assignments = out.ref(CLIENT + "Assignments");
        out.line("private final " + assignments + " assignments;").blank();
        out.line("private " + className + "(" + assignments + " assignments) {");
        out.line("this.assignments = assignments;").line("}");
    }

    private void starter(JavaSource out, ColumnField field, String result) {
        out.blank();
        out.line("static " + result + " " + field.name() + "(" + type(out, field) + " " + field.name() + ") {");
        out.line("return new " + result + "(" + out.ref(CLIENT + "Assignments") + ".none().with(" + constant(out, field)
                        + ", " + field.name() + "));")
                .line("}");
    }

    private void setter(JavaSource out, ColumnField field, String result) {
        out.blank();
        out.line("public " + result + " " + field.name() + "(" + type(out, field) + " " + field.name() + ") {");
        out.line("return new " + result + "(this.assignments.with(" + constant(out, field) + ", " + field.name()
                        + "));")
                .line("}");
    }

    private String constant(JavaSource out, ColumnField field) {
        return tableConstant(out) + "." + run.names().fieldConstant(model, field.name());
    }

    private String tableConstant(JavaSource out) {
        return out.ref(run.names().tableClass(model)) + "." + run.names().tableConstant(model);
    }

    private String client() {
        JavaSource out = source();
        String name = model.name() + "Client";
        out.doc("The rows of {@link " + model.name() + "}.");
        out.line("public final class " + name + " extends " + out.ref(CLIENT + (view ? "ViewClient" : "ModelClient"))
                + "<" + model.name() + "> {");
        List<List<ColumnField>> keys = keys();
        for (List<ColumnField> key : keys) {
            out.blank();
            out.line("private static final " + out.ref(CLIENT + "Key") + "<" + model.name() + "> BY_" + keyConstant(key)
                    + " =");
            out.line("        " + out.ref(CLIENT + "Key") + ".of(" + tableConstant(out) + ".model(), "
                    + key.stream().map(field -> constant(out, field)).collect(Collectors.joining(", ")) + ");");
        }
        out.blank();
        out.line(name + "(" + out.ref(CLIENT + "DbContext") + " context) {");
        out.line("super(context, " + tableConstant(out) + ".model());").line("}");
        keys.forEach(key -> keyMethods(out, key));
        return out.line("}").text();
    }

    /** The primary key first, then the unique constraints; those over the same fields once. */
    private List<List<ColumnField>> keys() {
        List<List<String>> columns = new ArrayList<>();
        table.primaryKey().ifPresent(key -> columns.add(key.columns()));
        table.uniques().stream().map(Constraint.Unique::columns).forEach(columns::add);
        return columns.stream()
                .distinct()
                .filter(key ->
                        key.stream().allMatch(column -> model.fieldOf(column).isPresent()))
                .map(key -> key.stream()
                        .map(column -> model.fieldOf(column).orElseThrow())
                        .toList())
                .toList();
    }

    private void keyMethods(JavaSource out, List<ColumnField> key) {
        String optional = out.ref("java.util.Optional");
        String by =
                key.stream().map(field -> JavaNames.capitalized(field.name())).collect(Collectors.joining("And"));
        String parameters = key.stream()
                .map(field -> keyType(out, field) + " " + field.name())
                .collect(Collectors.joining(", "));
        String arguments = key.stream().map(ColumnField::name).collect(Collectors.joining(", "));
        String shape = out.ref(CLIENT + "Shape");
        out.blank();
        if (view) {
            out.doc("The row with the key; empty if there is none, or none that the caller may see.");
            out.line("public " + optional + "<" + model.name() + "> findBy" + by + "(" + parameters + ") {");
            out.line("return find(BY_" + keyConstant(key) + ", " + arguments + ");")
                    .line("}")
                    .blank();
            out.doc("The row with the key, in a shape.");
            out.line("public <R> " + optional + "<R> findBy" + by + "(" + parameters + ", " + shape + "<R> shape) {");
            out.line("return find(BY_" + keyConstant(key) + ", shape, " + arguments + ");")
                    .line("}");
            return;
        }
        out.doc("The row with the key; empty if there is none, or none that the caller may see.");
        out.line("public " + optional + "<" + model.name() + "> findBy" + by + "(" + parameters + ") {");
        out.line("return by" + by + "(" + arguments + ").fetch();").line("}").blank();
        out.doc("The row with the key, in a shape.");
        out.line("public <R> " + optional + "<R> findBy" + by + "(" + parameters + ", " + shape + "<R> shape) {");
        out.line("return by" + by + "(" + arguments + ").fetch(shape);")
                .line("}")
                .blank();
        out.doc("The row with the key, to be read, changed or deleted.");
        out.line(
                "public " + out.ref(CLIENT + "KeyedRow") + "<" + model.name() + "> by" + by + "(" + parameters + ") {");
        out.line("return at(BY_" + keyConstant(key) + ", " + arguments + ");").line("}");
    }

    private String keyType(JavaSource out, ColumnField field) {
        String java = run.columnType(model.table(), field.column());
        return out.ref(PRIMITIVES.getOrDefault(java, java));
    }

    private static String keyConstant(List<ColumnField> key) {
        return key.stream().map(field -> JavaNames.constant(field.name())).collect(Collectors.joining("_AND_"));
    }
}
