package io.pgorm.features.vector.internal;

import io.pgorm.ir.spi.IndexMethod;
import io.pgorm.ir.spi.OperatorClass;
import io.pgorm.ir.spi.OperatorClass.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The index methods and operator classes of pgvector 0.8. Stateless. */
public final class VectorOperatorClasses {

    public static final String HNSW = "hnsw";
    public static final String IVFFLAT = "ivfflat";

    private static final Optional<String> EXTENSION = Optional.of(VectorType.EXTENSION);

    private VectorOperatorClasses() {}

    public static List<IndexMethod> methods() {
        return List.of(new IndexMethod(HNSW, EXTENSION), new IndexMethod(IVFFLAT, EXTENSION));
    }

    /**
     * All of them. Each stands for a distance, which has to be that of the queries: the author chooses, even where
     * pgvector has a default.
     */
    public static List<OperatorClass> all() {
        return Stream.of(
                        distances(HNSW, "vector", "l2", "ip", "cosine", "l1"),
                        distances(HNSW, "halfvec", "l2", "ip", "cosine", "l1"),
                        distances(HNSW, "sparsevec", "l2", "ip", "cosine", "l1"),
                        distances(HNSW, "bit", "hamming", "jaccard"),
                        distances(IVFFLAT, "vector", "l2", "ip", "cosine"),
                        distances(IVFFLAT, "halfvec", "l2", "ip", "cosine"),
                        distances(IVFFLAT, "bit", "hamming"),
                        sorting("vector", "halfvec", "sparsevec"))
                .flatMap(classes -> classes)
                .toList();
    }

    private static Stream<OperatorClass> distances(String method, String type, String... distances) {
        return Stream.of(distances)
                .map(distance ->
                        new OperatorClass(type + "_" + distance + "_ops", method, type, EXTENSION, Choice.AUTHOR));
    }

    private static Stream<OperatorClass> sorting(String... types) {
        return Stream.of(types).map(type -> new OperatorClass(type + "_ops", "btree", type, EXTENSION, Choice.SERVER));
    }
}
