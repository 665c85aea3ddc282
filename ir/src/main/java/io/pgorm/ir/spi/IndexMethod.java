package io.pgorm.ir.spi;

import java.util.Optional;

/**
 * An access method of indexes.
 *
 * @param name in lower case, {@code hnsw}
 * @param extension the extension of PostgreSQL that brings it
 */
public record IndexMethod(String name, Optional<String> extension) {}
