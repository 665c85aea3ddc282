package io.pgorm.database.catalog.internal;

import io.pgorm.ir.SqlObject.Phase;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * An object for which the IR has no record: the statement that makes it.
 *
 * @param catalog where it has its row
 * @param kind as DDL names it, {@code TEXT SEARCH CONFIGURATION}
 * @param name as DDL names it, with arguments or {@code ON table} where that takes them
 * @param owner where there is one to name
 */
record SqlRow(String catalog, long oid, String kind, String name, String create, Optional<String> owner) {

    /** Takes the columns catalog, oid, kind, name, create and owner. */
    static SqlRow of(Row row) throws SQLException {
        return new SqlRow(
                row.text("catalog"),
                row.number("oid"),
                row.text("kind"),
                row.text("name"),
                row.text("create"),
                row.optional("owner"));
    }

    String id() {
        return kind.toLowerCase(Locale.ROOT) + " " + name;
    }

    /** As COMMENT ON, ALTER and DROP name it. */
    String sql() {
        return kind + " " + name;
    }

    Phase phase() {
        return switch (kind) {
            case "COLLATION", "CONVERSION", "ACCESS METHOD", "LANGUAGE" -> Phase.TYPES;
            case "TEXT SEARCH PARSER",
                    "TEXT SEARCH TEMPLATE",
                    "TEXT SEARCH DICTIONARY",
                    "TEXT SEARCH CONFIGURATION",
                    "AGGREGATE",
                    "OPERATOR",
                    "OPERATOR FAMILY",
                    "OPERATOR CLASS",
                    "CAST",
                    "TRANSFORM",
                    "FUNCTION",
                    "PROCEDURE",
                    "FOREIGN DATA WRAPPER",
                    "SERVER" -> Phase.FUNCTIONS;
            case "FOREIGN TABLE" -> Phase.TABLES;
            case "STATISTICS" -> Phase.INDEXES;
            case "RULE" -> Phase.SECURITY;
            default -> Phase.COMMENTS;
        };
    }
}
