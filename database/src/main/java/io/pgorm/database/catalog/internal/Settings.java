package io.pgorm.database.catalog.internal;

import io.pgorm.ir.sql.Literals;
import java.util.List;
import java.util.Set;

/** Values of configuration parameters as SQL that may stand behind SET name TO. Stateless. */
final class Settings {

    /** Lists of names, which are kept with their quotes: as one literal they would be one name. */
    private static final Set<String> LISTS = Set.of(
            "search_path",
            "temp_tablespaces",
            "session_preload_libraries",
            "shared_preload_libraries",
            "local_preload_libraries",
            "unix_socket_directories",
            "datestyle",
            "createrole_self_grant",
            "synchronous_standby_names");

    private Settings() {}

    static String sql(String name, String stored) {
        if (!LISTS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            return Literals.quote(stored);
        }
        List<String> elements = Deparsed.split(stored).stream()
                .map(Deparsed::unquote)
                .map(Literals::quote)
                .toList();
        return elements.isEmpty() ? "''" : String.join(", ", elements);
    }
}
