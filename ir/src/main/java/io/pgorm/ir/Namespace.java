package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.Optional;

/** A schema of the database, in which objects have their names. The schema {@code public} is there by itself. */
public record Namespace(String name, Optional<String> comment, SourceSpan span) implements SchemaObject {}
