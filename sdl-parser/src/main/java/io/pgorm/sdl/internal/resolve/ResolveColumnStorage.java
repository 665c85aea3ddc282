package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Attribute;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a column is compared and kept: {@code @collate}, {@code @storage}, {@code @compression}. */
final class ResolveColumnStorage {

    private final Scope scope;

    ResolveColumnStorage(Scope scope) {
        this.scope = scope;
    }

    Column add(ColumnScope field, Column column, Sorted attributes) {
        ColumnType type = column.type();
        Optional<QualifiedName> collation = attributes
                .first("collate")
                .flatMap(attribute -> new ReadCollation(scope)
                        .read(attribute, Optional.of(type), field.node().type()));
        Optional<Column.Storage> storage =
                attributes.first("storage").flatMap(attribute -> storage(field, type, attribute));
        Optional<String> compression =
                attributes.first("compression").flatMap(attribute -> compression(field, type, attribute));
        attributes.first("inherited").ifPresent(each -> Arguments.read(each, List.of(), List.of(), scope.report));
        attributes.first("ignore").ifPresent(each -> Arguments.read(each, List.of(), List.of(), scope.report));
        return new Column(
                column.name(),
                type,
                column.nullable(),
                column.value(),
                collation,
                storage,
                compression,
                attributes.has("inherited"),
                column.comment(),
                column.span());
    }

    private Optional<Column.Storage> storage(ColumnScope field, ColumnType type, Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("kind"), List.of(), scope.report);
        arguments.required("kind", "@storage(external)");
        Optional<Column.Storage> storage = arguments
                .word("kind", List.of("plain", "external", "extended", "main"))
                .map(word -> Column.Storage.valueOf(word.toUpperCase(Locale.ROOT)));
        if (storage.isPresent() && storage.get() != Column.Storage.PLAIN && !TypeTraits.isToastable(scope.base(type))) {
            refuse(field, attribute, "can only be stored plain", "leave out @storage");
            return Optional.empty();
        }
        return storage;
    }

    private Optional<String> compression(ColumnScope field, ColumnType type, Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("method"), List.of(), scope.report);
        arguments.required("method", "@compression(lz4)");
        Optional<String> method = arguments.word("method", List.of("lz4", "pglz"));
        if (method.isPresent() && !TypeTraits.isToastable(scope.base(type))) {
            refuse(field, attribute, "cannot be compressed", "leave out @compression");
            return Optional.empty();
        }
        return method;
    }

    private void refuse(ColumnScope field, Attribute attribute, String what, String help) {
        scope.report.error(
                Codes.BAD_COLUMN_STORAGE,
                attribute.span(),
                "values of type " + written(field) + " are small and of one size, so " + field.name() + " " + what,
                help);
    }

    private static String written(ColumnScope field) {
        return field.node().type().name() + (field.node().type().list() > 0 ? "[]" : "");
    }
}
