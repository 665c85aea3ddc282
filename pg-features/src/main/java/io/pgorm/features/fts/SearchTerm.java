package io.pgorm.features.fts;

import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What is searched for, put together in Java: {@code SearchTerm.word("cat").and(SearchTerm.prefix("bla").not())}. Every
 * text may come from outside: it is bound, and none of it is an operator. Words that do not count in the language, such
 * as {@code the}, are left out; a term of none but these finds nothing. Immutable.
 */
public sealed interface SearchTerm {

    /** What people write into a search box: {@code cats -dogs "black and white" or grey}. */
    static SearchTerm web(String words) {
        return web(DSL.val(words));
    }

    /** As {@link #web(String)}, with a parameter of a prepared query. */
    static SearchTerm web(Field<String> words) {
        return new Parsed("websearch_to_tsquery", words);
    }

    /** All the words of the text, anywhere. */
    static SearchTerm words(String text) {
        return new Parsed("plainto_tsquery", DSL.val(text));
    }

    /** The words of the text, one behind the other. */
    static SearchTerm phrase(String text) {
        return new Parsed("phraseto_tsquery", DSL.val(text));
    }

    /** Words that begin with the text. Of several words, one behind the other, each may go on. */
    static SearchTerm prefix(String text) {
        if (text.isBlank()) {
            return words("");
        }
        String quoted = "'" + text.replace("\\", "\\\\").replace("'", "''") + "':*";
        return new Parsed("to_tsquery", DSL.val(quoted));
    }

    /** Both. */
    default SearchTerm and(SearchTerm other) {
        return new Joined(this, "&&", other);
    }

    /** At least one of them. */
    default SearchTerm or(SearchTerm other) {
        return new Joined(this, "||", other);
    }

    /** Not this. */
    default SearchTerm not() {
        return new Not(this);
    }

    /**
     * The other one so many words behind this.
     *
     * @param distance 1 for the next word
     * @throws IllegalArgumentException if not between 1 and 16384
     */
    default SearchTerm followedBy(SearchTerm other, int distance) {
        if (distance < 1 || distance > 16_384) {
            throw new IllegalArgumentException("words are 1 to 16384 apart, not " + distance);
        }
        return new Followed(this, other, distance);
    }

    /** The {@code tsquery} of it by a configuration. */
    Field<?> query(Field<?> configuration);

    /** A text that PostgreSQL takes apart. */
    record Parsed(String function, Field<String> text) implements SearchTerm {
        @Override
        public Field<?> query(Field<?> configuration) {
            return DSL.function(function, SQLDataType.OTHER, configuration, text);
        }
    }

    /** Two terms. */
    record Joined(SearchTerm left, String operator, SearchTerm right) implements SearchTerm {
        @Override
        public Field<?> query(Field<?> configuration) {
            return DSL.field("({0} " + operator + " {1})", left.query(configuration), right.query(configuration));
        }
    }

    /** The contrary. */
    record Not(SearchTerm term) implements SearchTerm {
        @Override
        public Field<?> query(Field<?> configuration) {
            return DSL.field("(!! {0})", term.query(configuration));
        }
    }

    /** Two terms at a distance. */
    record Followed(SearchTerm left, SearchTerm right, int distance) implements SearchTerm {
        @Override
        public Field<?> query(Field<?> configuration) {
            return DSL.function(
                    "tsquery_phrase",
                    SQLDataType.OTHER,
                    List.of(left.query(configuration), right.query(configuration), DSL.inline(distance)));
        }
    }
}
