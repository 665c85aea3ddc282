package io.pgorm.client;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that signs the cursors of pages, so that a client can only send back a cursor that it was given. Cursors
 * outlive a process, and are understood by all processes of an application, only if these share a key. Immutable; never
 * part of {@code toString}.
 */
public final class CursorKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;
    private static final int LENGTH = 32;

    private final SecretKeySpec key;

    private CursorKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * A key that several processes share.
     *
     * @param secret at least 16 bytes, of a source that nobody can guess
     * @throws IllegalArgumentException if it is shorter
     */
    public static CursorKey of(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("a key has at least " + SHORTEST + " bytes, not " + secret.length);
        }
        return new CursorKey(secret);
    }

    /** A key of this process alone. */
    public static CursorKey random() {
        byte[] secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        return new CursorKey(secret);
    }

    /** Not API: the signature of a text. */
    public byte[] sign(byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "CursorKey";
    }
}
