package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;

/** A comment on something that has no place of its own for one: a constraint, an index, a trigger, a policy. */
public record Comment(ObjectName on, String text, SourceSpan span) implements SchemaObject {}
