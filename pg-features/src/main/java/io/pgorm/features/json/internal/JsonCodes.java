package io.pgorm.features.json.internal;

import io.pgorm.ir.spi.DiagnosticCode;
import java.util.List;

/** The codes of what is said about indexes of JSON. A code never changes its meaning. */
public final class JsonCodes {

    static final String FIELD = "PGO1901";
    static final String SECOND = "PGO1902";
    static final String ON_VIEW = "PGO1903";
    static final String NAME = "PGO1904";

    public static final List<DiagnosticCode> ALL = List.of(
            code(
                    FIELD,
                    "an index of JSON is over something else",
                    "@@json(name, for: contains)",
                    "Name one field of type Jsonb. A Json is kept as the text that it was, and no index finds in it."),
            code(
                    SECOND,
                    "a field of JSON has two indexes",
                    "@@json(settings, for: contains)\n  @@json(settings, for: keys, name: by_key)",
                    "Say in one what is asked: for: [contains, keys]."),
            new DiagnosticCode(
                    ON_VIEW,
                    "an index of JSON stands on a view",
                    "view Setting {\n  settings  Jsonb\n\n  @@json(settings, for: contains)\n} as \"SELECT settings FROM accounts\"\n",
                    "Put it on the model of the table."),
            code(
                    NAME,
                    "the name of an index of JSON is taken",
                    "@@json(settings, for: contains, name: found)\n  @@index([name], name: found)",
                    "Give one of them another name: with name:."));

    private JsonCodes() {}

    private static DiagnosticCode code(String code, String title, String attributes, String cure) {
        return new DiagnosticCode(
                code,
                title,
                "model Account {\n  id        Int    @id\n  name      Text\n  settings  Jsonb\n\n  " + attributes
                        + "\n}\n",
                cure);
    }
}
