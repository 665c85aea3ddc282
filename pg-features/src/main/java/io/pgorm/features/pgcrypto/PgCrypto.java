package io.pgorm.features.pgcrypto;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What {@code pgcrypto} computes; a schema has it by {@code extension pgcrypto}. Passwords are bound values, which a server that
 * logs parameters writes down: where that matters, hash in the application. Stateless.
 */
public final class PgCrypto {

    /** bcrypt looks at no more, so that two passwords that differ later would be the same. */
    private static final int MOST_BYTES = 72;

    private PgCrypto() {}

    /** A digest of pgcrypto. */
    public enum Algorithm {
        SHA224,
        SHA256,
        SHA384,
        SHA512
    }

    /** The digest of bytes. */
    public static Field<byte[]> digest(Field<byte[]> bytes, Algorithm algorithm) {
        return DSL.function(
                "digest", SQLDataType.BLOB, bytes, DSL.inline(algorithm.name().toLowerCase(Locale.ROOT)));
    }

    /**
     * For an insert or update: the bcrypt hash of a password, with a salt of its own.
     *
     * @param cost each one more doubles the time; 12 takes about a quarter of a second of the server
     * @throws IllegalArgumentException if the password has more than 72 bytes, of which bcrypt would leave the rest out, or
     *     the cost is not between 4 and 31
     */
    public static Field<String> passwordHash(String password, int cost) {
        if (cost < 4 || cost > 31) {
            throw new IllegalArgumentException("the cost of bcrypt is from 4 to 31, not " + cost);
        }
        return DSL.field(
                "crypt({0}, gen_salt('bf', {1}))", SQLDataType.CLOB, DSL.val(checked(password)), DSL.inline(cost));
    }

    /**
     * The rows whose hash is that of the password; none where it is NULL.
     *
     * @throws IllegalArgumentException if the password has more than 72 bytes
     */
    public static Condition passwordMatches(Field<String> hash, String password) {
        return DSL.condition("{0} = crypt({1}, {0})", hash, DSL.val(checked(password)));
    }

    private static String checked(String password) {
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException("bcrypt looks at the first 72 bytes of a password only, and this one has"
                    + " more: refuse it, or hash it by SHA-256 first and take that in base 64");
        }
        return password;
    }
}
