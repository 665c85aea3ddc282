package io.pgorm.features.json.internal;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeType.Kind;
import io.pgorm.ir.spi.AttributeType.Parameter;
import io.pgorm.ir.spi.AttributeUse;
import io.pgorm.ir.sql.Identifiers;
import java.util.List;
import java.util.Optional;

/** The attribute {@code @@json} and how it is read. Stateless. */
public final class JsonAttribute {

    public static final String NAME = "json";

    static final String FIELD = "field";
    static final String FOR = "for";
    static final String INDEX_NAME = "name";

    /** {@code contains(...)} and {@code path(...).eq(...)}. */
    static final String CONTAINS = "contains";

    /** {@code matches(...)}. */
    static final String MATCHES = "matches";

    /** {@code hasKey(...)} and its like. */
    static final String KEYS = "keys";

    public static final AttributeType TYPE = new AttributeType(
            NAME,
            AttributeType.Target.MODEL,
            true,
            List.of(
                    Parameter.required(FIELD, Kind.FIELDS),
                    new Parameter(FOR, Kind.WORDS, true, List.of(CONTAINS, MATCHES, KEYS)),
                    Parameter.optional(INDEX_NAME, Kind.NAME)),
            "an index over a field of JSON, of the kind that answers what is asked");

    private JsonAttribute() {}

    /** The first column; that there is one only is checked. */
    static Optional<String> column(AttributeUse use) {
        return use.columns(FIELD).stream().findFirst();
    }

    /** The smaller class knows values and where they are, the larger one keys as well. */
    static Optional<String> operatorClass(AttributeUse use) {
        return use.words(FOR).contains(KEYS) ? Optional.empty() : Optional.of("jsonb_path_ops");
    }

    static String indexName(QualifiedName table, AttributeUse use, String column) {
        return use.text(INDEX_NAME).orElseGet(() -> Identifiers.shorten(table.name() + "_" + column, "_idx"));
    }
}
