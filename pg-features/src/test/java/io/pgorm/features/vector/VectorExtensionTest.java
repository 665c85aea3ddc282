package io.pgorm.features.vector;

import static io.pgorm.features.Declared.field;
import static io.pgorm.features.Declared.index;
import static io.pgorm.features.Declared.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.Index;
import io.pgorm.ir.PgType;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorExtensionTest {

    private final VectorExtension extension = new VectorExtension();

    @Test
    void theTypesBringTheirExtensionAndTheirBinding() {
        assertThat(extension.types()).extracting(PgType::name).containsExactly("Vector", "Halfvec", "Sparsevec");
        assertThat(extension.types()).allMatch(type -> type.extension().equals(Optional.of("vector")));
        assertThat(type("Halfvec").java())
                .contains(new PgType.JavaMapping(
                        "io.pgorm.features.vector.Halfvec", "io.pgorm.features.vector.HalfvecBinding"));
    }

    @ParameterizedTest
    @CsvSource({
        "Vector, 1, ",
        "Vector, 16000, ",
        "Vector, 0, PGO1201",
        "Vector, 16001, PGO1201",
        "Halfvec, 16001, PGO1201",
        "Sparsevec, 16001, ",
        "Sparsevec, 1000000001, PGO1201",
        "Vector, 99999999999999999999, PGO1201"
    })
    void aColumnHasAsManyDimensionsAsItsTypeTakes(String type, String dimensions, String code) {
        assertThat(codes(type, List.of(dimensions)))
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "Vector, 2000, ",
        "Vector, 2001, PGO1203",
        "Halfvec, 4000, ",
        "Halfvec, 4001, PGO1203",
        "Sparsevec, 100000, ",
        "Vector, 16001, PGO1201"
    })
    void anIndexTakesFewer(String type, String dimensions, String code) {
        assertThat(codes(type, List.of(dimensions), index(5, "hnsw", "e", Map.of())))
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
    }

    @Test
    void anIndexNeedsToKnowTheDimensions() {
        assertThat(codes("Vector", List.of(), index(5, "hnsw", "e", Map.of()))).containsExactly("PGO1202");
        assertThat(codes("Vector", List.of(), index(5, "btree", "e", Map.of()))).isEmpty();
    }

    @Test
    void anIvfflatIndexIsMadeBeforeThereIsAnythingToLearnFrom() {
        assertThat(codes("Vector", List.of("3"), index(5, "ivfflat", "e", Map.of("lists", "100"))))
                .containsExactly("PGO1206");
    }

    @ParameterizedTest
    @CsvSource({
        "m, 16, ",
        "m, 1, PGO1204",
        "m, 101, PGO1204",
        "m, 40, PGO1204",
        "ef_construction, 31, PGO1204",
        "ef_construction, fast, PGO1204",
        "lists, 10, PGO1204"
    })
    void optionsAreThoseOfTheMethodAndWithinItsBounds(String name, String value, String code) {
        assertThat(codes("Vector", List.of("3"), index(5, "hnsw", "e", Map.of(name, value))))
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
    }

    @Test
    void anHnswIndexIsOverOneColumn() {
        Index index = index(5, "hnsw", "e", Map.of());
        Index.Key key = Index.Key.of("e");

        assertThat(codes("Vector", List.of("3"), index.withKeys(List.of(key, key))))
                .containsExactly("PGO1205");
    }

    private List<String> codes(String type, List<String> arguments, Index... indexes) {
        return extension.validate(schema(List.of(field(2, "e", type(type), arguments)), List.of(indexes))).stream()
                .map(Diagnostic::code)
                .toList();
    }

    private PgType type(String name) {
        return extension.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
