package io.pgorm.features.vector.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What pgvector would refuse, and what works but finds badly. Stateless. */
public final class VectorChecks {

    private static final String BAD_DIMENSIONS = "PGO1201";
    private static final String NO_DIMENSIONS = "PGO1202";
    private static final String TOO_MANY_FOR_INDEX = "PGO1203";
    private static final String BAD_OPTION = "PGO1204";
    private static final String UNSUPPORTED_INDEX = "PGO1205";
    private static final String IVFFLAT_ON_EMPTY = "PGO1206";

    /** The parameters of each method and the least and greatest that each takes. */
    private static final Map<String, Map<String, Range>> OPTIONS = Map.of(
            VectorOperatorClasses.HNSW,
            Map.of("m", new Range(2, 100), "ef_construction", new Range(4, 1000)),
            VectorOperatorClasses.IVFFLAT,
            Map.of("lists", new Range(1, 32_768)));

    private static final int DEFAULT_M = 16;
    private static final int DEFAULT_EF_CONSTRUCTION = 64;

    private record Range(int least, int greatest) {}

    private VectorChecks() {}

    public static List<Diagnostic> check(Schema schema) {
        List<Diagnostic> found = new ArrayList<>();
        for (Table table : schema.tables()) {
            table.columns().forEach(column -> checkColumn(column, found));
            table.indexes().stream()
                    .filter(index -> OPTIONS.containsKey(index.method()))
                    .forEach(index -> checkIndex(table, index, found));
        }
        return found;
    }

    private static void checkColumn(Column column, List<Diagnostic> found) {
        VectorType.of(column.type())
                .ifPresent(type -> dimensions(column.type())
                        .filter(dimensions -> !isWithin(dimensions, 1, type.maxDimensions()))
                        .ifPresent(dimensions -> found.add(Diagnostic.error(
                                BAD_DIMENSIONS,
                                "a " + type.type().name() + " has 1 to " + type.maxDimensions() + " dimensions, not "
                                        + dimensions,
                                column.span()))));
    }

    private static void checkIndex(Table table, Index index, List<Diagnostic> found) {
        checkShape(index, found);
        checkOptions(index, found);
        for (Index.Key key : index.keys()) {
            if (key.target() instanceof Index.ColumnTarget(String name)) {
                table.column(name).ifPresent(column -> checkKey(column, index, found));
            }
        }
        if (index.method().equals(VectorOperatorClasses.IVFFLAT)) {
            found.add(Diagnostic.info(
                            IVFFLAT_ON_EMPTY,
                            "an IVFFLAT index learns its lists from the rows that are there when it is made, and there"
                                    + " are none yet",
                            index.span())
                    .withHelp("use HNSW, or REINDEX once the table is filled"));
        }
    }

    private static void checkKey(Column column, Index index, List<Diagnostic> found) {
        Optional<VectorType> vector = VectorType.of(column.type());
        if (vector.isEmpty() || column.type().array()) {
            return;
        }
        VectorType type = vector.get();
        String name = type.type().name();
        Optional<BigInteger> dimensions = dimensions(column.type());
        if (dimensions.isEmpty()) {
            found.add(Diagnostic.error(
                            NO_DIMENSIONS,
                            "the index needs to know how many dimensions " + column.name() + " has",
                            index.span())
                    .withHelp("write " + name + "(n) as its type, with the n of your embeddings"));
        } else if (isWithin(dimensions.get(), type.maxIndexed() + 1, type.maxDimensions())) {
            found.add(Diagnostic.error(
                            TOO_MANY_FOR_INDEX,
                            "an index takes a " + name + " of up to " + type.maxIndexed() + " dimensions, and "
                                    + column.name() + " has " + dimensions.get(),
                            index.span())
                    .withHelp(cure(column, type, dimensions.get())));
        }
    }

    private static String cure(Column column, VectorType type, BigInteger dimensions) {
        if (type == VectorType.VECTOR && isWithin(dimensions, 1, VectorType.HALFVEC.maxIndexed())) {
            return "make the column a Halfvec(" + dimensions + "), or index it as one: @@index([\"(" + column.name()
                    + "::halfvec(" + dimensions + "))\"], type: HNSW, ops: halfvec_cosine_ops)";
        }
        return "index a shorter beginning of it, or its bits: binary_quantize(" + column.name() + ")::bit(" + dimensions
                + ")";
    }

    private static void checkShape(Index index, List<Diagnostic> found) {
        String method = index.method().toUpperCase(Locale.ROOT);
        if (index.unique()) {
            found.add(unsupported("an " + method + " index cannot be unique", index));
        }
        if (index.keys().size() > 1) {
            found.add(unsupported("an " + method + " index is over one column", index));
        }
        if (!index.include().isEmpty()) {
            found.add(unsupported("an " + method + " index cannot include other columns", index));
        }
        if (index.keys().stream()
                .anyMatch(key -> key.order().isPresent() || key.nulls().isPresent())) {
            found.add(unsupported("an " + method + " index has no sort order", index));
        }
    }

    private static Diagnostic unsupported(String message, Index index) {
        return Diagnostic.error(UNSUPPORTED_INDEX, message, index.span());
    }

    private static void checkOptions(Index index, List<Diagnostic> found) {
        Map<String, Range> known = OPTIONS.getOrDefault(index.method(), Map.of());
        List<Diagnostic> bad = new ArrayList<>();
        index.with().forEach((name, value) -> {
            Range range = known.get(name);
            if (range == null) {
                bad.add(badOption("there is no " + name + " for an index by " + index.method(), index)
                        .withHelp("there is " + String.join(" and ", new TreeSet<>(known.keySet()))));
            } else if (whole(value)
                    .filter(number -> isWithin(number, range.least, range.greatest))
                    .isEmpty()) {
                bad.add(badOption(
                        name + " is a whole number from " + range.least + " to " + range.greatest + ", not " + value,
                        index));
            }
        });
        if (bad.isEmpty() && index.method().equals(VectorOperatorClasses.HNSW)) {
            int m = option(index, "m", DEFAULT_M);
            if (option(index, "ef_construction", DEFAULT_EF_CONSTRUCTION) < 2 * m) {
                bad.add(badOption("ef_construction is at least twice m, which is " + m, index));
            }
        }
        found.addAll(bad);
    }

    private static Diagnostic badOption(String message, Index index) {
        return Diagnostic.error(BAD_OPTION, message, index.span());
    }

    private static int option(Index index, String name, int otherwise) {
        return Optional.ofNullable(index.with().get(name))
                .flatMap(VectorChecks::whole)
                .map(BigInteger::intValue)
                .orElse(otherwise);
    }

    private static Optional<BigInteger> dimensions(ColumnType type) {
        return type instanceof ColumnType.Scalar scalar && !scalar.arguments().isEmpty()
                ? whole(scalar.arguments().getFirst())
                : Optional.empty();
    }

    private static Optional<BigInteger> whole(String text) {
        return text.matches("-?\\d+") ? Optional.of(new BigInteger(text)) : Optional.empty();
    }

    private static boolean isWithin(BigInteger number, int least, int greatest) {
        return number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(greatest)) <= 0;
    }
}
