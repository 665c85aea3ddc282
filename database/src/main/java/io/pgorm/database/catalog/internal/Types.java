package io.pgorm.database.catalog.internal;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.QualifiedName;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types that the database has made itself, for columns to refer to. Immutable once read. */
final class Types {

    private static final String QUERY = """
            SELECT t.oid::int8 AS oid, t.typarray::int8 AS array, t.typtype AS kind, n.nspname AS schema, t.typname AS name
            FROM pg_type t
            JOIN pg_namespace n ON n.oid = t.typnamespace
            LEFT JOIN pg_class c ON c.oid = t.typrelid
            WHERE t.oid >= 16384 AND t.typtype IN ('e', 'd', 'r', 'm', 'c')
              AND (t.typrelid = 0 OR c.relkind <> 'S')
              AND %s
            """.formatted(CatalogSession.ownNotExtensions("pg_type", "t"));

    private final Map<Long, ColumnType> byOid = new LinkedHashMap<>();

    static Types read(CatalogSession session) throws SQLException {
        Types types = new Types();
        session.list(QUERY, row -> {
            QualifiedName name = new QualifiedName(row.text("schema"), row.text("name"));
            boolean isEnum = row.letter("kind") == 'e';
            types.byOid.put(row.number("oid"), reference(isEnum, name, false));
            types.byOid.put(row.number("array"), reference(isEnum, name, true));
            return name;
        });
        return types;
    }

    private static ColumnType reference(boolean isEnum, QualifiedName name, boolean array) {
        return isEnum ? new ColumnType.EnumReference(name, array) : new ColumnType.TypeReference(name, array);
    }

    /**
     * @param printed what format_type says of it
     */
    ColumnType of(long oid, String printed) {
        @Nullable ColumnType known = byOid.get(oid);
        if (known != null) {
            return known;
        }
        boolean array = printed.endsWith("[]");
        return new ColumnType.Raw(array ? printed.substring(0, printed.length() - 2) : printed, array);
    }
}
