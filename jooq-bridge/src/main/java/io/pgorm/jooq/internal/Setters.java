package io.pgorm.jooq.internal;

import io.pgorm.ir.Model;
import io.pgorm.ir.Model.ColumnField;
import io.pgorm.ir.Model.RelationField;
import io.pgorm.jooq.internal.Relations.Owned;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The methods of a class that is put together field by field.
 *
 * @param head {@code static}, or {@code public}
 * @param result what a method gives
 * @param base the assignments that it adds to
 * @param make the expression that makes the result of assignments
 */
record Setters(
        GenerationRun run,
        Model model,
        JavaSource out,
        ColumnTypes types,
        String head,
        String result,
        String base,
        UnaryOperator<String> make) {

    private static final String CLIENT = "io.pgorm.client.";

    /** How a field is written as a parameter. */
    interface ColumnTypes {
        String of(JavaSource out, ColumnField field);
    }

    void column(ColumnField field) {
        method(field.name(), types.of(out, field) + " " + field.name(), base + with(field));
    }

    /** All columns of a foreign key at once; under the field's own name where it is one. */
    void columns(Owned owned) {
        if (owned.columns().size() == 1) {
            column(owned.columns().get(0));
            return;
        }
        String parameters = owned.columns().stream()
                .map(field -> types.of(out, field) + " " + field.name())
                .collect(Collectors.joining(", "));
        method(
                owned.field().name(),
                parameters,
                base + owned.columns().stream().map(this::with).collect(Collectors.joining()));
    }

    /** A row to point to: one that is there, or a new one. */
    void owned(Owned owned, Relations relations) {
        RelationField field = owned.field();
        Model target = relations.target(field);
        if (relations.hasRef(target)) {
            method(field.name(), target.name() + "Ref " + field.name(), changed(field, true, "ADD", field.name()));
        }
        if (relations.hasCreate(target)) {
            method(field.name(), target.name() + "Create " + field.name(), created(field, true, field.name()));
        }
    }

    /** Rows that point to this one, or that a join table relates to it. */
    void inverse(RelationField field, Relations relations) {
        Model target = relations.target(field);
        boolean joined = field.link() instanceof Model.Through;
        boolean many = field.arity() == Model.Arity.MANY;
        var other = relations.otherEnd(field);
        if (!joined && other.isEmpty()) {
            return;
        }
        if (relations.hasCreate(target)) {
            String create = target.name() + "Create"
                    + other.filter(Owned::required)
                            .filter(owned ->
                                    new Relations(run.schema(), target).groups().contains(owned))
                            .map(owned -> ".Needs"
                                    + JavaNames.capitalized(owned.field().name()))
                            .orElse("");
            boolean nests = joined || !other.get().required() || create.contains(".Needs");
            if (nests && many) {
                method(field.name(), create + "... " + field.name(), created(field, false, field.name()));
                String collection = out.ref("java.util.Collection") + "<? extends " + create + ">";
                method(
                        field.name(),
                        collection + " " + field.name(),
                        created(field, false, out.ref("java.util.List") + ".copyOf(" + field.name() + ")", true));
            } else if (nests) {
                method(field.name(), create + " " + field.name(), created(field, false, field.name()));
            }
        }
        if (relations.hasRef(target)) {
            method(
                    field.name(),
                    target.name() + "Ref" + (many ? "... " : " ") + field.name(),
                    changed(field, false, "ADD", field.name()));
        }
    }

    /** What only an update can say of a relation. */
    void away(RelationField field, Relations relations) {
        Model target = relations.target(field);
        boolean joined = field.link() instanceof Model.Through;
        boolean many = field.arity() == Model.Arity.MANY;
        boolean loose = joined
                || relations
                        .otherEnd(field)
                        .filter(owned -> relations.canBeCleared(target, owned))
                        .isPresent();
        if (!loose || !relations.hasRef(target)) {
            return;
        }
        String name = JavaNames.capitalized(field.name());
        if (many) {
            String parameter = target.name() + "Ref... " + field.name();
            method("set" + name, parameter, changed(field, false, "SET", field.name()));
            method("disconnect" + name, parameter, changed(field, false, "REMOVE", field.name()));
        } else {
            method("disconnect" + name, "", changed(field, false, "REMOVE", ""));
        }
    }

    void clear(Owned owned, Relations relations) {
        if (relations.canBeCleared(model, owned)) {
            method(
                    "disconnect" + JavaNames.capitalized(owned.field().name()),
                    "",
                    changed(owned.field(), true, "REMOVE", ""));
        }
    }

    private String created(RelationField field, boolean holdsKey, String rows) {
        return created(field, holdsKey, rows, false);
    }

    private String created(RelationField field, boolean holdsKey, String rows, boolean isList) {
        String list = isList ? rows : out.ref("java.util.List") + ".of(" + rows + ")";
        return base + ".with(" + out.ref(CLIENT + "RelatedChange") + ".create(\"" + field.name() + "\", " + link(field)
                + ", " + holdsKey + ", " + list + "))";
    }

    private String changed(RelationField field, boolean holdsKey, String action, String references) {
        String change = out.ref(CLIENT + "RelatedChange");
        return base + ".with(" + change + ".of(\"" + field.name() + "\", " + link(field) + ", " + holdsKey + ", "
                + change + ".Action." + action + ", " + out.ref("java.util.List") + ".of(" + references + ")))";
    }

    private String link(RelationField field) {
        return table() + "." + run.names().fieldConstant(model, field.name()) + ".link()";
    }

    private String with(ColumnField field) {
        return ".with(" + table() + "." + run.names().fieldConstant(model, field.name()) + ", " + field.name() + ")";
    }

    private String table() {
        return out.ref(run.names().tableClass(model)) + "." + run.names().tableConstant(model);
    }

    private void method(String name, String parameters, String assignments) {
        out.blank();
        out.line(head + " " + result + " " + name + "(" + parameters + ") {");
        out.line("return " + make.apply(assignments) + ";").line("}");
    }

    Setters giving(String newResult) {
        return new Setters(
                run,
                model,
                out,
                types,
                head,
                newResult,
                base,
                assignments -> "new " + newResult + "(" + assignments + ")");
    }

    static Setters starting(GenerationRun run, Model model, JavaSource out, ColumnTypes types, String result) {
        return new Setters(
                run,
                model,
                out,
                types,
                "static",
                result,
                out.ref(CLIENT + "Assignments") + ".none()",
                assignments -> "new " + result + "(" + assignments + ")");
    }

    static Setters going(GenerationRun run, Model model, JavaSource out, ColumnTypes types, String result) {
        return new Setters(
                run,
                model,
                out,
                types,
                "public",
                result,
                "this.assignments",
                assignments -> "new " + result + "(" + assignments + ")");
    }

    /** Of the class that several states extend. */
    static Setters common(GenerationRun run, Model model, JavaSource out, ColumnTypes types) {
        return new Setters(
                run, model, out, types, "public", "S", "this.assignments", assignments -> "with(" + assignments + ")");
    }

    /** Every method for what may be given and need not. */
    void optional(List<ColumnField> fields, Relations relations) {
        fields.forEach(this::column);
        relations.optional().forEach(owned -> owned(owned, relations));
        relations.inverse().stream()
                .filter(field -> !Models.isView(run.schema(), relations.target(field)))
                .forEach(field -> inverse(field, relations));
    }
}
