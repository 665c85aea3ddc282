package io.pgorm.database.catalog.internal;

import io.pgorm.ir.SqlObject;
import io.pgorm.ir.SqlObject.Phase;
import io.pgorm.ir.SqlObject.Reference;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.Literals;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds the objects for which the IR has no record, as SQL. Not thread-safe. */
final class OtherObjects {

    private final CatalogSession session;
    private final Comments comments;
    private final Found found;
    private final List<SqlRow> rows = new ArrayList<>();

    OtherObjects(CatalogSession session, Comments comments, Found found) {
        this.session = session;
        this.comments = comments;
        this.found = found;
    }

    /** One that is put together elsewhere. */
    void add(SqlRow row) {
        rows.add(row);
    }

    /**
     * @param global whether those are read too that stand in no schema
     */
    List<SqlRow> read(boolean global) throws SQLException {
        List<SqlRow> read = OtherKinds.read(session, global);
        rows.addAll(read);
        References references = References.read(session, rows, found);
        for (SqlRow row : rows) {
            found.sql(row.catalog(), row.oid(), row.id());
            found.add(new SqlObject(
                    row.id(),
                    row.phase(),
                    StableText.of(row.create()),
                    Optional.of("DROP " + row.sql()),
                    references.after(row),
                    references.before(row),
                    SourceSpan.NONE));
            comments.of(row.catalog(), row.oid()).ifPresent(text -> addComment(row, text));
        }
        return rows;
    }

    private void addComment(SqlRow row, String text) {
        String on = "COMMENT ON " + row.sql() + " IS ";
        found.add(new SqlObject(
                "comment on " + row.id(),
                Phase.COMMENTS,
                on + Literals.quote(text),
                Optional.of(on + "NULL"),
                List.of(new Reference.Block(row.id())),
                List.of(),
                SourceSpan.NONE));
    }

    /** Says whose they are, where that is not the role that makes them. */
    void addOwners(String usual) {
        for (SqlRow row : rows) {
            row.owner()
                    .filter(owner -> !owner.equals(usual))
                    .ifPresent(owner -> found.add(new SqlObject(
                            "owner of " + row.id(),
                            Phase.SECURITY,
                            "ALTER " + row.sql() + " OWNER TO " + Identifiers.quote(owner),
                            Optional.of("ALTER " + row.sql() + " OWNER TO CURRENT_USER"),
                            List.of(new Reference.Block(row.id())),
                            List.of(),
                            SourceSpan.NONE)));
        }
    }
}
