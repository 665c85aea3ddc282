package io.pgorm.jooq.internal;

import io.pgorm.ir.QualifiedName;
import java.util.HashSet;
import java.util.Set;

/**
 * {@code Tables}: all tables and views as constants to import from one place, whatever schema they are in. jOOQ's own
 * class of that name has those of one schema.
 */
final class TablesSource {

    private TablesSource() {}

    static String text(GenerationRun run) {
        JavaNames names = run.names();
        Set<String> taken = new HashSet<>(names.ownTypes());
        taken.add("Tables");
        JavaSource out = new JavaSource(names.packageName(), taken);
        out.doc("All tables and views.");
        out.line("public final class Tables {");
        Set<String> constants = new HashSet<>();
        run.schema().models().forEach(model -> constants.add(names.tableConstant(model)));
        run.tables().forEach((name, table) -> {
            String constant = names.model(name).isPresent() || constants.add(table.constant())
                    ? table.constant()
                    : JavaNames.constant(name.schema()) + "_" + table.constant();
            out.blank();
            out.doc("The " + (run.schema().view(name).isPresent() ? "view" : "table") + " {@code " + shown(name)
                    + "}.");
            String type = out.ref(table.className());
            out.line("public static final " + type + " " + constant + " = " + type + "." + table.constant() + ";");
        });
        out.blank();
        return out.line("private Tables() {}").line("}").text();
    }

    private static String shown(QualifiedName name) {
        String shown = name.schema().equals(QualifiedName.DEFAULT_SCHEMA) ? name.name() : name.toString();
        return shown.replace("{", "").replace("}", "");
    }
}
