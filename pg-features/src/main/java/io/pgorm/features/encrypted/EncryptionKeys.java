package io.pgorm.features.encrypted;

import java.util.Optional;

/**
 * Where keys come from: a {@link KeyRing}, or a service that keeps them. Asked for each value, by any thread: an
 * implementation that fetches keys from afar keeps them for a while.
 */
public interface EncryptionKeys {

    /**
     * The key by which new values are encrypted.
     *
     * @param name as the schema says it, {@code @encrypted(key: "people")}
     * @throws EncryptionFailure if there is none
     */
    EncryptionKey current(String name);

    /** The key of this id, for a value that was encrypted by it. */
    Optional<EncryptionKey> find(String name, String id);
}
