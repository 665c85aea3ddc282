package io.pgorm.migrations.random;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts rows into the tables of a world, as many as its constraints let in. Stateless. */
final class Rows {

    private static final int EACH = 6;

    private Rows() {}

    /** @return how many rows there are then */
    static int put(Connection connection, World world) throws SQLException {
        Shape shape = new Shape(world);
        List<String> open = new ArrayList<>();
        List<String> again = new ArrayList<>();
        for (Item table : world.of(Kind.TABLE)) {
            for (int n = 1; n <= EACH; n++) {
                open.add(insert(shape, table, n, true));
                again.add(insert(shape, table, n, false));
            }
        }
        int count = 0;
        // what refers to rows that come later, or may not be null, is let in the second time
        for (int round = 0; round < 2; round++) {
            List<String> failed = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                for (int i = 0; i < open.size(); i++) {
                    try {
                        statement.execute(open.get(i));
                        count++;
                    } catch (SQLException e) {
                        failed.add(again.get(i));
                    }
                }
            }
            open = failed;
            again = failed;
        }
        return count;
    }

    private static String insert(Shape shape, Item table, int n, boolean nulls) {
        ColumnText text = new ColumnText(shape);
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Shape.Field field : shape.fields(table)) {
            Optional<Item> column = shape.world().item(field.column());
            if (column.isPresent() && !text.isComputed(column.get())) {
                boolean absent = nulls && !column.get().is("notNull") && (n + field.column()) % 7 == 0;
                columns.add(field.sql());
                values.add(absent ? "NULL" : field.type().value(n));
            }
        }
        String name = shape.name(table);
        return columns.isEmpty()
                ? "INSERT INTO " + name + " DEFAULT VALUES"
                : "INSERT INTO " + name + " (" + String.join(", ", columns) + ") OVERRIDING SYSTEM VALUE VALUES ("
                        + String.join(", ", values) + ")";
    }
}
