package io.pgorm.features.encrypted;

/** A value that cannot be encrypted or decrypted. The message tells the name and the id of the key, never a value or a key. */
public final class EncryptionFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EncryptionFailure(String message) {
        super(message);
    }
}
