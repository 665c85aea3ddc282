package io.pgorm.features.fts;

import io.pgorm.client.FeatureField;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * A column of words to search, as {@code @@fts} makes it. It knows the text search configuration that its words were made
 * by, so that a search is made by the same one and finds by the index. Generated code makes it. Immutable; safe for use
 * by several threads.
 *
 * @param <R> jOOQ's record of the table
 */
public final class SearchField<R extends Record> extends FeatureField<R, String> {

    private static final long serialVersionUID = 1L;

    private final String configuration;
    private final String languageColumn;

    /** @param facts the configuration, or the empty text and the column that holds that of each row; nothing if unknown */
    public SearchField(TableField<R, String> column, List<String> facts) {
        super(column);
        this.configuration = facts.isEmpty() ? "" : facts.get(0);
        this.languageColumn = facts.size() < 2 ? "" : facts.get(1);
    }

    /**
     * The rows that fit words as people write them into a search box: {@code cats -dogs "black and white" or grey}. Every
     * text is a search; one without any word that counts, such as {@code the}, finds nothing.
     *
     * @throws IllegalStateException if each row is in a language of its own: say {@code in("german")} before
     */
    public Search search(String words) {
        return search(SearchTerm.web(words));
    }

    /** As {@link #search(String)}, with a parameter of a prepared query. */
    public Search search(Field<String> words) {
        return search(SearchTerm.web(words));
    }

    /** The rows that fit the term. */
    public Search search(SearchTerm term) {
        if (configuration.isEmpty()) {
            throw new IllegalStateException(
                    languageColumn.isEmpty()
                            ? getName() + " does not say by which configuration its words were made: search"
                                    + " in(\"english\")"
                            : "each row has a language of its own, and a search is in one: search in(\"german\")");
        }
        return new Search(column(), configuration, term, DSL.noCondition());
    }

    /**
     * In rows of this language, or by this configuration where the schema does not say which it is.
     *
     * @param language the name of a text search configuration
     * @throws IllegalArgumentException if the words of all rows were made by another one, which would find wrong rows, or
     *     none
     */
    public InLanguage in(String language) {
        if (!configuration.isEmpty() && !configuration.equals(language)) {
            throw new IllegalArgumentException("the words of " + getName() + " were made by the configuration "
                    + configuration + " and are searched by it; for " + language
                    + " add another @@fts(..., language: \"" + language + "\", column: ...) to the model");
        }
        Condition rows = languageColumn.isEmpty()
                ? DSL.noCondition()
                : DSL.condition("cast({0} as text) = {1}", sibling(languageColumn), DSL.val(language));
        return term -> new Search(column(), language, term, rows);
    }

    private Field<?> sibling(String name) {
        Field<?> found = java.util.Objects.requireNonNull(getTable()).field(name);
        return java.util.Objects.requireNonNull(found, () -> "no column " + name + " beside " + getName());
    }

    /** A search in one language. */
    @FunctionalInterface
    public interface InLanguage {

        /** The rows that fit the term. */
        Search search(SearchTerm term);

        /** As {@link SearchField#search(String)}. */
        default Search search(String words) {
            return search(SearchTerm.web(words));
        }

        /** As {@link SearchField#search(Field)}. */
        default Search search(Field<String> words) {
            return search(SearchTerm.web(words));
        }
    }
}
