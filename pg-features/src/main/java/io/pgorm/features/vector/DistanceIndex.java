package io.pgorm.features.vector;

import java.util.Optional;
import java.util.stream.Stream;

/** An index over a column of vectors: its method, and the distance that it finds by. */
record DistanceIndex(Method method, Distance distance) {

    enum Method {
        HNSW,
        IVFFLAT
    }

    /** @param fact {@code hnsw vector_cosine_ops}, as the extension writes it for the client */
    static Optional<DistanceIndex> of(String fact) {
        String[] words = fact.split(" ", 2);
        Method method = words[0].equals("hnsw") ? Method.HNSW : Method.IVFFLAT;
        return Stream.of(Distance.values())
                .filter(distance -> words[1].endsWith("_" + distance.word() + "_ops"))
                .findFirst()
                .map(distance -> new DistanceIndex(method, distance));
    }
}
