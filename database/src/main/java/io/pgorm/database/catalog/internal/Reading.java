package io.pgorm.database.catalog.internal;

import io.pgorm.database.catalog.Catalog;
import io.pgorm.database.catalog.CatalogOptions;
import io.pgorm.ir.Comment;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One reading of one catalog. Not thread-safe. */
public final class Reading {

    private static final String SERVER = """
            SELECT current_setting('server_version_num')::int AS version, pg_get_userbyid(d.datdba) AS owner,
                   coalesce(has_schema_privilege(to_regnamespace('public'), 'USAGE'), true) AS usable
            FROM pg_database d WHERE d.datname = current_database()
            """;

    private record Server(int version, String owner, boolean usable) {}

    private final CatalogOptions options;
    private final CatalogSession session;
    private final Found found = new Found();
    private final String databaseOwner;
    private KeyText keyText = new KeyText(Set.of());

    private Reading(CatalogOptions options, CatalogSession session, String databaseOwner) {
        this.options = options;
        this.session = session;
        this.databaseOwner = databaseOwner;
    }

    /** @param connection in the transaction that gives the snapshot, with the search path set */
    public static Catalog read(Connection connection, CatalogOptions options) throws SQLException {
        Server server = new CatalogSession(connection, 0)
                .list(SERVER, row -> new Server(row.integer("version"), row.text("owner"), row.is("usable")))
                .getFirst();
        if (!server.usable()) {
            // PostgreSQL would then print all its names with the schema, and no two catalogs would be the same
            throw new SQLException("the role that reads the catalog needs USAGE on the schema public", "42501");
        }
        CatalogSession session = new CatalogSession(connection, server.version());
        return new Reading(options, session, server.owner()).read();
    }

    private Catalog read() throws SQLException {
        Comments comments = Comments.read(session);
        readNamespaces(comments);
        readExtensions();
        OtherObjects others = new OtherObjects(session, comments, found);
        readObjects(comments, others);
        boolean global = options.schemas().isEmpty();
        List<SqlRow> rows = others.read(global);
        new Adjustments(found).readOthers(session, rows);
        Unmodelled.read(session, found);
        String owner = options.owner().orElseGet(this::usualOwner);
        others.addOwners(owner);
        List<io.pgorm.ir.Grant> grants = Grants.read(session, found);
        List<SchemaObject> objects = new ArrayList<>(found.objects());
        found.owned().stream()
                .filter(owned -> !owned.owner().equals(owner))
                .forEach(owned -> objects.add(new Ownership(owned.object(), owned.owner(), SourceSpan.NONE)));
        objects.addAll(grants);
        objects.addAll(Grants.readDefaults(session, owner));
        if (options.roles()) {
            objects.addAll(0, Roles.read(session, objects, owner, found));
        }
        return new Catalog(
                Schema.EMPTY.withObjects(objects),
                found.unmodelled(),
                session.version(),
                owner,
                DependencyRows.read(session, found));
    }

    private void readNamespaces(Comments comments) throws SQLException {
        List<Long> chosen = new ArrayList<>();
        for (NamespaceRow row : NamespaceRow.read(session)) {
            if (row.name().equals(QualifiedName.DEFAULT_SCHEMA)) {
                keyText = new KeyText(Set.copyOf(row.collations()));
            }
            boolean wanted = options.schemas().isEmpty()
                    ? !row.system() && !row.extension()
                    : options.schemas().contains(row.name());
            if (!wanted) {
                continue;
            }
            chosen.add(row.oid());
            addNamespace(row, comments.of("pg_namespace", row.oid()));
        }
        session.restrictTo(chosen);
    }

    private void addNamespace(NamespaceRow row, Optional<String> comment) {
        ObjectName name = ObjectName.global(Kind.SCHEMA, row.name());
        if (!row.name().equals(QualifiedName.DEFAULT_SCHEMA)) {
            found.name("pg_namespace", row.oid(), name, row.owner());
            found.add(new Namespace(row.name(), comment, SourceSpan.NONE));
            return;
        }
        // it is there by itself, and belongs to the owner of the database whatever that is called
        if (row.owner().equals("pg_database_owner") || row.owner().equals(databaseOwner)) {
            found.name("pg_namespace", row.oid(), name);
        } else {
            found.name("pg_namespace", row.oid(), name, row.owner());
        }
        comment.filter(text -> !text.equals("standard public schema"))
                .ifPresent(text -> found.add(new Comment(name, text, SourceSpan.NONE)));
    }

    private void readExtensions() throws SQLException {
        for (ExtensionRow row : ExtensionRow.read(session)) {
            found.add(row.extension());
            row.comment()
                    .ifPresent(text -> found.add(new Comment(
                            ObjectName.global(Kind.EXTENSION, row.extension().name()), text, SourceSpan.NONE)));
        }
    }

    private void readObjects(Comments comments, OtherObjects others) throws SQLException {
        Types types = Types.read(session);
        RelationParts parts = RelationParts.read(session);
        List<SequenceRow> sequences = SequenceRow.read(session);
        UserTypes userTypes = new UserTypes(parts, types, comments, found);
        TypeRow.read(session).forEach(userTypes::add);
        sequences.forEach(row -> addSequence(row, comments));
        List<RelationRow> relations = RelationRow.read(session);
        Tables tables = new Tables(
                parts,
                new Columns(types, comments, sequences),
                comments,
                new Partitions(relations, parts, comments, keyText),
                keyText,
                found);
        relations.stream().filter(RelationRow::isTable).forEach(tables::addTable);
        relations.stream().filter(RelationRow::isView).forEach(tables::addView);
        Adjustments adjustments = new Adjustments(found);
        relations.forEach(relation -> adjustments.addRelation(relation, parts));
        ForeignTables.read(session, relations, parts, comments, found).forEach(others::add);
        RoutineRow.read(session).forEach(row -> addRoutine(row, comments, others));
    }

    private void addSequence(SequenceRow row, Comments comments) {
        ObjectName name = ObjectName.of(Kind.SEQUENCE, row.name());
        Optional<String> comment = comments.of("pg_class", row.oid());
        if (row.identity()) {
            found.name("pg_class", row.oid(), name);
            comment.ifPresent(text -> found.add(new Comment(name, text, SourceSpan.NONE)));
            return;
        }
        Optional<Sequence.Owner> owner =
                row.tableName().flatMap(table -> row.columnName().map(column -> new Sequence.Owner(table, column)));
        if (owner.isPresent()) {
            // its owner is the table's
            found.name("pg_class", row.oid(), name);
        } else {
            found.name("pg_class", row.oid(), name, row.owner());
        }
        found.add(new Sequence(row.name(), row.options("bigint"), owner, row.unlogged(), comment, SourceSpan.NONE));
    }

    private void addRoutine(RoutineRow row, Comments comments, OtherObjects others) {
        Optional<String> comment = comments.of("pg_proc", row.oid());
        ObjectName name = row.objectName();
        found.name("pg_proc", row.oid(), name, row.owner());
        if (row.definition().isPresent()) {
            others.add(new SqlRow(
                    "pg_proc",
                    row.oid(),
                    name.kind().sql(),
                    name.name().sql() + "(" + String.join(", ", name.argumentTypes()) + ")",
                    row.definition().get().strip(),
                    Optional.empty()));
            return;
        }
        found.add(withComment(row, comment));
    }

    private static io.pgorm.ir.Routine withComment(RoutineRow row, Optional<String> comment) {
        var routine = row.routine();
        return new io.pgorm.ir.Routine(
                routine.name(),
                routine.kind(),
                routine.parameters(),
                routine.returns(),
                routine.language(),
                routine.body(),
                routine.atomic(),
                routine.volatility(),
                routine.strict(),
                routine.leakproof(),
                routine.securityDefiner(),
                routine.parallel(),
                routine.cost(),
                routine.rows(),
                routine.support(),
                routine.settings(),
                comment,
                SourceSpan.NONE);
    }

    /** The database's owner where anything here is its; else the one that owns most. */
    private String usualOwner() {
        Map<String, Integer> counts = new TreeMap<>();
        found.owned().forEach(owned -> counts.merge(owned.owner(), 1, Integer::sum));
        if (counts.isEmpty() || counts.containsKey(databaseOwner)) {
            return databaseOwner;
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
