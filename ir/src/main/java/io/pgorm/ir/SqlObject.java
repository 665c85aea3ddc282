package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * SQL that an extension of the language contributes for what the schema has no record of.
 *
 * @param id unique among all objects of a schema, {@code "fts:posts.search"}
 * @param phase its place in the dependency order
 * @param sql one statement without a final semicolon
 * @param undo the statement that undoes it, where there is one
 * @param span what asked for it
 */
public record SqlObject(String id, Phase phase, String sql, Optional<String> undo, SourceSpan span) {

    /** When a statement runs, in the order of the constants; within a phase in the order of {@link #id}. */
    public enum Phase {
        EXTENSIONS,
        TYPES,
        FUNCTIONS,
        TABLES,
        INDEXES,
        FOREIGN_KEYS,
        SECURITY,
        COMMENTS
    }
}
