package io.pgorm.ir.spi;

import java.util.Optional;

/**
 * An operator class: makes an index method work for a type.
 *
 * @param name {@code gin_trgm_ops}
 * @param method the index method, in lower case
 * @param type the SQL name of the column's type, {@code text}; {@code varchar} and other types that coerce to it are
 *     covered by it
 * @param extension the extension of PostgreSQL that brings it
 * @param choice who chooses it where the author named none
 */
public record OperatorClass(String name, String method, String type, Optional<String> extension, Choice choice) {

    /** Who chooses an operator class for a key that names none. */
    public enum Choice {
        /** PostgreSQL: it is the default of its type and method, so that nothing has to be written or said. */
        SERVER,
        /** The compiler: PostgreSQL has no default, and this is what is meant; it is put in, and a diagnostic says so. */
        COMPILER,
        /**
         * PostgreSQL, once the extension is there: the compiler adds that where no other class is chosen, and a
         * diagnostic says so.
         */
        EXTENSION,
        /** The author only: there are several, and which is right depends on the queries. */
        AUTHOR
    }
}
