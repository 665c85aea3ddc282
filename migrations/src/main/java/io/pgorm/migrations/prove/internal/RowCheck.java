package io.pgorm.migrations.prove.internal;

import io.pgorm.ir.sql.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares rows before with rows after. A table and a column are followed by their numbers in the catalog, and where
 * they were made anew by their names; a value whose type changed must still be the same in the type that it had.
 */
final class RowCheck {

    private static final int LONGEST = 40;

    private final Connection connection;
    private final Snapshot before;
    private final Snapshot after;
    private final Announced announced;
    private final List<String> changes = new ArrayList<>();
    private final List<String> notes;

    private record Kept(TableContent.Column before, TableContent.Column after) {}

    /**
     * @param connection to the database after, in autocommit
     * @param notes where to say what could not be compared
     */
    RowCheck(Connection connection, Snapshot before, Snapshot after, Announced announced, List<String> notes) {
        this.connection = connection;
        this.before = before;
        this.after = after;
        this.announced = announced;
        this.notes = notes;
    }

    /** One line for each table or column that lost what nothing said it would lose. */
    List<String> changes() throws SQLException {
        for (TableContent table : before.tables().values()) {
            TableContent same = after.tables().get(table.oid());
            Optional<TableContent> now = same != null ? Optional.of(same) : after.named(table.name());
            // the rows of a partitioned table are those of its partitions, which come and go with theirs
            boolean looksAtPartitions = table.partitioned() && same != null && same.partitioned();
            if (announced.table(table) || looksAtPartitions) {
                continue;
            }
            if (now.isEmpty()) {
                changes.add("table " + table.name() + " is gone, and no DELETES_DATA said so");
            } else {
                compare(table, now.get());
            }
        }
        return changes;
    }

    private void compare(TableContent table, TableContent now) throws SQLException {
        List<Kept> kept = new ArrayList<>();
        for (TableContent.Column column : table.columns()) {
            Optional<TableContent.Column> same =
                    table.oid() == now.oid() ? now.numbered(column.number()) : Optional.empty();
            Optional<TableContent.Column> found = same.or(() -> now.named(column.name()));
            if (announced.column(table, column)
                    || found.filter(other -> announced.column(now, other)).isPresent()) {
                continue;
            }
            if (found.isEmpty()) {
                changes.add("column " + table.name() + "." + column.name() + " is gone, and no DELETES_DATA said so");
            } else if (!column.generated() || !found.get().generated()) {
                kept.add(new Kept(column, found.get()));
            }
        }
        if (table.rows().size() != now.rows().size()) {
            changes.add("table " + table.name() + " has " + now.rows().size() + " rows, and had "
                    + table.rows().size());
            return;
        }
        if (!table.rows().isEmpty()) {
            compareValues(table, now, kept);
        }
    }

    private void compareValues(TableContent table, TableContent now, List<Kept> kept) throws SQLException {
        List<List<@Nullable String>> first =
                columns(table, kept.stream().map(Kept::before).toList());
        List<Kept> read = new ArrayList<>();
        List<List<@Nullable String>> second = new ArrayList<>();
        List<List<@Nullable String>> firstRead = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            Optional<List<@Nullable String>> values = values(now, kept.get(i));
            if (values.isPresent()) {
                read.add(kept.get(i));
                firstRead.add(first.get(i));
                second.add(values.get());
            }
        }
        if (sortedRows(firstRead).equals(sortedRows(second))) {
            return;
        }
        boolean named = false;
        for (int i = 0; i < read.size(); i++) {
            List<@Nullable String> was = sorted(firstRead.get(i));
            List<@Nullable String> is = sorted(second.get(i));
            if (!was.equals(is)) {
                named = true;
                changes.add("column " + table.name() + "."
                        + read.get(i).before().name() + " had the values " + shown(was) + ", and has " + shown(is));
            }
        }
        if (!named) {
            changes.add("the rows of table " + table.name() + " have values of one another");
        }
    }

    private static List<List<@Nullable String>> columns(TableContent table, List<TableContent.Column> columns) {
        List<List<@Nullable String>> lists = new ArrayList<>();
        for (TableContent.Column column : columns) {
            int index = table.columns().indexOf(column);
            List<@Nullable String> values = new ArrayList<>();
            table.rows().forEach(row -> values.add(row.get(index)));
            lists.add(values);
        }
        return lists;
    }

    /** The values of a column afterwards, in the type that it had before. */
    private Optional<List<@Nullable String>> values(TableContent now, Kept kept) throws SQLException {
        if (kept.before().type().equals(kept.after().type())) {
            return Optional.of(columns(now, List.of(kept.after())).getFirst());
        }
        String column = Identifiers.quote(kept.after().name());
        for (String way : waysBack(column, kept)) {
            try (Statement statement = connection.createStatement();
                    ResultSet result =
                            statement.executeQuery("SELECT (" + way + ")::text FROM " + Snapshot.sql(now.name()))) {
                List<@Nullable String> values = new ArrayList<>();
                while (result.next()) {
                    values.add(result.getString(1));
                }
                return Optional.of(values);
            } catch (SQLException e) {
                if (connection.isClosed()) {
                    throw e;
                }
            }
        }
        notes.add("the values of column " + now.name() + "." + kept.after().name() + " could not be compared: "
                + kept.after().type() + " does not go back to " + kept.before().type());
        return Optional.empty();
    }

    /** How a value may get back into the type that it had: into an array and out of it, by a cast, by its text. */
    private static List<String> waysBack(String column, Kept kept) {
        String type = kept.before().type();
        boolean wasArray = type.endsWith("[]");
        boolean isArray = kept.after().type().endsWith("[]");
        if (isArray && !wasArray) {
            return List.of("(CASE WHEN cardinality(" + column + ") = 1 THEN " + column + "[1]::text ELSE " + column
                    + "::text END)::" + type);
        }
        return wasArray && !isArray
                ? List.of("CASE WHEN " + column + "::text LIKE '{%}' THEN " + column + "::text::" + type + " WHEN "
                        + column + " IS NOT NULL THEN ARRAY[" + column + "]::" + type + " END")
                : List.of(column + "::" + type, column + "::text::" + type);
    }

    /** Long values are cut: it is enough to tell them apart. */
    private static String shown(List<@Nullable String> values) {
        return values.stream()
                .map(value ->
                        value == null ? "NULL" : value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static List<@Nullable String> sorted(List<@Nullable String> values) {
        List<@Nullable String> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.nullsFirst(Comparator.naturalOrder()));
        return sorted;
    }

    /** The columns put together to rows again, in an order of their own. */
    private static List<String> sortedRows(List<List<@Nullable String>> columns) {
        int rows = columns.isEmpty() ? 0 : columns.getFirst().size();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int row = i;
            texts.add(columns.stream()
                    .map(column -> Objects.toString(column.get(row), "\0"))
                    .collect(Collectors.joining("\1")));
        }
        return texts.stream().sorted().toList();
    }
}
