package io.pgorm.migrations.prove.internal;

import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ir.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Takes the rows away that a statement failed on. Used by one thread. */
final class Culprits {

    private static final String TABLES = """
            SELECT c.oid, n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.deptype = 'e' AND d.objid = c.oid)""";

    private final Connection connection;
    private boolean emptiedAll;

    Culprits(Connection connection) {
        this.connection = connection;
    }

    /** The tables that have no rows any more; in words those that were named. */
    record Emptied(Set<Long> tables, String names) {}

    /** Empties the table that the server or the statement names, the second time all. */
    Optional<Emptied> empty(PlannedStatement planned, SQLException refused) throws SQLException {
        Map<QualifiedName, Long> all = tables();
        Set<QualifiedName> filled = new LinkedHashSet<>();
        for (QualifiedName name : all.keySet()) {
            if (hasRows(name)) {
                filled.add(name);
            }
        }
        if (emptiedAll || filled.isEmpty()) {
            return Optional.empty();
        }
        Set<QualifiedName> guilty = new LinkedHashSet<>();
        named(refused).ifPresent(guilty::add);
        String about = planned.object().replaceFirst("^[a-z ]+? (?=\\S+$)", "");
        all.keySet().stream()
                .filter(name -> about.equals(name.toString())
                        || about.startsWith(name + ".")
                        || planned.sql().contains(" " + name.sql() + " "))
                .forEach(guilty::add);
        guilty.retainAll(filled);
        if (guilty.isEmpty()) {
            guilty.addAll(filled);
            emptiedAll = true;
        }
        run("TRUNCATE " + guilty.stream().map(Snapshot::sql).collect(Collectors.joining(", ")) + " CASCADE");
        Set<Long> emptied = new LinkedHashSet<>();
        for (Map.Entry<QualifiedName, Long> table : all.entrySet()) {
            if (!hasRows(table.getKey())) {
                emptied.add(table.getValue());
            }
        }
        return Optional.of(new Emptied(
                emptied,
                emptiedAll
                        ? "all tables"
                        : guilty.stream().map(QualifiedName::toString).sorted().collect(Collectors.joining(", "))));
    }

    private static Optional<QualifiedName> named(SQLException refused) {
        ServerErrorMessage message = refused instanceof PSQLException server ? server.getServerErrorMessage() : null;
        return message == null || message.getTable() == null || message.getSchema() == null
                ? Optional.empty()
                : Optional.of(new QualifiedName(message.getSchema(), message.getTable()));
    }

    private Map<QualifiedName, Long> tables() throws SQLException {
        Map<QualifiedName, Long> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.put(
                        new QualifiedName(String.valueOf(rows.getString(2)), String.valueOf(rows.getString(3))),
                        rows.getLong(1));
            }
        }
        return tables;
    }

    private boolean hasRows(QualifiedName table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT FROM " + Snapshot.sql(table) + " LIMIT 1")) {
            return rows.next();
        }
    }

    /** What a build left behind that failed outside of a transaction. */
    Set<String> invalidIndexes() throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT format('%I.%I', n.nspname, c.relname) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                        JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT i.indisvalid""")) {
            while (rows.next()) {
                names.add(String.valueOf(rows.getString(1)));
            }
        }
        return names;
    }

    void dropInvalidIndexes(Set<String> before) throws SQLException {
        List<String> left = new ArrayList<>(invalidIndexes());
        left.removeAll(before);
        for (String index : left) {
            run("DROP INDEX " + index);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
