package io.pgorm.ir.spi;

import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One use of an extension's attribute, its arguments checked against the parameters and keyed by their names.
 *
 * @param name the attribute's name
 * @param arguments those that were given
 * @param documentation what {@code ///} lines above it say, for a comment on what it makes
 * @param span the whole attribute
 */
public record AttributeUse(
        String name, Map<String, ArgumentValue> arguments, Optional<String> documentation, SourceSpan span) {

    public AttributeUse {
        arguments = Map.copyOf(arguments);
    }

    /** An attribute without documentation. */
    public AttributeUse(String name, Map<String, ArgumentValue> arguments, SourceSpan span) {
        this(name, arguments, Optional.empty(), span);
    }

    public Optional<SqlText> sql(String parameter) {
        return value(parameter, ArgumentValue.Sql.class).map(ArgumentValue.Sql::value);
    }

    public Optional<String> text(String parameter) {
        return value(parameter, ArgumentValue.Text.class).map(ArgumentValue.Text::value);
    }

    public Optional<Long> whole(String parameter) {
        return value(parameter, ArgumentValue.Whole.class).map(ArgumentValue.Whole::value);
    }

    public Optional<Boolean> bool(String parameter) {
        return value(parameter, ArgumentValue.Bool.class).map(ArgumentValue.Bool::value);
    }

    public Optional<String> word(String parameter) {
        return value(parameter, ArgumentValue.Word.class).map(ArgumentValue.Word::value);
    }

    /** The words given, or none. */
    public List<String> words(String parameter) {
        return value(parameter, ArgumentValue.Words.class)
                .map(ArgumentValue.Words::values)
                .orElse(List.of());
    }

    /** The columns given, or none. */
    public List<String> columns(String parameter) {
        return value(parameter, ArgumentValue.Columns.class)
                .map(ArgumentValue.Columns::names)
                .orElse(List.of());
    }

    /** The keys given, or none. */
    public List<Index.Key> keys(String parameter) {
        return value(parameter, ArgumentValue.Keys.class)
                .map(ArgumentValue.Keys::values)
                .orElse(List.of());
    }

    /** The columns given with their words, or none. */
    public Map<String, String> fieldWords(String parameter) {
        return value(parameter, ArgumentValue.FieldWords.class)
                .map(ArgumentValue.FieldWords::values)
                .orElse(Map.of());
    }

    /** The strings given, or none. */
    public List<String> texts(String parameter) {
        return value(parameter, ArgumentValue.Texts.class)
                .map(ArgumentValue.Texts::values)
                .orElse(List.of());
    }

    /** The constants given; absent where none were, which differs from an empty list. */
    public Optional<List<SqlText>> constants(String parameter) {
        return value(parameter, ArgumentValue.Constants.class).map(ArgumentValue.Constants::values);
    }

    /** The table of the model, or the function, that was named. */
    public Optional<QualifiedName> named(String parameter) {
        return value(parameter, ArgumentValue.Named.class).map(ArgumentValue.Named::name);
    }

    /** Whether anything was given. */
    public boolean has(String parameter) {
        return arguments.containsKey(parameter);
    }

    private <V extends ArgumentValue> Optional<V> value(String parameter, Class<V> type) {
        return Optional.ofNullable(arguments.get(parameter)).map(type::cast);
    }
}
