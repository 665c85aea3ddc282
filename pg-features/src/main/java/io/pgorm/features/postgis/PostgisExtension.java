package io.pgorm.features.postgis;

import io.pgorm.features.postgis.internal.Shape;
import io.pgorm.features.postgis.internal.ShapeChecks;
import io.pgorm.features.postgis.internal.ShapeCodes;
import io.pgorm.features.postgis.internal.Shapes;
import io.pgorm.features.postgis.internal.SpatialFields;
import io.pgorm.features.postgis.internal.SpatialOperatorClasses;
import io.pgorm.features.postgis.internal.SpatialType;
import io.pgorm.features.postgis.internal.WriteShapes;
import io.pgorm.ir.PgType;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.ClientField;
import io.pgorm.ir.spi.DiagnosticCode;
import io.pgorm.ir.spi.OperatorClass;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.List;
import java.util.stream.Stream;

/**
 * The types {@code Geometry} and {@code Geography}, and the attributes that say which shapes a column holds and in which
 * coordinates: {@code @postgis.Point(4326)}. By the extension {@code postgis}, tested with 3.5. Diagnostics: {@code
 * PGO1101} to {@code PGO1104}.
 */
public final class PostgisExtension implements SchemaExtension {

    @Override
    public String name() {
        return Shape.EXTENSION;
    }

    @Override
    public List<PgType> types() {
        return Stream.of(SpatialType.values()).map(SpatialType::type).toList();
    }

    @Override
    public List<AttributeType> attributes() {
        return Stream.of(Shape.values()).map(Shape::attribute).toList();
    }

    @Override
    public List<OperatorClass> operatorClasses() {
        return SpatialOperatorClasses.all();
    }

    @Override
    public Schema rewrite(Schema schema) {
        return Shapes.add(schema);
    }

    @Override
    public List<Diagnostic> validate(Schema schema) {
        return ShapeChecks.check(schema);
    }

    @Override
    public List<ClientField> clientFields(Schema schema) {
        return SpatialFields.of(schema);
    }

    @Override
    public List<DiagnosticCode> codes() {
        return ShapeCodes.ALL;
    }

    @Override
    public Written write(Schema schema, SchemaNames names) {
        return WriteShapes.write(schema, names);
    }
}
