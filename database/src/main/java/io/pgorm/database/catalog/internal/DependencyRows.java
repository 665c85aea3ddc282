package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Dependencies;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What pg_depend says. It speaks of numbers in catalogs: one query asks what is behind the numbers, another asks for the
 * pairs of them. Stateless.
 */
final class DependencyRows {

    /** The first number that PostgreSQL gives to what a user makes. */
    private static final int FIRST_OF_USER = 16384;

    private DependencyRows() {}

    private record Address(String catalog, long oid, int part) {}

    /** Of everything that may stand in pg_depend and is not known by its own reader: whose it is and what it is called. */
    private static final String ADDRESSES = """
            WITH relation AS (
                SELECT c.oid, c.relname AS name, c.relkind AS relkind, n.nspname AS schema,
                       CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED_VIEW' WHEN 'f' THEN 'FOREIGN_TABLE'
                                      WHEN 'S' THEN 'SEQUENCE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END AS kind
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND c.relnamespace = ANY (?))
            SELECT 'pg_class' AS catalog, r.oid::int8 AS oid, 0 AS number, r.kind, r.schema, r.name, NULL AS part FROM relation r
            UNION ALL
            SELECT 'pg_class', r.oid::int8, a.attnum::int, 'COLUMN', r.schema, r.name, a.attname
            FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
            UNION ALL
            SELECT 'pg_class', i.indexrelid::int8, 0,
                   CASE WHEN k.oid IS NULL THEN 'INDEX' ELSE 'CONSTRAINT' END, r.schema, r.name, x.relname
            FROM pg_index i JOIN relation r ON r.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
            LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
            UNION ALL
            SELECT 'pg_constraint', k.oid::int8, 0, 'CONSTRAINT', r.schema, r.name, k.conname
            FROM pg_constraint k JOIN relation r ON r.oid = k.conrelid
            UNION ALL
            SELECT 'pg_constraint', k.oid::int8, 0, 'DOMAIN_CONSTRAINT', n.nspname, t.typname, k.conname
            FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid JOIN pg_namespace n ON n.oid = t.typnamespace
            UNION ALL
            SELECT 'pg_attrdef', d.oid::int8, 0, CASE WHEN a.attgenerated = '' THEN 'DEFAULT' ELSE 'COLUMN' END,
                   r.schema, r.name, a.attname
            FROM pg_attrdef d JOIN relation r ON r.oid = d.adrelid
            JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
            UNION ALL
            SELECT 'pg_trigger', t.oid::int8, 0, 'TRIGGER', r.schema, r.name, t.tgname
            FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
            UNION ALL
            SELECT 'pg_policy', p.oid::int8, 0, 'POLICY', r.schema, r.name, p.polname
            FROM pg_policy p JOIN relation r ON r.oid = p.polrelid
            UNION ALL
            SELECT 'pg_rewrite', w.oid::int8, 0, CASE WHEN w.rulename = '_RETURN' THEN r.kind ELSE 'RULE' END,
                   r.schema, r.name, CASE WHEN w.rulename <> '_RETURN' THEN w.rulename END
            FROM pg_rewrite w JOIN relation r ON r.oid = w.ev_class
            UNION ALL
            SELECT 'pg_type', t.oid::int8, 0,
                   CASE WHEN u.relkind IS NOT NULL THEN u.kind WHEN e.typtype = 'd' THEN 'DOMAIN' ELSE 'TYPE' END,
                   n.nspname, e.typname, NULL
            FROM pg_type t
            LEFT JOIN pg_range g ON g.rngmultitypid = t.oid
            JOIN pg_type e ON e.oid = CASE WHEN g.rngtypid IS NOT NULL THEN g.rngtypid
                                           WHEN t.typelem <> 0 AND t.typcategory = 'A' THEN t.typelem ELSE t.oid END
            JOIN pg_namespace n ON n.oid = e.typnamespace
            LEFT JOIN relation u ON u.oid = e.typrelid
            WHERE e.typnamespace = ANY (?)
            UNION ALL
            -- the functions that make values of a range are the type's own
            SELECT 'pg_proc', d.objid::int8, 0, 'TYPE', n.nspname, e.typname, NULL
            FROM pg_depend d
            LEFT JOIN pg_range g ON g.rngmultitypid = d.refobjid
            JOIN pg_type e ON e.oid = COALESCE(g.rngtypid, d.refobjid)
            JOIN pg_namespace n ON n.oid = e.typnamespace
            WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.refclassid = 'pg_catalog.pg_type'::regclass
              AND d.deptype = 'i' AND e.typnamespace = ANY (?)
            """;

    private static final String PAIRS = """
            SELECT DISTINCT d.classid::regclass::text AS catalog, d.objid::int8 AS oid, d.objsubid AS number,
                   d.refclassid::regclass::text AS needed_catalog, d.refobjid::int8 AS needed_oid, d.refobjsubid AS needed_number
            FROM pg_depend d
            WHERE (d.deptype IN ('n', 'a')
                   -- an index of a partition, of the one above
                   OR d.deptype = 'P' AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass)
              AND d.objid >= %1$d AND d.refobjid >= %1$d
            """.formatted(FIRST_OF_USER);

    /** What belongs to an extension, and the arrays of such types: to need it is to need the extension. */
    private static final String OF_EXTENSIONS = """
            WITH members AS (
                SELECT d.classid, d.objid, x.extname
                FROM pg_depend d JOIN pg_extension x ON x.oid = d.refobjid
                WHERE d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.deptype = 'e' AND x.extname <> 'plpgsql')
            SELECT m.classid::regclass::text AS catalog, m.objid::int8 AS oid, m.extname AS extension FROM members m
            UNION ALL
            SELECT 'pg_type', t.typarray::int8, m.extname
            FROM members m JOIN pg_type t ON m.classid = 'pg_catalog.pg_type'::regclass AND t.oid = m.objid AND t.typarray <> 0
            UNION ALL
            SELECT 'pg_extension', x.oid::int8, x.extname FROM pg_extension x WHERE x.extname <> 'plpgsql'
            """;

    /** Rows that are a part of something that SQL makes as a whole. */
    private static final String PARTS = """
            SELECT d.classid::regclass::text AS catalog, d.objid::int8 AS oid, 'pg_opclass' AS whole_catalog, d.refobjid::int8 AS whole
            FROM pg_depend d
            WHERE d.classid IN ('pg_catalog.pg_amop'::regclass, 'pg_catalog.pg_amproc'::regclass)
              AND d.refclassid = 'pg_catalog.pg_opclass'::regclass AND d.deptype = 'i' AND d.objid >= 16384
            UNION ALL
            SELECT 'pg_publication_rel', m.oid::int8, 'pg_publication', m.prpubid::int8 FROM pg_publication_rel m
            """;

    private static final String SCHEMAS_OF_PUBLICATIONS = """
            UNION ALL
            SELECT 'pg_publication_namespace', m.oid::int8, 'pg_publication', m.pnpubid::int8 FROM pg_publication_namespace m
            """;

    /** @param found what the readers have named so far: routines, and whatever they give a name of their own */
    static Dependencies read(CatalogSession session, Found found) throws SQLException {
        Map<Address, ObjectName> names = new LinkedHashMap<>();
        session.list(ADDRESSES, row -> {
            QualifiedName name = new QualifiedName(row.text("schema"), row.text("name"));
            Kind kind = Kind.valueOf(row.text("kind"));
            return names.put(
                    new Address(row.text("catalog"), row.number("oid"), row.integer("number")),
                    new ObjectName(kind, name, row.optional("part"), List.of()));
        });
        session.list(PARTS + session.since(15, SCHEMAS_OF_PUBLICATIONS, ""), row -> {
            Address part = new Address(row.text("catalog"), row.number("oid"), 0);
            found.sqlOf(row.text("whole_catalog"), row.number("whole")).ifPresent(name -> names.put(part, name));
            return part;
        });
        Map<Address, ObjectName> extensions = new LinkedHashMap<>();
        session.list(
                OF_EXTENSIONS,
                row -> extensions.put(
                        new Address(row.text("catalog"), row.number("oid"), 0),
                        ObjectName.global(Kind.EXTENSION, row.text("extension"))));
        Map<ObjectName, Set<ObjectName>> uses = new LinkedHashMap<>();
        found.subjects()
                .forEach((id, subject) -> uses.computeIfAbsent(
                                ObjectName.global(Kind.SQL, id), key -> new LinkedHashSet<>())
                        .add(subject));
        session.list(PAIRS, row -> {
            Optional<ObjectName> user = name(row, "", names, extensions, found);
            Optional<ObjectName> needed = name(row, "needed_", names, extensions, found);
            if (user.isPresent() && needed.isPresent() && counts(user.get(), needed.get())) {
                uses.computeIfAbsent(user.get(), key -> new LinkedHashSet<>()).add(needed.get());
            }
            return true;
        });
        return new Dependencies(uses);
    }

    /** That a sequence goes with a column is said of it elsewhere, and would make a circle with the column's default. */
    private static boolean counts(ObjectName user, ObjectName needed) {
        return !user.equals(needed) && !(user.kind() == Kind.SEQUENCE && needed.kind() == Kind.COLUMN);
    }

    private static Optional<ObjectName> name(
            Row row, String prefix, Map<Address, ObjectName> names, Map<Address, ObjectName> extensions, Found found)
            throws SQLException {
        String catalog = row.text(prefix + "catalog");
        long oid = row.number(prefix + "oid");
        int number = row.integer(prefix + "number");
        return Optional.ofNullable(extensions.get(new Address(catalog, oid, 0)))
                .or(() -> found.sqlOf(catalog, oid))
                .or(() -> Optional.ofNullable(names.get(new Address(catalog, oid, number))))
                .or(() -> found.nameOf(catalog, oid));
    }
}
