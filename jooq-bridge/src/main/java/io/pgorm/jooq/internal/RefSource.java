package io.pgorm.jooq.internal;

import io.pgorm.ir.Model;
import io.pgorm.ir.Model.ColumnField;
import io.pgorm.ir.Table;
import java.util.List;
import java.util.stream.Collectors;

/** {@code TagRef}: a row named by a key. */
final class RefSource {

    private static final String CLIENT = "io.pgorm.client.";

    private RefSource() {}

    static String text(GenerationRun run, Model model, JavaSource out, Setters.ColumnTypes types) {
        Table table = Models.relation(run.schema(), model);
        Relations relations = new Relations(run.schema(), model);
        String name = model.name() + "Ref";
        String list = out.ref("java.util.List");
        out.doc("A {@link " + model.name() + "} to be related to the row that is written.");
        out.line("public final class " + name + " extends " + out.ref(CLIENT + "Ref") + "<" + model.name() + "> {");
        out.blank();
        out.line("private " + name + "(" + out.ref(CLIENT + "Key") + "<" + model.name() + "> key, " + list + "<"
                + out.ref("java.lang.Object") + "> values, @" + out.ref("org.jspecify.annotations.Nullable") + " "
                + out.ref(CLIENT + "Create") + "<" + model.name() + "> otherwise) {");
        out.line("super(key, values, otherwise);").line("}");
        List<List<ColumnField>> keys = Models.keys(model, table);
        for (int i = 0; i < keys.size(); i++) {
            List<ColumnField> key = keys.get(i);
            boolean primary = i == 0 && table.primaryKey().isPresent();
            String by = primary ? "" : "By" + Models.and(key);
            String constant = model.name() + "Client.BY_" + Models.keyConstant(key);
            String parameters = key.stream()
                    .map(field -> types.of(out, field) + " " + field.name())
                    .collect(Collectors.joining(", "));
            String values = list + ".of(" + key.stream().map(ColumnField::name).collect(Collectors.joining(", ")) + ")";
            out.blank();
            out.doc("The row with the key, which has to be there.");
            out.line("public static " + name + " connect" + by + "(" + parameters + ") {");
            out.line("return new " + name + "(" + constant + ", " + values + ", null);")
                    .line("}");
            if (!relations.hasCreate(model)) {
                continue;
            }
            List<ColumnField> required = Models.required(model, table);
            if (key.size() == required.size() && key.containsAll(required)) {
                String create = model.name() + "Create"
                        + required.stream()
                                .map(field -> "." + field.name() + "(" + field.name() + ")")
                                .collect(Collectors.joining());
                if (relations.groups().isEmpty()) {
                    out.blank();
                    out.doc("The row with the key, which is made if it is not there.");
                    out.line("public static " + name + " connectOrCreate(" + parameters + ") {");
                    out.line("return new " + name + "(" + constant + ", " + values + ", " + create + ");")
                            .line("}");
                }
            }
            out.blank();
            out.doc("The row with the same key as the given one, which is made if it is not there.\n\n"
                    + "@throws IllegalArgumentException if the given row does not set the key");
            out.line("public static " + name + " connectOrCreateBy" + Models.and(key) + "(" + model.name()
                    + "Create row) {");
            out.line("return new " + name + "(" + constant + ", valuesOf(" + constant + ", row), row);")
                    .line("}");
        }
        return out.line("}").text();
    }
}
