package io.pgorm.features.notify.internal;

import io.pgorm.ir.spi.DiagnosticCode;
import java.util.List;

/** The codes of what is said about notifications. A code never changes its meaning. */
public final class NotifyCodes {

    static final String NO_KEY = "PGO1601";
    static final String MISSING_ROW = "PGO1603";
    static final String WHOLE_ROW = "PGO1604";
    static final String TWICE = "PGO1605";
    static final String ON_VIEW = "PGO1606";

    public static final List<DiagnosticCode> ALL = List.of(
            new DiagnosticCode(
                    NO_KEY,
                    "a message could not say which row it is about",
                    "model Order {\n  id  Int\n\n  @@notify\n}\n",
                    "Give the model a primary key, or a unique key of fields that are never absent."),
            code(
                    MISSING_ROW,
                    "a payload reads a row that is not there",
                    "@@notify(orders, on: [insert, delete], payload: \"NEW.{id}::text\")",
                    "Say coalesce(NEW.{id}, OLD.{id}): an insert has no OLD, a delete no NEW."),
            code(
                    WHOLE_ROW,
                    "a payload holds a whole row",
                    "@@notify(orders, on: insert, payload: \"to_jsonb(NEW)::text\")",
                    "PostgreSQL sends less than 8000 bytes; of a longer row only the key is sent. Send the key and let"
                            + " the listener read the row."),
            code(
                    TWICE,
                    "two attributes send the same message on one channel",
                    "@@notify(orders)\n  @@notify(orders, on: insert)",
                    "Leave one of them out: PostgreSQL sends equal messages of a transaction once."),
            new DiagnosticCode(
                    ON_VIEW,
                    "a notification stands on a view",
                    "view OpenOrder {\n  id  Int  @id\n\n  @@notify\n} as \"SELECT id FROM orders\"\n",
                    "Rows are written in tables: put it on their models."));

    private NotifyCodes() {}

    private static DiagnosticCode code(String code, String title, String attributes, String cure) {
        return new DiagnosticCode(code, title, "model Order {\n  id  Int  @id\n\n  " + attributes + "\n}\n", cure);
    }
}
