package io.pgorm.features.vector.internal;

import io.pgorm.ir.Index;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What {@code with:} of an index by HNSW or IVFFlat may say. Stateless. */
final class VectorIndexOptions {

    private static final String M = "m";
    private static final String EF_CONSTRUCTION = "ef_construction";

    /** The options of each method and the least and greatest that each takes. */
    private static final Map<String, Map<String, Range>> KNOWN = Map.of(
            VectorOperatorClasses.HNSW, Map.of(M, new Range(2, 100), EF_CONSTRUCTION, new Range(4, 1000)),
            VectorOperatorClasses.IVFFLAT, Map.of("lists", new Range(1, 32_768)));

    private static final int DEFAULT_M = 16;
    private static final int DEFAULT_EF_CONSTRUCTION = 64;

    private record Range(int least, int greatest) {
        boolean holds(String value) {
            return whole(value)
                    .filter(number -> number.compareTo(BigInteger.valueOf(least)) >= 0)
                    .filter(number -> number.compareTo(BigInteger.valueOf(greatest)) <= 0)
                    .isPresent();
        }
    }

    private VectorIndexOptions() {}

    static List<Diagnostic> check(Index index) {
        Map<String, Range> known = KNOWN.getOrDefault(index.method(), Map.of());
        List<Diagnostic> found = new ArrayList<>();
        index.with().forEach((name, value) -> {
            Range range = known.get(name);
            if (range == null) {
                String method = index.method().toUpperCase(Locale.ROOT);
                found.add(error("an " + method + " index has no option " + name, index)
                        .withHelp("it has " + String.join(" and ", new TreeSet<>(known.keySet()))));
            } else if (!range.holds(value)) {
                found.add(error(
                        name + " is a whole number from " + range.least + " to " + range.greatest + ", not " + value,
                        index));
            }
        });
        if (found.isEmpty() && index.method().equals(VectorOperatorClasses.HNSW)) {
            int m = option(index, M, DEFAULT_M);
            if (option(index, EF_CONSTRUCTION, DEFAULT_EF_CONSTRUCTION) < 2 * m) {
                found.add(error(EF_CONSTRUCTION + " is at least twice m, which is " + m, index));
            }
        }
        return found;
    }

    private static Diagnostic error(String message, Index index) {
        return Diagnostic.error(VectorCodes.BAD_OPTION, message, index.span());
    }

    private static int option(Index index, String name, int otherwise) {
        return Optional.ofNullable(index.with().get(name))
                .flatMap(VectorIndexOptions::whole)
                .map(BigInteger::intValue)
                .orElse(otherwise);
    }

    static Optional<BigInteger> whole(String text) {
        return text.matches("-?\\d+") ? Optional.of(new BigInteger(text)) : Optional.empty();
    }
}
