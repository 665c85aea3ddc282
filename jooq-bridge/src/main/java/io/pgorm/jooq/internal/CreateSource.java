package io.pgorm.jooq.internal;

import io.pgorm.ir.Model;
import io.pgorm.ir.Model.ColumnField;
import io.pgorm.ir.Table;
import io.pgorm.jooq.internal.Relations.Owned;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code PostCreate}: the required fields one after the other, each a type that has only the next; then the foreign keys
 * that are required, in any order: the type says which are missing. A row that lacks exactly one of them can stand in the
 * row that it points to, which gives it.
 */
final class CreateSource {

    private static final String CLIENT = "io.pgorm.client.";

    private final GenerationRun run;
    private final Model model;
    private final Table table;
    private final Relations relations;
    private final JavaSource out;
    private final Setters.ColumnTypes types;
    private final String name;
    private final List<ColumnField> scalars;
    private final List<Owned> groups;

    CreateSource(GenerationRun run, Model model, JavaSource out, Setters.ColumnTypes types) {
        this.run = run;
        this.model = model;
        this.table = Models.relation(run.schema(), model);
        this.relations = new Relations(run.schema(), model);
        this.out = out;
        this.types = types;
        this.name = model.name() + "Create";
        this.scalars = relations.scalars();
        this.groups = relations.groups();
    }

    String text() {
        out.doc("What a new {@link " + model.name() + "} is given. What is left out gets the default of the database.");
        out.line("public sealed interface " + name + " extends " + out.ref(CLIENT + "Create") + "<" + model.name()
                + "> permits " + name + ".Values {");
        start();
        for (int i = 1; i < scalars.size(); i++) {
            String stage = stage(i);
            out.blank();
            out.doc("Still without {@code " + scalars.get(i).name() + "}, which is required.");
            out.line("final class " + stage + " {");
            holder(stage);
            Setters.going(run, model, out, types, stage(i + 1)).column(scalars.get(i));
            out.line("}");
        }
        if (groups.isEmpty()) {
            alone();
        } else {
            common();
            subsets().forEach(this::state);
        }
        return out.line("}").text();
    }

    private void start() {
        if (!scalars.isEmpty()) {
            Setters.starting(run, model, out, types, stage(1)).column(scalars.get(0));
            return;
        }
        if (groups.isEmpty()) {
            out.doc("Every field by its default.");
            out.line("static Values defaults() {");
            out.line("return new Values(" + out.ref(CLIENT + "Assignments") + ".none());")
                    .line("}");
            Setters starting = Setters.starting(run, model, out, types, "Values");
            Models.optional(model, table).forEach(starting::column);
            return;
        }
        groups.forEach(group -> group(Setters.starting(run, model, out, types, ""), groups, group));
        if (groups.size() == 1) {
            String first = stateName(groups);
            out.blank();
            out.doc("Nothing yet: for a row that stands in its "
                    + groups.get(0).field().name() + ".");
            out.line("static " + first + " nested() {");
            out.line("return new " + first + "(" + out.ref(CLIENT + "Assignments") + ".none());")
                    .line("}");
        }
    }

    private String stage(int index) {
        return index == scalars.size()
                ? stateName(groups)
                : "Needs" + JavaNames.capitalized(scalars.get(index).name());
    }

    private static String stateName(List<Owned> missing) {
        return missing.isEmpty()
                ? "Values"
                : "Needs"
                        + missing.stream()
                                .map(group ->
                                        JavaNames.capitalized(group.field().name()))
                                .collect(Collectors.joining("And"));
    }

    /** Every choice of groups that may be missing, the most first. */
    private List<List<Owned>> subsets() {
        List<List<Owned>> subsets = new ArrayList<>();
        for (int bits = (1 << groups.size()) - 1; bits >= 0; bits--) {
            List<Owned> subset = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                if ((bits & 1 << i) != 0) {
                    subset.add(groups.get(i));
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }

    /** The methods that give one of the missing foreign keys. */
    private void group(Setters setters, List<Owned> missing, Owned group) {
        List<Owned> left = missing.stream().filter(other -> other != group).toList();
        Setters giving = setters.giving(stateName(left));
        giving.columns(group);
        giving.owned(group, relations);
    }

    private void state(List<Owned> missing) {
        String state = stateName(missing);
        out.blank();
        out.doc(
                missing.isEmpty()
                        ? "Complete. Immutable: each method returns a new value."
                        : "Still without "
                                + missing.stream()
                                        .map(group -> "{@code " + group.field().name() + "}")
                                        .collect(Collectors.joining(" and "))
                                + ", required unless the row stands in that row.");
        String implemented = missing.isEmpty()
                ? " implements " + name
                : missing.size() == 1
                        ? " implements " + out.ref(CLIENT + "NestedCreate") + "<" + model.name() + ">"
                        : "";
        out.line("final class " + state + " extends Fields<" + state + ">" + implemented + " {");
        String assignments = out.ref(CLIENT + "Assignments");
        out.line("private " + state + "(" + assignments + " assignments) {");
        out.line("super(assignments);").line("}").blank();
        out.line("@" + out.ref("java.lang.Override")).line(state + " with(" + assignments + " more) {");
        out.line("return new " + state + "(more);").line("}");
        missing.forEach(group -> group(Setters.going(run, model, out, types, ""), missing, group));
        out.line("}");
    }

    private void common() {
        String assignments = out.ref(CLIENT + "Assignments");
        out.blank();
        out.doc("What may be given and need not.\n\n@param <S> the type that it is given to");
        out.line("abstract sealed class Fields<S> permits "
                + subsets().stream().map(CreateSource::stateName).collect(Collectors.joining(", ")) + " {");
        out.line("final " + assignments + " assignments;").blank();
        out.line("Fields(" + assignments + " assignments) {");
        out.line("this.assignments = assignments;").line("}").blank();
        out.line("abstract S with(" + assignments + " more);").blank();
        out.doc("Not API: for the client.");
        out.line("public final " + assignments + " assignments() {");
        out.line("return assignments;").line("}");
        Setters.common(run, model, out, types).optional(Models.optional(model, table), relations);
        out.line("}");
    }

    private void alone() {
        out.blank();
        out.doc("Complete. Immutable: each method returns a new value.");
        out.line("final class Values implements " + name + " {");
        holder("Values");
        out.blank();
        out.line("@" + out.ref("java.lang.Override"));
        out.line("public " + out.ref(CLIENT + "Assignments") + " assignments() {");
        out.line("return assignments;").line("}");
        Setters.going(run, model, out, types, "Values").optional(Models.optional(model, table), relations);
        out.line("}");
    }

    private void holder(String className) {
        holder(out, className);
    }

    static void holder(JavaSource out, String className) {
        String assignments = out.ref(CLIENT + "Assignments");
        out.line("private final " + assignments + " assignments;").blank();
        out.line("private " + className + "(" + assignments + " assignments) {");
        out.line("this.assignments = assignments;").line("}");
    }
}
