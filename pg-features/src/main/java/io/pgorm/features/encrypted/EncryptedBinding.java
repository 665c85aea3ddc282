package io.pgorm.features.encrypted;

import io.pgorm.client.ClientOnly;
import io.pgorm.client.UntypedBinding;

/**
 * Encrypts what is written and decrypts what is read. Immutable; for generated code.
 *
 * @param <D> what jOOQ takes the type of the database for; it is never looked at
 */
public final class EncryptedBinding<D> extends UntypedBinding<D, Secret> implements ClientOnly {

    private static final long serialVersionUID = 1L;

    /** @param key the name of the key, as the schema says it */
    public EncryptedBinding(String key) {
        super(
                Secret.class,
                stored -> Encryption.decrypt(key, stored),
                secret -> Encryption.encrypt(key, secret),
                "json");
    }
}
