package io.pgorm.features.encrypted.internal;

import io.pgorm.ir.spi.DiagnosticCode;
import java.util.List;

/** The codes of what is said about encrypted columns. A code never changes its meaning. */
public final class EncryptedCodes {

    static final String NOT_TEXT = "PGO1801";
    static final String READ_BY_SERVER = "PGO1802";
    static final String KEY_NAME = "PGO1803";

    public static final List<DiagnosticCode> ALL = List.of(
            code(
                    NOT_TEXT,
                    "a field of this type cannot be encrypted",
                    "born  Date  @encrypted(key: \"people\")",
                    "Make it a String or a Bytea, and turn the value into one in the application."),
            code(
                    READ_BY_SERVER,
                    "the server would have to read an encrypted field",
                    "ssn  String  @unique @encrypted(key: \"people\")",
                    "The server sees no value: keys, indexes, defaults and constraints are for other fields. To find by"
                            + " a value keep a keyed hash of it (an HMAC) in a field beside it."),
            code(
                    KEY_NAME,
                    "a name of a key has other characters than letters, digits, dots, hyphens and underscores",
                    "ssn  String  @encrypted(key: \"the key\")",
                    "Say \"people\", the name under which the application gives the key; the key itself never stands in"
                            + " a schema."));

    private EncryptedCodes() {}

    private static DiagnosticCode code(String code, String title, String field, String cure) {
        return new DiagnosticCode(code, title, "model Person {\n  id  Int  @id\n  " + field + "\n}\n", cure);
    }
}
