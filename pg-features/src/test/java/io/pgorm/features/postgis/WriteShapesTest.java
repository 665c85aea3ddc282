package io.pgorm.features.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Extension;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import io.pgorm.sdl.write.SchemaWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteShapesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "geography(Point,4326) | Geography @postgis.Point(4326)",
                "geometry(MultiPolygon,25832) | Geometry @postgis.MultiPolygon(25832)",
                "geometry(LineString) | Geometry @postgis.LineString",
                "geometry(PointZ,4326) | Pg(\"geometry(PointZ,4326)\")",
            })
    void theTypeOfAColumnIsWrittenAndComesBack(String sql, String written) {
        List<SchemaObject> objects = List.of(
                new Extension("postgis", SourceSpan.NONE),
                Table.of(
                        QualifiedName.of("places"),
                        List.of(new Column(
                                "spot",
                                new ColumnType.Raw(sql, false),
                                true,
                                ColumnValue.NONE,
                                Optional.empty(),
                                SourceSpan.NONE)),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        SourceSpan.NONE));

        String text = SchemaWriter.write(
                        Schema.EMPTY.withObjects(objects), SchemaCompiler.installedExtensions(), schema -> List.of())
                .text();

        assertThat(text.replaceAll(" +", " "))
                .contains("spot " + written.replace(" @", "? @").replaceAll("(Pg.*)$", "$1?"));
        Table again = SchemaCompiler.withInstalledExtensions()
                .compile(List.of(new SourceFile("schema.pgorm", text)))
                .orThrow()
                .tables()
                .getFirst();
        assertThat(again.columns().getFirst().type().sql()).isEqualTo(sql);
    }
}
