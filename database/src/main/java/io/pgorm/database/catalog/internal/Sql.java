package io.pgorm.database.catalog.internal;

import io.pgorm.ir.SqlText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Small turns from the catalog's text to the IR's. Stateless. */
final class Sql {

    private static final Pattern TRUE = Pattern.compile("(?i)true|on|yes|1");
    private static final Pattern FALSE = Pattern.compile("(?i)false|off|no|0");

    private Sql() {}

    /** An expression as PostgreSQL prints it. */
    static SqlText expression(String printed) {
        return SqlText.of(StableText.of(printed));
    }

    static Optional<SqlText> expression(Optional<String> printed) {
        return printed.map(Sql::expression);
    }

    /** A boolean setting, which PostgreSQL keeps in the words in which it was given. */
    static String truth(String value) {
        if (TRUE.matcher(value).matches()) {
            return "true";
        }
        return FALSE.matcher(value).matches() ? "false" : value;
    }
}
