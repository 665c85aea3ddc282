package io.pgorm.migrations.apply.internal;

import io.pgorm.ir.sql.SqlScanner;
import io.pgorm.migrations.file.MigrationStatement;
import io.pgorm.migrations.script.ScriptStatement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A statement outside of any transaction, by how it is found out afterwards whether it was done. */
sealed interface LoneStatement {

    /**
     * Done if the index is there and valid; if it is there and not valid it is a leftover.
     *
     * @param name as it stands in the statement; empty where the server makes one up
     * @param table as it stands in the statement
     */
    record BuildIndex(Optional<String> name, String table) implements LoneStatement {}

    /** Done if the index is not there. */
    record DropIndex(String index) implements LoneStatement {}

    /** Can be run again; leaves indexes under names of its own. */
    record Reindex() implements LoneStatement {}

    /** Done if the partition is none of the table's; half done if that is pending. */
    record Detach(String table, String partition) implements LoneStatement {}

    /** Done if the object is there, or not there where it is dropped. */
    record OfServer(boolean create, String kind, String name) implements LoneStatement {}

    /** Does no harm when it is run again. */
    record Repeatable() implements LoneStatement {}

    /** Nobody can tell. */
    record Unknown() implements LoneStatement {}

    String NAME = "(?:\"(?:[^\"]|\"\")+\"|[A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*)";
    String QUALIFIED = NAME + "(?:\\s*\\.\\s*" + NAME + ")*";
    Pattern BUILD_INDEX = Pattern.compile("(?i)^CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s+"
            + "(?:IF\\s+NOT\\s+EXISTS\\s+)?(?:(?!ON\\b)(" + NAME + ")\\s+)?ON\\s+(?:ONLY\\s+)?(" + QUALIFIED + ")");
    Pattern DROP_INDEX =
            Pattern.compile("(?i)^DROP\\s+INDEX\\s+CONCURRENTLY\\s+(?:IF\\s+EXISTS\\s+)?(" + QUALIFIED + ")");
    Pattern DETACH = Pattern.compile("(?i)^ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?(" + QUALIFIED
            + ")\\s+DETACH\\s+PARTITION\\s+(" + QUALIFIED + ")\\s+CONCURRENTLY\\b");
    Pattern OF_SERVER = Pattern.compile(
            "(?i)^(CREATE|DROP)\\s+(DATABASE|TABLESPACE|SUBSCRIPTION)\\s+" + "(?:IF\\s+EXISTS\\s+)?(" + NAME + ")");
    Pattern COMMITS = Pattern.compile("(?i)\\b(?:COMMIT|ROLLBACK)\\b");

    static LoneStatement of(MigrationStatement migration) {
        ScriptStatement statement = migration.statement();
        String sql = withoutComments(statement.sql());
        Matcher index = BUILD_INDEX.matcher(sql);
        if (index.find()) {
            return new BuildIndex(Optional.ofNullable(index.group(1)), String.valueOf(index.group(2)));
        }
        Matcher drop = DROP_INDEX.matcher(sql);
        if (drop.find()) {
            return new DropIndex(String.valueOf(drop.group(1)));
        }
        Matcher detach = DETACH.matcher(sql);
        if (detach.find()) {
            return new Detach(String.valueOf(detach.group(1)), String.valueOf(detach.group(2)));
        }
        Matcher server = OF_SERVER.matcher(sql);
        if (server.find()) {
            boolean create = String.valueOf(server.group(1)).equalsIgnoreCase("CREATE");
            return new OfServer(create, String.valueOf(server.group(2)), String.valueOf(server.group(3)));
        }
        if (statement.startsWith("reindex")) {
            return new Reindex();
        }
        boolean repeatable = statement.startsWith("vacuum")
                || statement.startsWith("analyze")
                || statement.startsWith("cluster")
                || statement.startsWith("checkpoint")
                || statement.startsWith("alter", "system")
                || statement.startsWith("alter", "subscription")
                || statement.startsWith("alter", "database")
                // a backfill that we wrote goes on where it was
                || statement.startsWith("do") && migration.note().isPresent();
        return repeatable ? new Repeatable() : new Unknown();
    }

    /** Whether the server refuses it within a transaction, as far as its text tells. */
    static boolean mustBeAlone(MigrationStatement migration) {
        ScriptStatement statement = migration.statement();
        List<String> words = statement.words();
        if (statement.startsWith("do")) {
            return COMMITS.matcher(withoutComments(statement.sql())).find();
        }
        if (statement.startsWith("vacuum") || statement.startsWith("alter", "system")) {
            return true;
        }
        if (statement.startsWith("reindex")) {
            return words.contains("concurrently")
                    || words.contains("database")
                    || words.contains("system")
                    || words.contains("schema");
        }
        if (statement.startsWith("refresh")) {
            return false;
        }
        return words.contains("concurrently") && !(of(migration) instanceof Unknown)
                || OF_SERVER.matcher(withoutComments(statement.sql())).find()
                        && !statement.startsWith("create", "subscription");
    }

    /** Whether it sets something for the rest of the session. */
    static boolean isSetting(MigrationStatement migration) {
        ScriptStatement statement = migration.statement();
        return statement.startsWith("set") && !statement.words().contains("local")
                || statement.startsWith("reset")
                || statement.startsWith("select", "pg_catalog", "set_config")
                || statement.startsWith("select", "set_config");
    }

    private static String withoutComments(String sql) {
        return SqlScanner.scan(sql).stream()
                .map(segment -> segment.kind() == SqlScanner.Kind.COMMENT ? " " : segment.text())
                .collect(Collectors.joining())
                .strip();
    }
}
