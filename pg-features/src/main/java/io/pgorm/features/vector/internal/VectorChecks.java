package io.pgorm.features.vector.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Index;
import io.pgorm.ir.Model;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What pgvector would refuse, and what works but finds badly. Stateless. */
public final class VectorChecks {

    private VectorChecks() {}

    /** Errors of columns and of indexes by HNSW and IVFFlat. */
    public static List<Diagnostic> check(Schema schema) {
        List<Diagnostic> found = new ArrayList<>();
        for (Table table : schema.tables()) {
            table.columns().forEach(column -> checkColumn(column, found));
            for (Index index : table.indexes()) {
                boolean ivfflat = index.method().equals(VectorOperatorClasses.IVFFLAT);
                if (ivfflat || index.method().equals(VectorOperatorClasses.HNSW)) {
                    checkShape(index, found);
                    found.addAll(VectorIndexOptions.check(index));
                    checkKeys(schema, table, index, found);
                }
                if (ivfflat) {
                    found.add(learnsFromNothing(index));
                }
            }
        }
        return found;
    }

    private static void checkColumn(Column column, List<Diagnostic> found) {
        VectorType.of(column.type())
                .ifPresent(type -> dimensions(column.type())
                        .filter(dimensions -> !isWithin(dimensions, 1, type.maxDimensions()))
                        .ifPresent(dimensions -> found.add(Diagnostic.error(
                                VectorCodes.BAD_DIMENSIONS,
                                "a " + type.type().name() + " has 1 to " + type.maxDimensions() + " dimensions, not "
                                        + dimensions,
                                column.span()))));
    }

    /** The language itself has no unique, sorted or including index by these methods. */
    private static void checkShape(Index index, List<Diagnostic> found) {
        if (index.keys().size() > 1) {
            String method = index.method().toUpperCase(Locale.ROOT);
            found.add(Diagnostic.error(
                            VectorCodes.SEVERAL_KEYS, "an " + method + " index is over one field", index.span())
                    .withHelp("make one for each field"));
        }
    }

    private static void checkKeys(Schema schema, Table table, Index index, List<Diagnostic> found) {
        for (Index.Key key : index.keys()) {
            if (key.target() instanceof Index.ColumnTarget(String name)) {
                String field = schema.modelOf(table.name())
                        .flatMap(model -> model.fieldOf(name))
                        .map(Model.ColumnField::name)
                        .orElse(name);
                table.column(name)
                        .map(Column::type)
                        .filter(type -> !type.array())
                        .flatMap(columnType -> VectorType.of(columnType)
                                .flatMap(type -> checkKey(field, type, dimensions(columnType), index)))
                        .ifPresent(found::add);
            }
        }
    }

    private static Optional<Diagnostic> checkKey(
            String field, VectorType type, Optional<BigInteger> dimensions, Index index) {
        String name = type.type().name();
        if (dimensions.isEmpty()) {
            return Optional.of(Diagnostic.error(
                            VectorCodes.NO_DIMENSIONS,
                            "the index needs to know how many dimensions " + field + " has",
                            index.span())
                    .withHelp("write " + name + "(n) as its type, with the n of your embeddings"));
        }
        BigInteger count = dimensions.get();
        if (!isWithin(count, type.maxIndexed() + 1, type.maxDimensions())) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.error(
                        VectorCodes.TOO_MANY_FOR_INDEX,
                        "an index takes a " + name + " of up to " + type.maxIndexed() + " dimensions, and " + field
                                + " has " + count,
                        index.span())
                .withHelp(cure(field, type, count)));
    }

    private static String cure(String field, VectorType type, BigInteger dimensions) {
        return type == VectorType.VECTOR && isWithin(dimensions, 1, VectorType.HALFVEC.maxIndexed())
                ? "make the field a Halfvec(%2$s), or index it as one: `@@index([\"({%1$s}::halfvec(%2$s))\"], type: HNSW, ops: halfvec_cosine_ops)`"
                        .formatted(field, dimensions)
                : "index its bits: `@@index([\"(binary_quantize({%1$s})::bit(%2$s))\"], type: HNSW, ops: bit_hamming_ops)`"
                        .formatted(field, dimensions);
    }

    private static Diagnostic learnsFromNothing(Index index) {
        return Diagnostic.info(
                        VectorCodes.IVFFLAT_ON_EMPTY,
                        "an IVFFLAT index learns its lists from the rows that are there when it is made, and there are"
                                + " none yet",
                        index.span())
                .withHelp("use HNSW, or REINDEX once the table is filled");
    }

    /** None where the type was given none, or what is no number, which the language refuses by itself. */
    private static Optional<BigInteger> dimensions(ColumnType type) {
        return type instanceof ColumnType.Scalar scalar && !scalar.arguments().isEmpty()
                ? VectorIndexOptions.whole(scalar.arguments().getFirst())
                : Optional.empty();
    }

    private static boolean isWithin(BigInteger number, int least, int greatest) {
        return number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(greatest)) <= 0;
    }
}
