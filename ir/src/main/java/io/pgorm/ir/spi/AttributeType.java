package io.pgorm.ir.spi;

import java.util.List;

/**
 * An attribute that an extension brings.
 *
 * @param name without the {@code @}: the extension's name, or that and a dot and a word
 * @param target what it stands on
 * @param repeatable whether it may stand there more than once
 * @param parameters in the order in which they may be given without a name
 * @param documentation one sentence, shown where a word is unknown or wrong
 */
public record AttributeType(
        String name, Target target, boolean repeatable, List<Parameter> parameters, String documentation) {

    public AttributeType {
        parameters = List.copyOf(parameters);
    }

    /** What an attribute stands on: {@code @@} a model or a view, {@code @} a field. */
    public enum Target {
        MODEL,
        FIELD
    }

    /**
     * A parameter.
     *
     * @param words for {@link Kind#WORD}, {@link Kind#WORDS} and {@link Kind#FIELD_WORDS}, the words that are allowed, empty
     *     for any; for {@link Kind#CONSTANTS} those that stand for themselves
     */
    public record Parameter(String name, Kind kind, boolean required, List<String> words) {
        public Parameter {
            words = List.copyOf(words);
        }

        public static Parameter required(String name, Kind kind) {
            return new Parameter(name, kind, true, List.of());
        }

        public static Parameter optional(String name, Kind kind) {
            return new Parameter(name, kind, false, List.of());
        }

        public static Parameter words(String name, boolean required, String... words) {
            return new Parameter(name, Kind.WORD, required, List.of(words));
        }
    }

    /** What may be given for a parameter, and the {@link ArgumentValue} that it becomes. */
    public enum Kind {
        /** A string of SQL over the columns of the model: {@link ArgumentValue.Sql}. */
        SQL,
        /** Any string: {@link ArgumentValue.Text}. */
        TEXT,
        /** A whole number: {@link ArgumentValue.Whole}. */
        WHOLE,
        /** {@code true} or {@code false}: {@link ArgumentValue.Bool}. */
        BOOL,
        /** A bare word, matched without regard to case: {@link ArgumentValue.Word}. */
        WORD,
        /** A bare word or a list of them: {@link ArgumentValue.Words}. */
        WORDS,
        /** A field of the model or a list of them, resolved to columns: {@link ArgumentValue.Columns}. */
        FIELDS,
        /** A list of fields and strings of SQL, as keys of an index are: {@link ArgumentValue.Keys}. */
        KEYS,
        /** Fields in a list, or each with a word in braces, {@code {title: A}}: {@link ArgumentValue.FieldWords}. */
        FIELD_WORDS,
        /** A string or a list of them: {@link ArgumentValue.Texts}. */
        TEXTS,
        /**
         * A constant or a list of them: a string, a number, {@code true}, {@code null}, or one of the parameter's
         * words: {@link ArgumentValue.Constants}.
         */
        CONSTANTS,
        /** A model or view: {@link ArgumentValue.Named}, its table. */
        MODEL,
        /** A function of the schema by its name, or of the database in a string: {@link ArgumentValue.Named}. */
        ROUTINE,
        /** A name in the database: a bare word as it stands, or a string: {@link ArgumentValue.Text}. */
        NAME,
        /**
         * A role or a list of them: a role of the schema by its word, or the name of one in the database:
         * {@link ArgumentValue.Words}.
         */
        ROLES
    }
}
