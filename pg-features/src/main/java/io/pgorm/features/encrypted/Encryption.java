package io.pgorm.features.encrypted;

import io.pgorm.features.encrypted.internal.Envelope;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys of this process, and AES-GCM by them. Encrypted columns are constants of generated code, and so are their keys the
 * same for all clients of a process: databases that need others name them otherwise in their schemas. Thread-safe.
 */
public final class Encryption {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static volatile @Nullable EncryptionKeys keys;

    private Encryption() {}

    /**
     * Takes the keys from here on from another place: at the start, and when there is a new key. Without it they are those of
     * the {@link EncryptionKeys} that {@link ServiceLoader} finds.
     */
    public static void use(EncryptionKeys newKeys) {
        keys = newKeys;
    }

    /**
     * The id of the key by which values of this name are encrypted now.
     *
     * @throws EncryptionFailure if there is none
     */
    public static String currentKey(String name) {
        return keys().current(name).id();
    }

    private static EncryptionKeys keys() {
        EncryptionKeys known = keys;
        if (known == null) {
            known = ServiceLoader.load(EncryptionKeys.class)
                    .findFirst()
                    .orElseThrow(() -> new EncryptionFailure("there are no keys for encrypted columns: say"
                            + " Encryption.use(KeyRing.empty().with(name, key)) before the first read or write"));
            keys = known;
        }
        return known;
    }

    /** What the database gets. */
    static String encrypt(String name, Secret secret) {
        EncryptionKey key = keys().current(name);
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, name, key, nonce).doFinal(secret.bytes());
            return Envelope.print(key.id(), nonce, sealed);
        } catch (GeneralSecurityException e) {
            // not chained: what a provider of keys says about them is its own affair
            throw new EncryptionFailure("the key " + key.id() + " of \"" + name + "\" cannot encrypt: "
                    + e.getClass().getSimpleName());
        }
    }

    /** What the database has. */
    static Secret decrypt(String name, String stored) {
        Envelope envelope = Envelope.parse(stored)
                .orElseThrow(() -> new EncryptionFailure(
                        "a column that is encrypted by \"" + name + "\" holds something that was not written by it"));
        Optional<EncryptionKey> key = keys().find(name, envelope.keyId());
        if (key.isEmpty()) {
            throw new EncryptionFailure("a value was encrypted by the key " + envelope.keyId() + " of \"" + name
                    + "\", which is not among the keys");
        }
        try {
            byte[] nonce = envelope.nonce(NONCE_BYTES);
            return Secret.of(cipher(Cipher.DECRYPT_MODE, name, key.get(), nonce).doFinal(envelope.sealed(NONCE_BYTES)));
        } catch (GeneralSecurityException e) {
            throw new EncryptionFailure("a value of the key " + envelope.keyId() + " of \"" + name
                    + "\" was changed, or encrypted by another key of that id");
        }
    }

    /** The name and the id of the key are sealed in: a value is good in the columns of its key alone. */
    private static Cipher cipher(int mode, String name, EncryptionKey key, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("pgorm 1\0" + name + "\0" + key.id()).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
