package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;

/** Whose an object is, where that is not the role that makes it. */
public record Ownership(ObjectName of, String owner, SourceSpan span) implements SchemaObject {}
