package io.pgorm.features.encrypted.internal;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An encrypted value as it lies in a column of {@code json}: {@code {"k":"2027","v":"..."}}, the id of the key, and nonce,
 * ciphertext and tag in base 64. Immutable.
 */
public record Envelope(String keyId, byte[] value) {

    private static final Pattern FORM = Pattern.compile(
            "\\s*\\{\\s*\"k\"\\s*:\\s*\"([A-Za-z0-9._-]{1,64})\"\\s*,\\s*\"v\"\\s*:\\s*\"([A-Za-z0-9+/]+=*)\"\\s*}\\s*");

    /** Shorter than a nonce and a tag nothing is. */
    private static final int LEAST = 28;

    public static String print(String keyId, byte[] nonce, byte[] sealed) {
        byte[] value = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, value, nonce.length, sealed.length);
        return "{\"k\":\"" + keyId + "\",\"v\":\"" + Base64.getEncoder().encodeToString(value) + "\"}";
    }

    /** Empty if it is none. */
    public static Optional<Envelope> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            byte[] value = Base64.getDecoder().decode(matcher.group(2));
            return value.length < LEAST ? Optional.empty() : Optional.of(new Envelope(matcher.group(1), value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public byte[] nonce(int length) {
        return Arrays.copyOf(value, length);
    }

    public byte[] sealed(int from) {
        return Arrays.copyOfRange(value, from, value.length);
    }
}
