package io.pgorm.jooq.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.Model;
import io.pgorm.ir.Model.ColumnField;
import io.pgorm.ir.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The classes of one model: its record, what creates and what updates it, and its entry in {@code Db}. */
final class ModelSources {

    private static final String CLIENT = "io.pgorm.client.";
    static final Map<String, String> PRIMITIVES = Map.of(
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
            sources.put(model.name() + "Create", new CreateSource(run, model, source(), this::type).text());
        }
        if (!view) {
            sources.put(model.name() + "Update", UpdateSource.text(run, model, source(), this::type));
            if (!keys().isEmpty()) {
                sources.put(model.name() + "Ref", RefSource.text(run, model, source(), this::keyType));
            }
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
        return column.nullable() ? out.nullable(java) : out.ref(PRIMITIVES.getOrDefault(java, java));
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
            out.line("static final " + out.ref(CLIENT + "Key") + "<" + model.name() + "> BY_" + Models.keyConstant(key)
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

    private List<List<ColumnField>> keys() {
        return Models.keys(model, table);
    }

    private void keyMethods(JavaSource out, List<ColumnField> key) {
        String optional = out.ref("java.util.Optional");
        String by = Models.and(key);
        String parameters = key.stream()
                .map(field -> keyType(out, field) + " " + field.name())
                .collect(Collectors.joining(", "));
        String arguments = key.stream().map(ColumnField::name).collect(Collectors.joining(", "));
        String shape = out.ref(CLIENT + "Shape");
        out.blank();
        if (view) {
            out.doc("The row with the key; empty if there is none, or none that the caller may see.");
            out.line("public " + optional + "<" + model.name() + "> findBy" + by + "(" + parameters + ") {");
            out.line("return find(BY_" + Models.keyConstant(key) + ", " + arguments + ");")
                    .line("}")
                    .blank();
            out.doc("The row with the key, in a shape.");
            out.line("public <R> " + optional + "<R> findBy" + by + "(" + parameters + ", " + shape + "<R> shape) {");
            out.line("return find(BY_" + Models.keyConstant(key) + ", shape, " + arguments + ");")
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
        out.line("return at(BY_" + Models.keyConstant(key) + ", " + arguments + ");")
                .line("}");
    }

    private String keyType(JavaSource out, ColumnField field) {
        String java = run.columnType(model.table(), field.column());
        return out.ref(PRIMITIVES.getOrDefault(java, java));
    }
}
