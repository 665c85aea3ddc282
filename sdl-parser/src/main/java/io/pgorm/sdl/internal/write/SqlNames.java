package io.pgorm.sdl.internal.write;

import io.pgorm.ir.QualifiedName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as they stand in SQL. Stateless. */
final class SqlNames {

    private static final String PART = "([\\p{L}_][\\p{L}\\p{Nd}_$]*|\"(?:[^\"]|\"\")+\")";
    private static final Pattern NAME = Pattern.compile("(?:" + PART + "\\.)?" + PART);

    private SqlNames() {}

    /** The name, if the SQL is just that. */
    static Optional<QualifiedName> qualified(String sql) {
        Matcher name = NAME.matcher(sql.strip());
        if (!name.matches()) {
            return Optional.empty();
        }
        String schema = name.group(1) == null ? QualifiedName.DEFAULT_SCHEMA : unquoted(name.group(1));
        return Optional.of(new QualifiedName(schema, unquoted(name.group(2))));
    }

    private static String unquoted(String part) {
        return part.startsWith("\"") ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }
}
