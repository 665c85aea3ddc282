package io.pgorm.migrations.rows.internal;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Values by the hundred, for conditions that few satisfy: the share of a hash partition, for one. Stateless. */
final class ManyValues {

    private static final int COUNT = 400;

    private ManyValues() {}

    static List<String> of(String type) {
        return switch (type) {
            case "int2", "int4", "int8", "numeric", "float4", "float8", "oid" -> many(i -> "" + i);
            case "text", "varchar", "bpchar", "citext", "name" -> many(i -> "w" + i);
            case "uuid" -> many(i -> "00000000-0000-4000-8000-%012d".formatted(i));
            case "date" ->
                many(i -> java.time.LocalDate.of(1990, 1, 1).plusDays(37L * i).toString());
            case "timestamp", "timestamptz" ->
                many(i -> java.time.LocalDate.of(1990, 1, 1).plusDays(37L * i) + " 12:00:00");
            default -> List.of();
        };
    }

    private static List<String> many(IntFunction<String> value) {
        return IntStream.range(0, COUNT).mapToObj(value).toList();
    }
}
