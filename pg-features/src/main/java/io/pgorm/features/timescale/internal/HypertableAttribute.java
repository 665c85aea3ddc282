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

    static final String COMPRESS = "hypertable.compress";
    static final String RETAIN = "hypertable.retain";
    static final String CONTINUOUS = "hypertable.continuous";

    static final String AFTER = "after";
    static final String SEGMENT_BY = "segmentBy";
    static final String ORDER_BY = "orderBy";
    static final String FROM = "from";
    static final String TO = "to";
    static final String EVERY = "every";

    /** What only the Community edition has. */
    public static final List<AttributeType> COMMUNITY = List.of(
            new AttributeType(
                    COMPRESS,
                    AttributeType.Target.MODEL,
                    false,
                    List.of(
                            Parameter.required(AFTER, Kind.TEXT),
                            Parameter.optional(SEGMENT_BY, Kind.FIELDS),
                            Parameter.optional(ORDER_BY, Kind.FIELDS)),
                    "stores chunks by columns once they are so old, on TimescaleDB's Community edition"),
            new AttributeType(
                    RETAIN,
                    AttributeType.Target.MODEL,
                    false,
                    List.of(Parameter.required(AFTER, Kind.TEXT)),
                    "drops chunks once they are so old, on TimescaleDB's Community edition"),
            new AttributeType(
                    CONTINUOUS,
                    AttributeType.Target.MODEL,
                    false,
                    List.of(
                            Parameter.optional(FROM, Kind.TEXT),
                            Parameter.optional(TO, Kind.TEXT),
                            Parameter.optional(EVERY, Kind.TEXT)),
                    "keeps a materialized view of a hypertable filled, on TimescaleDB's Community edition"));

    private HypertableAttribute() {}

    /** The column of the time; absent where several are named. */
    static Optional<String> time(AttributeUse use) {
        List<String> columns = use.columns(TIME);
        return columns.size() == 1 ? Optional.of(columns.getFirst()) : Optional.empty();
    }
}
