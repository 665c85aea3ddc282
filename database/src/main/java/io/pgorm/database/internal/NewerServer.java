package io.pgorm.database.internal;

import java.util.Map;
import java.util.Optional;

/** What an older server does not know, by the words in which it refuses it. Stateless. */
final class NewerServer {

    private static final Map<String, String> HELP = Map.of(
            "syntax error at or near \"VIRTUAL\"",
            "A generated column that is not stored needs PostgreSQL 18.",
            "syntax error at or near \"NULLS\"",
            "NULLS NOT DISTINCT needs PostgreSQL 15.",
            "unlogged sequences are not supported",
            "An unlogged sequence needs PostgreSQL 15.",
            "unrecognized parameter \"security_invoker\"",
            "A view with security_invoker needs PostgreSQL 15.",
            "unrecognized privilege type \"maintain\"",
            "The privilege MAINTAIN needs PostgreSQL 17.",
            "exclusion constraints are not supported on partitioned tables",
            "An exclusion on a partitioned table needs PostgreSQL 17.",
            "cannot add NOT VALID foreign key on partitioned table",
            "A foreign key of a partitioned table that is not validated needs PostgreSQL 18.");

    private NewerServer() {}

    /** Which version knows it, where the message is one of those. */
    static Optional<String> help(String message) {
        return HELP.entrySet().stream()
                .filter(known -> message.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
