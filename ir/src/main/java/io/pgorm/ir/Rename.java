package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;

/**
 * What {@code @renamedFrom} says: an object had another name. It says nothing of the schema as it is now; a migration
 * from a database that has the old name and not the new one renames.
 *
 * @param to the object as it is now
 * @param from its own name before, of a part the part's
 */
public record Rename(ObjectName to, String from, SourceSpan span) implements SchemaObject {}
