package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.EnumType;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Refuses models and enums whose generated Java would have the same class names: for a model its own name, its plural,
 * {@code UserCreate} and {@code UserUpdate}. Without regard to case, since class files on some systems are.
 */
final class CheckJavaNames {

    private record Owner(String className, String what, SourceSpan span) {}

    private final Report report;
    private final Map<String, Owner> taken = new HashMap<>();

    private CheckJavaNames(Report report) {
        this.report = report;
        for (String own : List.of("Db", "Session", "Tables", "Keys", "DefaultSchema", "DefaultCatalog")) {
            taken.put(own.toLowerCase(Locale.ROOT), new Owner(own, "of every client", SourceSpan.NONE));
        }
        // What jOOQ writes into the client's package names these without their package.
        for (String java : List.of("Object", "Override", "Deprecated", "SuppressWarnings")) {
            taken.put(java.toLowerCase(Locale.ROOT), new Owner(java, "of java.lang", SourceSpan.NONE));
        }
    }

    static void check(Scope scope) {
        CheckJavaNames check = new CheckJavaNames(scope.report);
        scope.models.values().forEach(model -> check.take(model.name(), "of model " + model.name(), model.span()));
        for (EnumType type : scope.enums.values()) {
            check.take(type.javaName(), "of enum " + type.javaName(), type.span());
        }
        for (ModelScope view : scope.views.values()) {
            String what = "of view " + view.name();
            check.take(view.name(), what, view.span());
            check.take(view.name() + "Client", what, view.span());
            check.take(Names.javaPlural(view.name()), what, view.span());
        }
        for (ModelScope model : scope.models.values()) {
            String what = "of model " + model.name();
            check.take(model.name() + "Create", what, model.span());
            check.take(model.name() + "Update", what, model.span());
            check.take(model.name() + "Client", what, model.span());
            check.take(Names.javaPlural(model.name()), what, model.span());
        }
    }

    private void take(String className, String what, SourceSpan span) {
        Owner owner = new Owner(className, what, span);
        Owner before = taken.putIfAbsent(className.toLowerCase(Locale.ROOT), owner);
        if (before == null) {
            return;
        }
        String place = before.span().isPresent() ? " at " + Report.place(before.span()) : "";
        report.error(
                Codes.JAVA_NAME_TAKEN,
                span,
                "in Java, the class " + className + " " + what + " and the class " + before.className() + " "
                        + before.what() + place + " would be one",
                "rename one of them; @@map keeps its name in the database");
    }
}
