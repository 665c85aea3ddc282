package io.pgorm.database.catalog.internal;

import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.Identifiers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Foreign tables, put together from their rows. Stateless. */
final class ForeignTables {

    private static final String QUERY = """
            SELECT f.ftrelid::int8 AS oid, quote_ident(s.srvname) AS server, {OPTIONS} AS options
            FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver
            """.replace("{OPTIONS}", OtherKindsOfDatabase.options("f.ftoptions"));

    private record Place(long oid, String server, String options) {}

    private ForeignTables() {}

    static List<SqlRow> read(
            CatalogSession session, List<RelationRow> relations, RelationParts parts, Comments comments, Found found)
            throws SQLException {
        Map<Long, Place> places = new LinkedHashMap<>();
        session.list(QUERY, row -> new Place(row.number("oid"), row.text("server"), row.text("options")))
                .forEach(place -> places.put(place.oid(), place));
        Map<Long, QualifiedName> names = new LinkedHashMap<>();
        relations.forEach(relation -> names.put(relation.oid(), relation.name()));
        List<SqlRow> rows = new ArrayList<>();
        for (RelationRow relation : relations) {
            @Nullable Place place = places.get(relation.oid());
            if (relation.kind() == 'f' && place != null) {
                rows.add(row(relation, place, parts, names));
                found.name("pg_class", relation.oid(), ObjectName.of(ObjectName.Kind.FOREIGN_TABLE, relation.name()));
                noteParts(relation, parts, comments, found);
            }
        }
        return rows;
    }

    private static SqlRow row(RelationRow relation, Place place, RelationParts parts, Map<Long, QualifiedName> names) {
        StringBuilder sql = new StringBuilder("CREATE FOREIGN TABLE ")
                .append(relation.name().sql());
        Optional<QualifiedName> parent = relation.parents().stream()
                .map(names::get)
                .filter(name -> name != null)
                .findFirst();
        if (relation.partition() && parent.isPresent()) {
            sql.append(" PARTITION OF ")
                    .append(parent.get().sql())
                    .append(' ')
                    .append(relation.bound().orElseThrow());
        } else {
            List<String> elements = new ArrayList<>();
            parts.columnsOf(relation.oid()).forEach(column -> elements.add(column(column)));
            parts.constraintsOf(relation.oid()).stream()
                    .filter(constraint -> constraint.kind() == 'c' && constraint.local())
                    .forEach(constraint -> elements.add("CONSTRAINT " + Identifiers.quote(constraint.name())
                            + " CHECK (" + constraint.check().orElseThrow() + ")"));
            sql.append(" (\n    ").append(String.join(",\n    ", elements)).append("\n)");
            parent.ifPresent(
                    name -> sql.append(" INHERITS (").append(name.sql()).append(")"));
        }
        sql.append(" SERVER ").append(place.server()).append(place.options());
        return new SqlRow(
                "pg_class",
                relation.oid(),
                "FOREIGN TABLE",
                relation.name().sql(),
                sql.toString(),
                Optional.of(relation.owner()));
    }

    private static String column(ColumnRow column) {
        StringBuilder sql =
                new StringBuilder(Identifiers.quote(column.name())).append(' ').append(column.typePrinted());
        if (!column.foreignOptions().isEmpty()) {
            List<String> options = column.foreignOptions().stream()
                    .map(option -> {
                        int equals = option.indexOf('=');
                        return Identifiers.quote(option.substring(0, equals)) + " "
                                + io.pgorm.ir.sql.Literals.quote(option.substring(equals + 1));
                    })
                    .toList();
            sql.append(" OPTIONS (").append(String.join(", ", options)).append(")");
        }
        column.collation().ifPresent(name -> sql.append(" COLLATE ").append(name.sql()));
        column.expression()
                .ifPresent(expression -> sql.append(
                        switch (column.generated()) {
                            case 's' -> " GENERATED ALWAYS AS (" + expression + ") STORED";
                            case 'v' -> " GENERATED ALWAYS AS (" + expression + ") VIRTUAL";
                            default -> " DEFAULT " + expression;
                        }));
        return sql.append(column.notNull() ? " NOT NULL" : "").toString();
    }

    private static void noteParts(RelationRow relation, RelationParts parts, Comments comments, Found found) {
        parts.triggersOf(relation.oid())
                .forEach(trigger -> found.unmodelled(
                        "trigger " + trigger.trigger().name() + " of foreign table " + relation.name()));
        parts.columnsOf(relation.oid()).stream()
                .filter(column ->
                        comments.of("pg_class", relation.oid(), column.number()).isPresent())
                .forEach(column -> found.unmodelled(
                        "comment on column " + column.name() + " of foreign table " + relation.name()));
    }
}
