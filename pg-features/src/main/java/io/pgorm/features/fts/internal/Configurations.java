package io.pgorm.features.fts.internal;

import io.pgorm.ir.Schema;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The text search configurations that there are. Stateless. */
final class Configurations {

    /** Those of PostgreSQL 15; later versions add to them. */
    private static final Set<String> BUILTIN = Set.of(
            "simple",
            "arabic",
            "armenian",
            "basque",
            "catalan",
            "danish",
            "dutch",
            "english",
            "finnish",
            "french",
            "german",
            "greek",
            "hindi",
            "hungarian",
            "indonesian",
            "irish",
            "italian",
            "lithuanian",
            "nepali",
            "norwegian",
            "portuguese",
            "romanian",
            "russian",
            "serbian",
            "spanish",
            "swedish",
            "tamil",
            "turkish",
            "yiddish");

    private Configurations() {}

    /** Whether PostgreSQL has it, or some SQL of the schema speaks of it, which may then make it. */
    static boolean exists(Schema schema, String name) {
        String unqualified = name.substring(name.lastIndexOf('.') + 1);
        return BUILTIN.contains(name.startsWith("pg_catalog.") ? unqualified : name)
                || schema.sqlObjects().stream().anyMatch(object -> object.sql().contains(unqualified));
    }

    /** The one that begins alike: {@code englsh}, {@code en}. */
    static Optional<String> like(String name) {
        String beginning = name.substring(0, Math.min(2, name.length())).toLowerCase(Locale.ROOT);
        return beginning.isEmpty()
                ? Optional.empty()
                : BUILTIN.stream()
                        .filter(known -> known.startsWith(beginning))
                        .sorted()
                        .findFirst();
    }
}
