package io.pgorm.features.vector.internal;

import io.pgorm.ir.spi.DiagnosticCode;
import java.util.List;

/** The codes of what is said about vectors. A code never changes its meaning. */
public final class VectorCodes {

    static final String BAD_DIMENSIONS = "PGO1201";
    static final String NO_DIMENSIONS = "PGO1202";
    static final String TOO_MANY_FOR_INDEX = "PGO1203";
    static final String BAD_OPTION = "PGO1204";
    static final String SEVERAL_KEYS = "PGO1205";
    static final String IVFFLAT_ON_EMPTY = "PGO1206";

    private static final String INDEX = "@@index([embedding], type: HNSW, ops: vector_cosine_ops)";

    public static final List<DiagnosticCode> ALL = List.of(
            code(
                    BAD_DIMENSIONS,
                    "a vector has more dimensions than there can be",
                    "Vector(20000)",
                    "",
                    "A Vector and a Halfvec have up to 16000 dimensions."),
            code(
                    NO_DIMENSIONS,
                    "an index is on a vector of no fixed dimension",
                    "Vector",
                    INDEX,
                    "Write the dimension: Vector(1536)."),
            code(
                    TOO_MANY_FOR_INDEX,
                    "a vector has more dimensions than an index takes",
                    "Vector(3072)",
                    INDEX,
                    "An index takes 2000 of a Vector and 4000 of a Halfvec: make the field a Halfvec, or index it as"
                            + " one."),
            code(
                    BAD_OPTION,
                    "an option of a vector index is unknown or out of range",
                    "Vector(3)",
                    "@@index([embedding], type: HNSW, ops: vector_cosine_ops, with: {m: 1000})",
                    "HNSW takes m from 2 to 100 and ef_construction from 4 to 1000, IVFFLAT takes lists from 1 to"
                            + " 32768."),
            code(
                    SEVERAL_KEYS,
                    "a vector index is over several fields",
                    "Vector(3)",
                    "@@index([embedding, other], type: HNSW, ops: [vector_cosine_ops, vector_cosine_ops])",
                    "Make one index for each field."),
            code(
                    IVFFLAT_ON_EMPTY,
                    "an IVFFLAT index is made on an empty table",
                    "Vector(3)",
                    "@@index([embedding], type: IVFFLAT, ops: vector_cosine_ops)",
                    "It learns from the rows that are there when it is made: use HNSW, or REINDEX once the table is"
                            + " filled."));

    private VectorCodes() {}

    private static DiagnosticCode code(String code, String title, String type, String attribute, String cure) {
        return new DiagnosticCode(
                code,
                title,
                "model Document {\n  id         Int  @id\n  embedding  " + type + "\n  other      Vector(3)\n\n  "
                        + attribute + "\n}\n",
                cure);
    }
}
