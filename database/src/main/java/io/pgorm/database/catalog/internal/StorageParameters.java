package io.pgorm.database.catalog.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Storage parameters and view options as the catalog keeps them: {@code fillfactor=70}. Stateless. */
final class StorageParameters {

    /** Those that are true or false, which PostgreSQL keeps in the words in which they were given. */
    private static final Set<String> BOOLEAN = Set.of(
            "autovacuum_enabled",
            "vacuum_truncate",
            "user_catalog_table",
            "fastupdate",
            "autosummarize",
            "deduplicate_items",
            "security_barrier",
            "security_invoker");

    private StorageParameters() {}

    static Map<String, String> of(List<String> options) {
        Map<String, String> parameters = new TreeMap<>();
        add(parameters, "", options);
        return parameters;
    }

    static Map<String, String> of(List<String> options, List<String> toastOptions) {
        Map<String, String> parameters = of(options);
        add(parameters, "toast.", toastOptions);
        return parameters;
    }

    private static void add(Map<String, String> parameters, String prefix, List<String> options) {
        for (String option : options) {
            int equals = option.indexOf('=');
            String name = option.substring(0, equals);
            String value = option.substring(equals + 1);
            parameters.put(prefix + name, BOOLEAN.contains(name) ? Sql.truth(value) : value);
        }
    }
}
