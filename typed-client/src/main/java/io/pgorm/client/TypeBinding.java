package io.pgorm.client;

import io.pgorm.client.internal.DriverTypes;
import io.pgorm.client.type.TextType;

/**
 * The binding of a type of PostgreSQL to a Java type that this client has for it. Generated code makes it. Stateless.
 *
 * @param <D> what jOOQ takes the type of the database for; it is never looked at
 * @param <T> the Java type
 */
public final class TypeBinding<D, T> extends UntypedBinding<D, T> {

    private static final long serialVersionUID = 1L;

    private final transient TextType<T> type;

    public TypeBinding(TextType<T> type) {
        super(type.javaType(), type::parse, type::print, DriverTypes.nameOf(type));
        this.type = type;
    }

    /** A composite value is compared with any row, so that PostgreSQL would not know which type it has. */
    @Override
    String cast() {
        return type.isComposite() ? "::" + type.sqlName() : "";
    }

    /** What the database has. */
    public TextType<T> type() {
        return type;
    }
}
