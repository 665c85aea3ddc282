package io.pgorm.ir.spi;

/**
 * A Java type of your own for the values of a type of PostgreSQL. Found by {@link java.util.ServiceLoader}; the schema
 * names it by {@link #name()} wherever a scalar type may stand. An implementation has a public constructor without
 * parameters, is stateless and safe for use by several threads.
 *
 * @param <T> what the application sees
 * @param <D> what the database is given and gives back: the text of the value, or whatever jOOQ knows the type as
 */
public interface CustomTypeHandler<T, D> {

    /** The word of the schema language, {@code Isbn}: a capital first, no built-in type's name. */
    default String name() {
        return javaType().getSimpleName();
    }

    /** The type of PostgreSQL as it stands in DDL, {@code text}, {@code varchar(13)}, a domain. */
    String pgType();

    Class<T> javaType();

    Class<D> databaseType();

    /**
     * The value for the database; never called for null.
     *
     * @throws IllegalArgumentException if the database could not hold it
     */
    D toDb(T value);

    /** The value of the application; never called for NULL. */
    T fromDb(D value);
}
