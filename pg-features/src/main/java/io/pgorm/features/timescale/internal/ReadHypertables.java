package io.pgorm.features.timescale.internal;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Literals;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which tables of a database are hypertables. Stateless. */
public final class ReadHypertables {

    private static final String DIMENSIONS = """
            SELECT hypertable_schema, hypertable_name, column_name, time_interval::text, integer_interval, num_partitions
            FROM timescaledb_information.dimensions
            ORDER BY 1, 2, dimension_number
            """;

    private ReadHypertables() {}

    /** The calls that make them again; nothing where the database has no TimescaleDB. */
    public static List<SqlObject> read(Connection connection, Schema schema) throws SQLException {
        if (schema.extensions().stream().noneMatch(extension -> extension.name().equals(Hypertables.EXTENSION))) {
            return List.of();
        }
        Map<QualifiedName, String> calls = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(DIMENSIONS)) {
            while (rows.next()) {
                QualifiedName table = new QualifiedName(rows.getString(1), rows.getString(2));
                // what was asked for only in part is none of it
                if (schema.table(table).isPresent()) {
                    calls.merge(table, call(table, rows), (first, next) -> first + ";\n" + next);
                }
            }
        }
        return calls.entrySet().stream()
                .map(entry -> Hypertables.object(entry.getKey(), entry.getValue(), SourceSpan.NONE))
                .toList();
    }

    private static String call(QualifiedName table, ResultSet dimension) throws SQLException {
        String column = dimension.getString(3);
        String partitions = dimension.getString(6);
        if (partitions != null) {
            String name = Literals.quote(table.sql());
            return "SELECT add_dimension(" + name + ", by_hash(" + Literals.quote(column) + ", " + partitions + "))";
        }
        Optional<String> time =
                Optional.ofNullable(dimension.getString(4)).map(text -> "INTERVAL " + Literals.quote(text));
        Optional<String> number = Optional.ofNullable(dimension.getString(5));
        return Hypertables.call(table, column, time.or(() -> number));
    }
}
