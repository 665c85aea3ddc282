package io.pgorm.jooq.internal;

import io.pgorm.ir.Model;
import java.util.List;

/** {@code PostUpdate}: at least one change of the row, or of what is related to it. */
final class UpdateSource {

    private static final String CLIENT = "io.pgorm.client.";

    private UpdateSource() {}

    static String text(GenerationRun run, Model model, JavaSource out, Setters.ColumnTypes types) {
        String name = model.name() + "Update";
        Relations relations = new Relations(run.schema(), model);
        out.doc("What changes in a {@link " + model.name() + "}.");
        out.line("public sealed interface " + name + " extends " + out.ref(CLIENT + "Update") + "<" + model.name()
                + "> permits " + name + ".Values {");
        all(run, model, relations, Setters.starting(run, model, out, types, "Values"));
        String row = out.ref(run.names().recordClass(model));
        computed(out, row);
        out.blank();
        out.doc("Complete. Immutable: each method returns a new value.");
        String base = out.ref(CLIENT + "UpdateValues") + "<" + row + ", Values>";
        out.line("final class Values extends " + base + " implements " + name + " {");
        CreateSource.holder(out, "Values");
        out.blank();
        out.line("@" + out.ref("java.lang.Override"));
        out.line("public " + out.ref(CLIENT + "Assignments") + " assignments() {");
        out.line("return assignments;").line("}");
        out.blank();
        out.line("@" + out.ref("java.lang.Override"));
        out.line("protected Values with(" + out.ref(CLIENT + "Assignments") + " assignments) {");
        out.line("return new Values(assignments);").line("}");
        all(run, model, relations, Setters.going(run, model, out, types, "Values"));
        out.line("}");
        return out.line("}").text();
    }

    /** What begins with a change that the database computes; {@code UpdateValues} goes on. */
    private static void computed(JavaSource out, String row) {
        String column = out.ref("org.jooq.TableField") + "<" + row + ", ";
        String field = out.ref("org.jooq.Field");
        computed(out, "<T> ", "set", column + "T> column, " + field + "<? extends T> expression", "column, expression");
        for (String operator : List.of("increment", "decrement", "multiply", "divide")) {
            computed(out, "<T extends Number> ", operator, column + "T> column, T by", "column, by");
        }
        computed(out, "", "append", column + "String> column, String text", "column, text");
        computed(out, "@SafeVarargs <T> ", "append", column + "T[]> column, T... elements", "column, elements");
    }

    private static void computed(JavaSource out, String type, String name, String parameters, String arguments) {
        out.blank();
        out.doc("See {@link " + out.ref(CLIENT + "UpdateValues") + "#" + name + "}.");
        if (type.startsWith("@SafeVarargs ")) {
            out.line("@SafeVarargs");
        }
        out.line("static " + type.replace("@SafeVarargs ", "") + "Values " + name + "(" + parameters + ") {");
        out.line("return new Values(" + out.ref(CLIENT + "Assignments") + ".none())." + name + "(" + arguments + ");")
                .line("}");
    }

    private static void all(GenerationRun run, Model model, Relations relations, Setters setters) {
        Models.updatable(model, Models.relation(run.schema(), model)).forEach(setters::column);
        relations.owned().forEach(owned -> {
            setters.owned(owned, relations);
            setters.clear(owned, relations);
        });
        relations.inverse().stream()
                .filter(field -> !Models.isView(run.schema(), relations.target(field)))
                .forEach(field -> {
                    setters.inverse(field, relations);
                    setters.away(field, relations);
                });
    }
}
