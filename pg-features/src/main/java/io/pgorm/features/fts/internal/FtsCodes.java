package io.pgorm.features.fts.internal;

import io.pgorm.ir.spi.DiagnosticCode;
import java.util.List;

/** The codes of what is said about text search. A code never changes its meaning. */
public final class FtsCodes {

    static final String FIELD = "PGO1501";
    static final String LANGUAGE = "PGO1502";
    static final String COLUMN_TAKEN = "PGO1503";
    static final String ON_VIEW = "PGO1504";

    public static final List<DiagnosticCode> ALL = List.of(
            code(
                    FIELD,
                    "a field holds no text that can be searched",
                    "@@fts([pages])",
                    "Search fields of the types Text, Varchar, Citext, Json and Jsonb that are not generated."),
            code(
                    LANGUAGE,
                    "a language is no text search configuration, or one that may change",
                    "@@fts([title], language: \"klingon\")",
                    "Name a configuration of PostgreSQL or one that a sql block makes. For a language in each row, use a"
                            + " field of type Pg(\"regconfig\") or of an enum of configurations."),
            code(
                    COLUMN_TAKEN,
                    "the column or index of a search is there already",
                    "@@fts([title])\n  @@fts([title], language: \"german\")",
                    "Say column: for the column, name: for the index."),
            new DiagnosticCode(
                    ON_VIEW,
                    "a search column stands on a view",
                    "view Title {\n  title  Text\n\n  @@fts([title])\n} as \"SELECT title FROM books\"\n",
                    "Put it on the model of the table."));

    private FtsCodes() {}

    private static DiagnosticCode code(String code, String title, String attributes, String cure) {
        return new DiagnosticCode(
                code,
                title,
                "model Book {\n  id     Int  @id\n  title  Text\n  pages  Int\n\n  " + attributes + "\n}\n",
                cure);
    }
}
