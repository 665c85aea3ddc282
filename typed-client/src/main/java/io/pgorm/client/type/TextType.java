package io.pgorm.client.type;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a type of PostgreSQL are read from its text, and written so that it reads them. Exact both ways.
 * Immutable and stateless; {@link TextTypes} has those that PostgreSQL brings, generated code those of the schema.
 *
 * @param <T> the Java type
 */
public final class TextType<T> {

    private final String sqlName;
    private final Class<T> javaType;
    private final char delimiter;
    private final Function<String, T> parse;
    private final Function<T, String> print;
    private final @Nullable TextType<?> bound;
    private final boolean composite;

    private TextType(
            String sqlName,
            Class<T> javaType,
            char delimiter,
            Function<String, T> parse,
            Function<T, String> print,
            @Nullable TextType<?> bound,
            boolean composite) {
        this.sqlName = sqlName;
        this.javaType = javaType;
        this.delimiter = delimiter;
        this.parse = parse;
        this.print = print;
        this.bound = bound;
        this.composite = composite;
    }

    /** The same, whose values are ranges of others. */
    TextType<T> over(TextType<?> bounds) {
        return new TextType<>(sqlName, javaType, delimiter, parse, print, bounds, false);
    }

    /**
     * @param sqlName as it stands in SQL, quoted where it has to be
     * @param javaType the class of the values
     * @param parse reads what PostgreSQL's output function writes; never called for NULL
     * @param print writes what PostgreSQL's input function reads; never called for null
     */
    public static <T> TextType<T> of(
            String sqlName, Class<? super T> javaType, Function<String, T> parse, Function<T, String> print) {
        return of(sqlName, javaType, ',', parse, print);
    }

    @SuppressWarnings("unchecked") // a class has no type arguments
    static <T> TextType<T> of(
            String sqlName,
            Class<? super T> javaType,
            char delimiter,
            Function<String, T> parse,
            Function<T, String> print) {
        return new TextType<>(sqlName, (Class<T>) javaType, delimiter, parse, print, null, false);
    }

    /** As it stands in SQL. */
    public String sqlName() {
        return sqlName;
    }

    public Class<T> javaType() {
        return javaType;
    }

    /** The same, known as a composite type. */
    TextType<T> asComposite() {
        return new TextType<>(sqlName, javaType, delimiter, parse, print, null, true);
    }

    /** Whether it is a composite type of the schema, or an array of one. */
    public boolean isComposite() {
        return composite;
    }

    /** What the bounds of a range or a multirange are; empty for all other types. */
    public Optional<TextType<?>> bound() {
        return Optional.ofNullable(bound);
    }

    /** The value of PostgreSQL's text. */
    public T parse(String text) {
        return parse.apply(text);
    }

    /** Text that PostgreSQL reads the value from. */
    public String print(T value) {
        return print.apply(value);
    }

    /**
     * Arrays of one dimension; an element may be null.
     *
     * @return whose {@code parse} throws IllegalArgumentException for other arrays
     */
    @SuppressWarnings("unchecked") // the class of an array of T
    public TextType<T[]> array() {
        return new TextType<>(
                sqlName + "[]", (Class<T[]>) javaType.arrayType(), ',', this::elements, this::text, null, composite);
    }

    private T[] elements(String text) {
        List<@Nullable String> elements = Literals.array(text, delimiter);
        @SuppressWarnings("unchecked") // as above
        @Nullable
        T[] array = (T[]) Array.newInstance(javaType, elements.size());
        for (int i = 0; i < array.length; i++) {
            String element = elements.get(i);
            array[i] = element == null ? null : parse.apply(element);
        }
        return requireArray(array);
    }

    @SuppressWarnings("NullAway") // the elements may be null, which T[] cannot say
    private static <E> E[] requireArray(@Nullable E[] array) {
        return array;
    }

    private String text(@Nullable T[] values) {
        List<@Nullable String> elements = new ArrayList<>(values.length);
        for (T value : values) {
            elements.add(value == null ? null : print.apply(value));
        }
        return Literals.array(elements, delimiter);
    }

    @Override
    public String toString() {
        return sqlName;
    }
}
