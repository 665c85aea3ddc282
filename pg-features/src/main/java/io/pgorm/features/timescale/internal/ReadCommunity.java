package io.pgorm.features.timescale.internal;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which compression, policies and continuous aggregates a database has. Stateless. */
public final class ReadCommunity {

    /** A view and its definition, until {@link #asDeclared} has put them together. */
    private static final String DEFINITION = "hypertable.continuous:";

    private static final String COLUMNAR = """
            SELECT s.hypertable_schema, s.hypertable_name, s.attname, s.segmentby_column_index IS NOT NULL AS segment,
                   s.orderby_asc, s.orderby_nullsfirst, s.attname = d.column_name AS is_time
            FROM timescaledb_information.compression_settings s
            JOIN timescaledb_information.dimensions d USING (hypertable_schema, hypertable_name)
            WHERE d.dimension_number = 1
            ORDER BY 1, 2, s.segmentby_column_index, s.orderby_column_index""";

    private static final String JOBS = """
            SELECT coalesce(a.view_schema, j.hypertable_schema), coalesce(a.view_name, j.hypertable_name), j.proc_name,
                   j.config ->> 'compress_after', j.config ->> 'drop_after', j.config ->> 'start_offset', j.config ->> 'end_offset',
                   j.schedule_interval::text
            FROM timescaledb_information.jobs j
            LEFT JOIN timescaledb_information.continuous_aggregates a
              ON (a.materialization_hypertable_schema, a.materialization_hypertable_name) = (j.hypertable_schema, j.hypertable_name)
            WHERE j.proc_name IN ('policy_compression', 'policy_retention', 'policy_refresh_continuous_aggregate')
              AND j.hypertable_name IS NOT NULL
            ORDER BY 1, 2, 3""";

    private static final String CONTINUOUS = """
            SELECT view_schema, view_name, view_definition FROM timescaledb_information.continuous_aggregates ORDER BY 1, 2""";

    private ReadCommunity() {}

    public static List<SqlObject> read(Connection connection, Schema schema) throws SQLException {
        List<SqlObject> found = new ArrayList<>();
        if (schema.extensions().stream().anyMatch(extension -> extension.name().equals(Hypertables.EXTENSION))) {
            try (Statement statement = connection.createStatement()) {
                columnar(statement, schema, found);
                jobs(statement, schema, found);
                try (ResultSet rows = statement.executeQuery(CONTINUOUS)) {
                    while (rows.next()) {
                        found.add(definition(name(rows), rows.getString(3)));
                    }
                }
            }
        }
        if (!found.isEmpty()) {
            found.add(Community.guard(schema));
        }
        return found;
    }

    private static QualifiedName name(ResultSet rows) throws SQLException {
        return new QualifiedName(rows.getString(1), rows.getString(2));
    }

    private record Columns(List<String> segments, List<String> orders) {}

    private static void columnar(Statement statement, Schema schema, List<SqlObject> found) throws SQLException {
        Map<QualifiedName, Columns> tables = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery(COLUMNAR)) {
            while (rows.next()) {
                Columns columns =
                        tables.computeIfAbsent(name(rows), table -> new Columns(new ArrayList<>(), new ArrayList<>()));
                if (rows.getBoolean("segment")) {
                    columns.segments().add(rows.getString("attname"));
                } else {
                    columns.orders()
                            .add(order(
                                    rows.getString("attname"),
                                    rows.getBoolean("orderby_asc"),
                                    rows.getBoolean("orderby_nullsfirst")));
                }
                if (rows.getBoolean("is_time") && columns.orders().equals(List.of(usual(rows.getString("attname"))))) {
                    // what TimescaleDB takes by itself
                    columns.orders().clear();
                }
            }
        }
        tables.forEach((table, columns) -> {
            if (schema.table(table).isPresent()) {
                found.add(Community.columnar(table, columns.segments(), columns.orders(), SourceSpan.NONE));
            }
        });
    }

    private static String usual(String time) {
        return order(time, false, true);
    }

    private static String order(String column, boolean ascending, boolean nullsFirst) {
        return Identifiers.quote(column)
                + (ascending ? "" : " DESC")
                + (ascending == nullsFirst ? nullsFirst ? " NULLS FIRST" : " NULLS LAST" : "");
    }

    private static void jobs(Statement statement, Schema schema, List<SqlObject> found) throws SQLException {
        try (ResultSet rows = statement.executeQuery(JOBS)) {
            while (rows.next()) {
                QualifiedName name = name(rows);
                if (schema.table(name).isEmpty() && schema.view(name).isEmpty()) {
                    continue;
                }
                found.add(
                        switch (rows.getString(3)) {
                            case "policy_compression" -> Community.compress(name, rows.getString(4), SourceSpan.NONE);
                            case "policy_retention" -> Community.retain(name, rows.getString(5), SourceSpan.NONE);
                            default ->
                                Community.refresh(
                                        name,
                                        Optional.ofNullable(rows.getString(6)),
                                        Optional.ofNullable(rows.getString(7)),
                                        rows.getString(8),
                                        SourceSpan.NONE);
                        });
            }
        }
    }

    static SqlObject definition(QualifiedName view, String query) {
        return new SqlObject(DEFINITION + view, SqlObject.Phase.TABLES, query, Optional.empty(), SourceSpan.NONE);
    }

    /** The schema with what a catalog holds as plain views over tables of TimescaleDB's as the continuous aggregates they are. */
    public static Schema asDeclared(Schema schema) {
        Map<String, String> definitions = new LinkedHashMap<>();
        schema.sqlObjects().stream()
                .filter(object -> object.id().startsWith(DEFINITION))
                .forEach(object -> definitions.put(object.id().substring(DEFINITION.length()), object.sql()));
        if (definitions.isEmpty()) {
            return schema;
        }
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            if (object instanceof View view
                    && definitions.containsKey(view.name().toString())) {
                objects.add(Community.continuous(
                        withQuery(view, definitions.getOrDefault(view.name().toString(), ""))));
            } else if (!(object instanceof SqlObject sql && sql.id().startsWith(DEFINITION))) {
                objects.add(object);
            }
        }
        return schema.withObjects(objects);
    }

    private static View withQuery(View view, String query) {
        return new View(
                view.name(),
                true,
                view.columns(),
                view.key(),
                SqlText.of(query.strip().replaceFirst(";$", "")),
                view.options(),
                view.indexes(),
                view.triggers(),
                false,
                view.accessMethod(),
                view.tablespace(),
                view.comment(),
                view.span());
    }
}
