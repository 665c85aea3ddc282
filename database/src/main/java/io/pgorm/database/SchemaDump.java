package io.pgorm.database;

import io.pgorm.ir.sql.SqlScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code pg_dump --schema-only} writes, in a form that can be compared: a second look at a schema that shares no
 * code with ours. Stateless.
 */
public final class SchemaDump {

    /** Lists whose order means nothing, which PostgreSQL keeps as it was given. */
    private static final Pattern LIST = Pattern.compile("(\\bWITH \\(|\\bWHEN TAG IN \\()((?:[^()']|'[^']*')*)\\)");

    private static final Pattern POLICY =
            Pattern.compile("(?s)(CREATE POLICY .*? TO )(.*?)((?: USING \\(| WITH CHECK \\().*|)");

    private SchemaDump() {}

    /**
     * The statements of a dump, sorted, so that two databases whose objects were made in different orders can be
     * compared; without what pg_dump says of its session, and with lists sorted whose order means nothing.
     */
    public static List<String> statements(String dump) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (SqlScanner.Segment segment : SqlScanner.scan(dump.replaceAll("(?m)^\\\\(un)?restrict .*$", ""))) {
            switch (segment.kind()) {
                case COMMENT -> {}
                case CODE -> {
                    int from = 0;
                    for (int end = segment.text().indexOf(';');
                            end >= 0;
                            end = segment.text().indexOf(';', from)) {
                        add(statement.append(segment.text(), from, end), statements);
                        from = end + 1;
                    }
                    statement.append(segment.text(), from, segment.text().length());
                }
                default -> statement.append(segment.text());
            }
        }
        add(statement, statements);
        return statements.stream().sorted().toList();
    }

    private static void add(StringBuilder statement, List<String> statements) {
        String text = statement.toString().strip();
        boolean ofSession = text.startsWith("SET ") || text.startsWith("SELECT pg_catalog.set_config(");
        // it is the database's owner's, under one name or another
        boolean ofDatabase = text.startsWith("ALTER SCHEMA public OWNER TO ");
        if (!text.isEmpty() && !ofSession && !ofDatabase) {
            statements.add(LIST.matcher(sortedRoles(text))
                    .replaceAll(list -> Matcher.quoteReplacement(list.group(1) + sorted(list.group(2)) + ")")));
        }
        statement.setLength(0);
    }

    private static String sortedRoles(String statement) {
        Matcher policy = POLICY.matcher(statement);
        return policy.matches()
                ? policy.group(1)
                        + Arrays.stream(policy.group(2).split(", ")).sorted().collect(Collectors.joining(", "))
                        + policy.group(3)
                : statement;
    }

    /** Options in any order, each value in one of the words for it. */
    private static String sorted(String list) {
        return Arrays.stream(list.split(", "))
                .map(option -> option.replaceFirst("='?(on|yes|true|1)'?$", "='true'")
                        .replaceFirst("='?(off|no|false|0)'?$", "='false'"))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
