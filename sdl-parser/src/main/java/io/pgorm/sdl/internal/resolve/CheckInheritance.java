package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Attribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a model has what the models that it inherits from give it. Stateless. */
final class CheckInheritance {

    private CheckInheritance() {}

    static void check(Scope scope, ModelScope model, List<ModelScope> parents, Map<String, Sorted> fieldAttributes) {
        for (ModelScope parent : parents) {
            if (inherits(scope, parent, model, 0)) {
                scope.report.error(
                        Codes.BAD_INHERITANCE,
                        model.span(),
                        model.name() + " and " + parent.name() + " would inherit from each other",
                        "leave one of the two out");
            }
            for (ColumnScope inherited : parent.columns()) {
                field(scope, model, parent, inherited);
            }
        }
        for (ColumnScope field : model.columns()) {
            Optional<Attribute> attribute = Optional.ofNullable(fieldAttributes.get(field.name()))
                    .flatMap(attributes -> attributes.first("inherited"));
            boolean known = parents.stream()
                    .anyMatch(parent -> parent.byColumn(field.column()).isPresent());
            if (attribute.isPresent() && !known) {
                scope.report.error(
                        Codes.BAD_INHERITANCE,
                        attribute.get().span(),
                        parents.isEmpty()
                                ? "@inherited means a model that " + model.name() + " inherits from, and there is none"
                                : "no model that " + model.name() + " inherits from has a column " + field.column(),
                        "leave out @inherited" + (parents.isEmpty() ? ", or add `@@inherits([Parent])`" : ""));
            }
        }
    }

    private static boolean inherits(Scope scope, ModelScope model, ModelScope from, int depth) {
        if (depth > scope.models.size()) {
            return false;
        }
        return model.node().attributes().stream()
                .filter(attribute -> attribute.name().text().equals("inherits"))
                .flatMap(attribute -> attribute.arguments().stream())
                .flatMap(argument -> Arguments.items(argument.value()).stream())
                .filter(io.pgorm.sdl.internal.syntax.Value.Word.class::isInstance)
                .map(value -> scope.models.get(
                        ((io.pgorm.sdl.internal.syntax.Value.Word) value).name().text()))
                .anyMatch(parent -> parent != null
                        && parent != model
                        && (parent == from || inherits(scope, parent, from, depth + 1)));
    }

    private static void field(Scope scope, ModelScope model, ModelScope parent, ColumnScope inherited) {
        Optional<ColumnScope> own = model.byColumn(inherited.column());
        String type = inherited.node().type().name()
                + (inherited.type().map(ColumnType::array).orElse(false) ? "[]" : "");
        if (own.isEmpty()) {
            if (model.complete()) {
                scope.report.error(
                        Codes.BAD_INHERITANCE,
                        model.span(),
                        model.name() + " inherits the field " + inherited.name() + " from " + parent.name()
                                + ", and does not write it",
                        "add `" + inherited.name() + " " + type + (inherited.nullable() ? "?" : "") + " @inherited`");
            }
            return;
        }
        boolean same = own.get().type().isEmpty()
                || inherited.type().isEmpty()
                || own.get().type().get().sql().equals(inherited.type().get().sql());
        if (!same) {
            scope.report.error(
                    Codes.BAD_INHERITANCE,
                    own.get().node().type().span(),
                    own.get().name() + " is of another type in " + parent.name() + ", from which " + model.name()
                            + " inherits it",
                    "write " + type);
        } else if (own.get().nullable() && !inherited.nullable()) {
            scope.report.error(
                    Codes.BAD_INHERITANCE,
                    own.get().node().type().span(),
                    own.get().name() + " is required in " + parent.name() + ", so it is here too",
                    "remove the ? behind its type");
        }
    }
}
