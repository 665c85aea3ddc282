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
 * @param supplied whether the compiler puts it in, and says so, where the author named none and PostgreSQL has no
 *     default
 */
public record OperatorClass(String name, String method, String type, Optional<String> extension, boolean supplied) {}
