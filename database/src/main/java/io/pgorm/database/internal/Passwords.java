package io.pgorm.database.internal;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords for servers that live for one run, on machines with other users. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
