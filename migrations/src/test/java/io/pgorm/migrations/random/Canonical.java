package io.pgorm.migrations.random;

import io.pgorm.database.catalog.Catalog;
import io.pgorm.ir.Column;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.Schema;
import java.util.Comparator;

/** Catalogs without the order of columns: a column that comes to a table is its last, whatever was asked. Stateless. */
final class Canonical {

    private Canonical() {}

    static Catalog of(Catalog catalog) {
        Schema schema = catalog.schema()
                .mapTables(table -> table.withColumns(table.columns().stream()
                        .sorted(Comparator.comparing(Column::name))
                        .toList()))
                .mapObjects(object -> object instanceof CompositeType type
                        ? new CompositeType(
                                type.name(),
                                type.javaName(),
                                type.attributes().stream()
                                        .sorted(Comparator.comparing(CompositeType.Attribute::name))
                                        .toList(),
                                type.comment(),
                                type.span())
                        : object);
        return new Catalog(
                schema, catalog.unmodelled(), catalog.serverVersion(), catalog.owner(), catalog.dependencies());
    }
}
