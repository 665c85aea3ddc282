package io.pgorm.database;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a scratch server comes from. */
public enum ScratchProvider {
    /** A server that the user runs, named by a JDBC URL; databases are created on it and dropped again. */
    URL,
    /** A container, started through the Docker engine of this machine. */
    DOCKER,
    /** A server from the binaries on the class path, run as child processes of this JVM. */
    EMBEDDED;

    /**
     * Reads the word that a user writes, in any case: {@code url}, {@code docker} or {@code embedded}.
     *
     * @throws IllegalArgumentException where it is none of them; the message names them
     */
    public static ScratchProvider parse(String word) {
        for (ScratchProvider provider : values()) {
            if (provider.word().equalsIgnoreCase(word.strip())) {
                return provider;
            }
        }
        throw new IllegalArgumentException("Unknown scratch provider \"" + word + "\"; it is one of "
                + Arrays.stream(values()).map(ScratchProvider::word).collect(Collectors.joining(", ")) + ".");
    }

    /** The word for this provider in options and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
