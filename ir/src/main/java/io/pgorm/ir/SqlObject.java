package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * SQL for what the schema has no record of: what an extension of the language contributes, what the author wrote in a
 * {@code sql} block, what a catalog held that has no word.
 *
 * @param id unique among all objects of a schema, {@code "fts:posts.search"}, {@code "aggregate public.median(numeric)"}
 * @param phase its place in the dependency order, where nothing else says it
 * @param sql a statement without a final semicolon; from the author of a schema, maybe several
 * @param undo what undoes it, where there is something
 * @param after what has to be there before, beside what the SQL itself names
 * @param before what has to wait for it, beside what names what it makes
 * @param span what asked for it
 */
public record SqlObject(
        String id,
        Phase phase,
        String sql,
        Optional<String> undo,
        List<Reference> after,
        List<Reference> before,
        SourceSpan span)
        implements SchemaObject {

    public SqlObject {
        after = List.copyOf(after);
        before = List.copyOf(before);
    }

    public SqlObject(String id, Phase phase, String sql, Optional<String> undo, SourceSpan span) {
        this(id, phase, sql, undo, List.of(), List.of(), span);
    }

    /** Something that a place in the order may be told by. */
    public sealed interface Reference {

        /** A table, view, type, domain, sequence or routine, by its name. */
        record Named(QualifiedName name) implements Reference {}

        /** Another piece of SQL, by its id. */
        record Block(String id) implements Reference {}
    }

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
