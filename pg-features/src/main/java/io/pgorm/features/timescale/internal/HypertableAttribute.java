package io.pgorm.features.timescale.internal;

import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeType.Kind;
import io.pgorm.ir.spi.AttributeType.Parameter;
import io.pgorm.ir.spi.AttributeUse;
import java.util.List;
import java.util.Optional;

/** The attribute {@code @@hypertable} and how it is read. Stateless. */
public final class HypertableAttribute {

    public static final String NAME = "hypertable";

    static final String TIME = "time";
    static final String CHUNK = "chunk";

    public static final AttributeType TYPE = new AttributeType(
            NAME,
            AttributeType.Target.MODEL,
            false,
            List.of(Parameter.required(TIME, Kind.FIELDS), Parameter.optional(CHUNK, Kind.TEXT)),
            "keeps the rows in chunks by their time, with the extension timescaledb");

    private HypertableAttribute() {}

    /** The column of the time; absent where several are named. */
    static Optional<String> time(AttributeUse use) {
        List<String> columns = use.columns(TIME);
        return columns.size() == 1 ? Optional.of(columns.getFirst()) : Optional.empty();
    }
}
