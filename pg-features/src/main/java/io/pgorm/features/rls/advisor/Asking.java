package io.pgorm.features.rls.advisor;

import io.pgorm.ir.spi.Advisor.Question;
import io.pgorm.ir.spi.Advisor.Setting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks the catalog, and for plans with and without policies. In a transaction that is rolled back; for one thread. */
final class Asking {

    /** Where nobody is meant, as {@code pg_catalog} has it: what belongs to the server, and its extensions. */
    static final String OWN_TABLES =
            "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'";

    private final Connection connection;
    private final Question question;

    Asking(Connection connection, Question question) {
        this.connection = connection;
        this.question = question;
    }

    Question question() {
        return question;
    }

    /** @throws IllegalArgumentException if the role is not there, or no policy holds for it */
    void requireRole() throws SQLException {
        List<List<String>> found =
                rows("SELECT rolsuper OR rolbypassrls FROM pg_catalog.pg_roles WHERE rolname = ?", question.role());
        if (found.isEmpty()) {
            throw new IllegalArgumentException("there is no role " + question.role());
        }
        if (found.get(0).get(0).equals("t")) {
            throw new IllegalArgumentException("no policy holds for the role " + question.role()
                    + ": it is a superuser or has BYPASSRLS; ask for the role that the application has");
        }
    }

    /** The rows as text; NULL is an empty text. */
    List<List<String>> rows(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                int width = found.getMetaData().getColumnCount();
                List<List<String>> rows = new ArrayList<>();
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= width; i++) {
                        String value = found.getString(i);
                        row.add(value == null ? "" : value);
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    /** How the role would go about it; empty where it may not. */
    Optional<Plan> asRole(String query, String... parameterTypes) throws SQLException {
        return plan(true, query, parameterTypes);
    }

    /** How it would be gone about if there were no policies. */
    Optional<Plan> withoutPolicies(String query, String... parameterTypes) throws SQLException {
        return plan(false, query, parameterTypes);
    }

    /** The plan of a query whose parameters are not known; a sequential scan only where nothing else can be. */
    private Optional<Plan> plan(boolean underPolicies, String query, String... parameterTypes) throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean prepared = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL enable_seqscan = off; SET LOCAL plan_cache_mode = force_generic_plan");
            statement.execute("SET LOCAL row_security = on");
            if (underPolicies) {
                become();
            }
            String types = parameterTypes.length == 0 ? "" : "(" + String.join(", ", parameterTypes) + ")";
            statement.execute("PREPARE pgorm_advisor" + types + " AS " + query);
            prepared = true;
            String values =
                    parameterTypes.length == 0 ? "" : "(" + "NULL, ".repeat(parameterTypes.length - 1) + "NULL)";
            StringBuilder text = new StringBuilder();
            try (ResultSet lines = statement.executeQuery("EXPLAIN (COSTS off) EXECUTE pgorm_advisor" + values)) {
                while (lines.next()) {
                    text.append(lines.getString(1)).append('\n');
                }
            }
            return Optional.of(new Plan(text.toString()));
        } catch (SQLException e) {
            if ("42501".equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        } finally {
            connection.rollback(before);
            if (prepared) {
                deallocate();
            }
        }
    }

    /** A prepared statement does not go with the savepoint. */
    private void deallocate() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DEALLOCATE pgorm_advisor");
        }
    }

    private void become() throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("SELECT pg_catalog.set_config(?, ?, true)")) {
            for (Setting setting : question.settings()) {
                set.setString(1, setting.name());
                set.setString(2, setting.value());
                set.execute();
            }
            set.setString(1, "role");
            set.setString(2, question.role());
            set.execute();
        }
    }

    /** What EXPLAIN says. */
    record Plan(String text) {

        private static final Pattern INDEX =
                Pattern.compile("(?:Scan(?: Backward)? using|Bitmap Index Scan on) (\"(?:[^\"]|\"\")+\"|\\S+)");

        List<String> indexes() {
            return INDEX.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .map(name -> name.startsWith("\"")
                            ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                            : name)
                    .distinct()
                    .toList();
        }

        List<String> filters() {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("Filter: ") || line.startsWith("Join Filter: "))
                    .toList();
        }
    }
}
