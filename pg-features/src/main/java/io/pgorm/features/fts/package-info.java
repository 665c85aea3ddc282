/**
 * Full text search: {@code @@fts} in a schema.
 *
 * <pre>
 * model Article {
 *   id     Int   &#64;id
 *   title  Text
 *   body   Text?
 *
 *   &#64;&#64;fts({title: A, body: B}, language: "english")
 * }
 * </pre>
 *
 * <p>The table gets a stored generated column {@code search tsvector} and a GIN index on it. A search asks that column,
 * {@code search @@ websearch_to_tsquery('english', ...)}, with the same language, so that it finds by the index. A text
 * of more than a megabyte of words is refused by PostgreSQL.
 *
 * <p>PostgreSQL asks that the expression always gives the same for the same row. Hence the language is a constant, or
 * a field of the type {@code Pg("regconfig")} or of an enum whose values are names of languages; a language in a
 * {@code Text} field is not known to mean the same tomorrow.
 */
@NullMarked
package io.pgorm.features.fts;

import org.jspecify.annotations.NullMarked;
