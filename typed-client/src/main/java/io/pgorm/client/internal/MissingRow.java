package io.pgorm.client.internal;

import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.error.RelatedRowMissing;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row that a nested write relates to and that is not there: the server fails, and the error is recognised. */
final class MissingRow {

    private static final Pattern MARKED = Pattern.compile("pgorm found no (\\w+), ");

    private MissingRow() {}

    /** What an expression that fails says, before the position of the row. */
    static String mark(String model) {
        return "pgorm found no " + model + ", ";
    }

    /** Runs the work, and turns the error into ours. */
    static <R> R guard(Supplier<R> work) {
        try {
            return work.get();
        } catch (PgOrmException e) {
            String message = e.driverException().map(Throwable::getMessage).orElse("");
            Matcher found = MARKED.matcher(message);
            if (found.find()) {
                throw new RelatedRowMissing(found.group(1));
            }
            throw e;
        }
    }
}
