package io.pgorm.features.encrypted;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The value of an encrypted column, in the clear. It shows itself to nobody who does not ask: {@link #toString} hides it, so
 * that a record that is logged or put into a message tells nothing. Immutable.
 */
public final class Secret {

    private final byte[] clear;

    private Secret(byte[] clear) {
        this.clear = clear;
    }

    public static Secret of(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param bytes are copied */
    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /** As text, which it has to be in UTF-8. */
    public String text() {
        return new String(clear, StandardCharsets.UTF_8);
    }

    /** A copy. */
    public byte[] bytes() {
        return clear.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(clear, secret.clear);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(clear);
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
