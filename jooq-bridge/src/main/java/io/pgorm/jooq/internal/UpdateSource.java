package io.pgorm.jooq.internal;

import io.pgorm.ir.Model;

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
        out.blank();
        out.doc("Complete. Immutable: each method returns a new value.");
        out.line("final class Values implements " + name + " {");
        CreateSource.holder(out, "Values");
        out.blank();
        out.line("@" + out.ref("java.lang.Override"));
        out.line("public " + out.ref(CLIENT + "Assignments") + " assignments() {");
        out.line("return assignments;").line("}");
        all(run, model, relations, Setters.going(run, model, out, types, "Values"));
        out.line("}");
        return out.line("}").text();
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
