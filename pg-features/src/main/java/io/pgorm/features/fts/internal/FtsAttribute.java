package io.pgorm.features.fts.internal;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeType.Kind;
import io.pgorm.ir.spi.AttributeType.Parameter;
import io.pgorm.ir.spi.AttributeUse;
import io.pgorm.ir.sql.Identifiers;
import java.util.List;

/** The attribute {@code @@fts} and how it is read. Stateless. */
public final class FtsAttribute {

    public static final String NAME = "fts";

    static final String FIELDS = "fields";
    static final String LANGUAGE = "language";
    static final String COLUMN = "column";
    static final String INDEX_NAME = "name";

    static final String DEFAULT_LANGUAGE = "english";
    static final String DEFAULT_COLUMN = "search";

    public static final AttributeType TYPE = new AttributeType(
            NAME,
            AttributeType.Target.MODEL,
            true,
            List.of(
                    new Parameter(FIELDS, Kind.FIELD_WORDS, true, List.of("A", "B", "C", "D")),
                    Parameter.optional(LANGUAGE, Kind.NAME),
                    Parameter.optional(COLUMN, Kind.NAME),
                    Parameter.optional(INDEX_NAME, Kind.NAME)),
            "a generated column of the words of these fields, and an index to search them");

    private FtsAttribute() {}

    static String column(AttributeUse use) {
        return use.text(COLUMN).orElse(DEFAULT_COLUMN);
    }

    static String language(AttributeUse use) {
        return use.text(LANGUAGE).orElse(DEFAULT_LANGUAGE);
    }

    static String indexName(QualifiedName table, AttributeUse use) {
        return use.text(INDEX_NAME).orElseGet(() -> defaultIndexName(table, column(use)));
    }

    static String defaultIndexName(QualifiedName table, String column) {
        return Identifiers.shorten(table.name() + "_" + column, "_idx");
    }
}
