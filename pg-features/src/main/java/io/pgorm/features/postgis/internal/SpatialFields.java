package io.pgorm.features.postgis.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.ClientField;
import java.util.List;
import java.util.stream.Stream;

/** Columns of shapes as fields of the client, with their reference systems. Stateless. */
public final class SpatialFields {

    private SpatialFields() {}

    public static List<ClientField> of(Schema schema) {
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream().flatMap(column -> of(table.name(), column)))
                .toList();
    }

    private static Stream<ClientField> of(QualifiedName table, Column column) {
        if (!(column.type() instanceof ColumnType.Scalar scalar) || scalar.array()) {
            return Stream.empty();
        }
        return SpatialType.of(scalar).stream()
                .map(type -> new ClientField(
                        table,
                        column.name(),
                        "io.pgorm.features.postgis." + type.type().name() + "Field",
                        "org.locationtech.jts.geom.Geometry",
                        srid(scalar)));
    }

    private static List<String> srid(ColumnType.Scalar scalar) {
        return scalar.arguments().size() < 2
                ? List.of()
                : List.of(scalar.arguments().get(1));
    }
}
