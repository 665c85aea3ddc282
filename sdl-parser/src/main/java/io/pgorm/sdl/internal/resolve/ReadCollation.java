package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Declaration;
import java.util.List;
import java.util.Optional;

/** Reads {@code @collate("C")}: by which rules text is compared. */
final class ReadCollation {

    private final Scope scope;

    ReadCollation(Scope scope) {
        this.scope = scope;
    }

    /** @param type of what is compared, where it is known */
    Optional<QualifiedName> read(Attribute attribute, Optional<ColumnType> type, Declaration.TypeUse written) {
        Arguments arguments = Arguments.read(attribute, List.of("name"), List.of(), scope.report);
        arguments.required("name", attribute.label() + "(\"C\")");
        Optional<QualifiedName> collation = arguments.qualifiedName("name");
        if (type.isPresent() && !TypeTraits.isCollatable(scope.base(type.get()))) {
            scope.report.error(
                    Codes.NO_COLLATION,
                    attribute.span(),
                    "values of type " + written.name() + " are no text, so no collation is for them",
                    "leave out " + attribute.label());
            return Optional.empty();
        }
        return collation;
    }
}
