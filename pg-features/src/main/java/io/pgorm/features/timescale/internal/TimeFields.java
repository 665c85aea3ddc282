package io.pgorm.features.timescale.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.ir.Column;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.ClientField;
import java.util.List;
import java.util.Optional;

/** The times of hypertables as fields of the client. Stateless. */
public final class TimeFields {

    private static final String PACKAGE = "io.pgorm.features.timescale.";

    private TimeFields() {}

    public static List<ClientField> of(Schema schema) {
        return schema.tables().stream()
                .flatMap(table -> Attributes.one(schema, table.name(), HypertableAttribute.NAME)
                        .flatMap(HypertableAttribute::time)
                        .flatMap(table::column)
                        .flatMap(time -> field(table.name(), time))
                        .stream())
                .toList();
    }

    private static Optional<ClientField> field(QualifiedName table, Column time) {
        String type = time.type().sql();
        return switch (type.replaceFirst("\\(\\d\\)", "")) {
            case "timestamp with time zone", "timestamptz" ->
                made(table, time, "TimestamptzField", "java.time.OffsetDateTime");
            case "timestamp without time zone", "timestamp" ->
                made(table, time, "TimestampField", "java.time.LocalDateTime");
            case "date" -> made(table, time, "DateField", "java.time.LocalDate");
            case "bigint" -> made(table, time, "BigIntField", "java.lang.Long");
            case "integer" -> made(table, time, "IntField", "java.lang.Integer");
            case "smallint" -> made(table, time, "SmallIntField", "java.lang.Short");
            default -> Optional.empty();
        };
    }

    private static Optional<ClientField> made(QualifiedName table, Column time, String field, String values) {
        return Optional.of(new ClientField(table, time.name(), PACKAGE + field, values, List.of()));
    }
}
