package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Policy;
import io.pgorm.ir.Policy.Command;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.sql.SQLException;
import java.util.List;

/**
 * A policy of a table.
 *
 * @param relation the oid of its table
 */
record PolicyRow(long oid, long relation, Policy policy) {

    private static final String QUERY = """
            SELECT p.oid::int8 AS oid, p.polrelid::int8 AS relation, p.polname AS name, p.polpermissive AS permissive,
                   p.polcmd AS command, roles.names AS roles, pg_get_expr(p.polqual, p.polrelid, true) AS using,
                   pg_get_expr(p.polwithcheck, p.polrelid, true) AS check
            FROM pg_policy p
            JOIN pg_class c ON c.oid = p.polrelid
            LEFT JOIN LATERAL (
                SELECT array_agg(r.rolname ORDER BY r.rolname COLLATE "C") AS names
                FROM pg_roles r WHERE r.oid = ANY (p.polroles)) roles ON true
            WHERE c.relnamespace = ANY (?)
            ORDER BY p.polname COLLATE "C"
            """;

    static List<PolicyRow> read(CatalogSession session) throws SQLException {
        return session.list(
                QUERY,
                row -> new PolicyRow(
                        row.number("oid"),
                        row.number("relation"),
                        new Policy(
                                row.text("name"),
                                row.is("permissive"),
                                command(row.letter("command")),
                                row.texts("roles"),
                                Sql.expression(row.optional("using")),
                                Sql.expression(row.optional("check")),
                                SourceSpan.NONE)));
    }

    private static Command command(char letter) {
        return switch (letter) {
            case 'r' -> Command.SELECT;
            case 'a' -> Command.INSERT;
            case 'w' -> Command.UPDATE;
            case 'd' -> Command.DELETE;
            default -> Command.ALL;
        };
    }
}
