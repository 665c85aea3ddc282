package io.pgorm.client;

import java.util.function.Function;

/**
 * Values of any type of PostgreSQL as the text that PostgreSQL itself reads and writes for it. The parameter is sent
 * without a type, so that the server gives it the type of its place: of the column it is compared with or written to.
 *
 * <p>Stateless. For generated code; a binding of somebody's own may extend {@link UntypedBinding}.
 *
 * @param <D> what jOOQ takes the type of the database for
 */
public final class TextBinding<D> extends UntypedBinding<D, String> {

    private static final long serialVersionUID = 1L;

    public TextBinding() {
        super(String.class, Function.identity(), Function.identity());
    }
}
