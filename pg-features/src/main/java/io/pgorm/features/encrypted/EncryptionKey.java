package io.pgorm.features.encrypted;

import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of AES, and the id by which values say that they are encrypted by it. {@link #toString} tells the id alone. Immutable.
 */
public final class EncryptionKey {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int BYTES = 32;

    private final String id;
    private final SecretKey key;

    private EncryptionKey(String id, SecretKey key) {
        this.id = id;
        this.key = key;
    }

    /**
     * @param id stands beside each value in the database: up to 64 letters, digits, dots, hyphens and underscores
     * @param bytes 32 of them, from a source of randomness; they are copied
     * @throws IllegalArgumentException if the id or the number of bytes is another; the message tells neither
     */
    public static EncryptionKey of(String id, byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes (AES-256), not " + bytes.length);
        }
        return of(id, new SecretKeySpec(bytes, "AES"));
    }

    /** @param key of AES, which may live in the hardware of a provider of Java's cryptography */
    public static EncryptionKey of(String id, SecretKey key) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the id of a key is up to 64 letters, digits, dots, hyphens and underscores");
        }
        return new EncryptionKey(id, key);
    }

    public String id() {
        return id;
    }

    SecretKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "EncryptionKey[" + id + "]";
    }
}
