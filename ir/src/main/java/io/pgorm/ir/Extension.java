package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;

/**
 * An extension of PostgreSQL that the schema needs.
 *
 * @param name as CREATE EXTENSION takes it
 * @param span the declaration, or the first use that implied it
 */
public record Extension(String name, SourceSpan span) {}
