package io.pgorm.client.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A value or two of each common type, which no function is likely to give back unless it gives back all. Stateless. */
final class Samples {

    private static final LocalDateTime TIME = LocalDateTime.of(1999, 7, 31, 23, 59, 58, 123_456_000);

    private static final Map<Class<?>, List<Object>> OF = Map.ofEntries(
            Map.entry(String.class, List.of(" 'Ab\u00e4\t<7> ", "")),
            Map.entry(Integer.class, List.of(1_234_567, -1_234_567)),
            Map.entry(Long.class, List.of(12_345_678_901L, -12_345_678_901L)),
            Map.entry(Short.class, List.of((short) 12_345, (short) -12_345)),
            Map.entry(Double.class, List.of(-1234.5678)),
            Map.entry(Float.class, List.of(-1234.5f)),
            Map.entry(Boolean.class, List.of(true, false)),
            Map.entry(BigDecimal.class, List.of(new BigDecimal("-1234.56700"))),
            Map.entry(UUID.class, List.of(new UUID(1, 2))),
            Map.entry(LocalDateTime.class, List.of(TIME)),
            Map.entry(LocalDate.class, List.of(TIME.toLocalDate())),
            Map.entry(LocalTime.class, List.of(TIME.toLocalTime())),
            Map.entry(OffsetDateTime.class, List.of(TIME.atOffset(java.time.ZoneOffset.ofHours(3)))));

    private Samples() {}

    /** All of an enum; none of a type that is not known here. */
    static List<Object> of(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants == null ? OF.getOrDefault(type, List.of()) : new ArrayList<>(List.of(constants));
    }
}
