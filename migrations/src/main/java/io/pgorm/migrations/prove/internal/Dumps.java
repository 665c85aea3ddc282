package io.pgorm.migrations.prove.internal;

import io.pgorm.database.SchemaDump;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares what pg_dump writes of two databases. One difference is passed over: the order of the columns of a table, in
 * which one that is added comes last whatever its place. Stateless.
 */
final class Dumps {

    private Dumps() {}

    /** One line for each statement that one dump has and the other has not. */
    static List<String> differences(String reached, String wanted) {
        List<String> first = statements(reached);
        List<String> second = statements(wanted);
        List<String> lines = new ArrayList<>();
        minus(first, second).forEach(statement -> lines.add("only in the migrated one: " + statement));
        minus(second, first).forEach(statement -> lines.add("only in the one planned for: " + statement));
        return lines;
    }

    private static List<String> minus(List<String> first, List<String> second) {
        List<String> left = new ArrayList<>(first);
        second.forEach(left::remove);
        return left;
    }

    private static List<String> statements(String dump) {
        return SchemaDump.statements(dump).stream().map(Dumps::columnsSorted).toList();
    }

    /** pg_dump writes each column on a line of its own. */
    private static String columnsSorted(String statement) {
        int begin = statement.indexOf(" (\n");
        int end = statement.lastIndexOf("\n)");
        if (!statement.matches("(?s)CREATE (UNLOGGED |FOREIGN )?TABLE .*") || begin < 0 || end < begin + 3) {
            return statement;
        }
        String columns = statement
                .substring(begin + 3, end)
                .lines()
                .map(line -> line.replaceFirst(",$", ""))
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining("\n"));
        return statement.substring(0, begin + 3) + columns + statement.substring(end);
    }
}
