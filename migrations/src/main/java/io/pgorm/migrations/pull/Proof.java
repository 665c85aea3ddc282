package io.pgorm.migrations.pull;

import java.util.List;

/** Whether the written schema makes the database that it was read from. */
public sealed interface Proof {

    /** A database was made from the text, and was read again: it is the same. */
    record Equal() implements Proof {}

    /**
     * The database that the text makes is another one.
     *
     * @param differences one readable line for each
     */
    record Different(List<String> differences) implements Proof {
        public Different {
            differences = List.copyOf(differences);
        }
    }

    /**
     * No database could be made from the text.
     *
     * @param reason for people, maybe of several lines
     */
    record Refused(String reason) implements Proof {}

    default boolean holds() {
        return this instanceof Equal;
    }
}
