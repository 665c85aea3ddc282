package io.pgorm.features.vector.internal;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.PgType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of pgvector 0.8 and how many dimensions they and their indexes take. */
public enum VectorType {
    VECTOR("Vector", 16_000, 2_000),
    HALFVEC("Halfvec", 16_000, 4_000),
    /** Its index limits the elements that are not zero, which a row shows and no type: hence no limit here. */
    SPARSEVEC("Sparsevec", 1_000_000_000, 1_000_000_000);

    /** The extension of PostgreSQL. */
    public static final String EXTENSION = "vector";

    private final PgType type;
    private final int maxDimensions;
    private final int maxIndexed;

    VectorType(String name, int maxDimensions, int maxIndexed) {
        String java = "io.pgorm.features.vector." + name;
        this.type = new PgType(
                name,
                name.toLowerCase(Locale.ROOT),
                PgType.Kind.OTHER,
                0,
                1,
                Optional.of(EXTENSION),
                Optional.of(new PgType.JavaMapping(java, java + "Binding")));
        this.maxDimensions = maxDimensions;
        this.maxIndexed = maxIndexed;
    }

    public PgType type() {
        return type;
    }

    /** How many dimensions a column may have. */
    int maxDimensions() {
        return maxDimensions;
    }

    /** How many an index by HNSW or IVFFlat takes. */
    int maxIndexed() {
        return maxIndexed;
    }

    static Optional<VectorType> of(ColumnType type) {
        return type instanceof ColumnType.Scalar scalar
                ? Arrays.stream(values())
                        .filter(candidate -> candidate.type.equals(scalar.type()))
                        .findFirst()
                : Optional.empty();
    }
}
