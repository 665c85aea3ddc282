package io.pgorm.migrations.apply.internal;

import io.pgorm.ir.sql.Identifiers;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out how a statement outside of a transaction ended, and clears away what is left of one that did not. */
final class Settle {

    private static final String INDEX = "SELECT n.nspname, c.relname, i.indisvalid FROM pg_catalog.pg_index i"
            + " JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE ";

    private final Session session;

    Settle(Session session) {
        this.session = session;
    }

    /**
     * What was found.
     *
     * @param ended whether the statement was done, wholly
     * @param found for people
     */
    record Answer(boolean ended, String found) {}

    /** Something to write down before the statement, by which its end is recognised. */
    String note(LoneStatement statement) throws SQLException {
        return statement instanceof LoneStatement.BuildIndex index
                        && index.name().isEmpty()
                ? String.join("\n", indexesOf(index.table()))
                : "";
    }

    /**
     * Looks at what a statement left that was begun.
     *
     * @return empty where nobody can tell
     */
    Optional<Answer> begun(LoneStatement statement, String note) throws SQLException {
        return switch (statement) {
            case LoneStatement.BuildIndex index -> built(index, note);
            case LoneStatement.DropIndex drop ->
                Optional.of(
                        isThere(drop.index())
                                ? again("the index is still there; it is dropped now")
                                : done("the index was dropped"));
            case LoneStatement.Reindex reindex -> {
                clear(reindex);
                yield Optional.of(again("the indexes are built anew"));
            }
            case LoneStatement.Detach detach -> Optional.of(detached(detach));
            case LoneStatement.OfServer object -> {
                boolean there = isThere(object);
                String name = object.kind().toLowerCase(Locale.ROOT) + " " + object.name();
                yield Optional.of(
                        there == object.create()
                                ? done(name + (there ? " is there" : " is gone"))
                                : again(name + (there ? " is still there" : " is not there yet")));
            }
            case LoneStatement.Repeatable repeatable -> Optional.of(again("it was interrupted; it is run again"));
            case LoneStatement.Unknown unknown -> Optional.empty();
        };
    }

    /** Clears away what a statement that the server refused, or another one before it, left half made. */
    boolean clear(LoneStatement statement) throws SQLException {
        return switch (statement) {
            case LoneStatement.BuildIndex index -> index.name().isPresent() && dropInvalid(index);
            case LoneStatement.Reindex reindex -> {
                List<List<@Nullable String>> left = session.rows(
                        INDEX + "NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$' AND c.relkind = 'i'");
                for (List<@Nullable String> row : left) {
                    dropIndex(row);
                }
                yield !left.isEmpty();
            }
            default -> false;
        };
    }

    private Optional<Answer> built(LoneStatement.BuildIndex index, String note) throws SQLException {
        if (index.name().isEmpty()) {
            return indexesOf(index.table()).equals(note.isEmpty() ? List.of() : List.of(note.split("\n")))
                    ? Optional.of(again("the index is not there; it is built now"))
                    : Optional.empty();
        }
        List<List<@Nullable String>> found = find(index);
        if (found.isEmpty()) {
            return Optional.of(again("the index is not there; it is built now"));
        }
        if ("t".equals(found.getFirst().get(2))) {
            return Optional.of(done("the index is there and valid"));
        }
        dropIndex(found.getFirst());
        return Optional.of(again("an index was left that is not valid; it was dropped and is built anew"));
    }

    private boolean dropInvalid(LoneStatement.BuildIndex index) throws SQLException {
        List<List<@Nullable String>> found = find(index);
        if (found.isEmpty() || "t".equals(found.getFirst().get(2))) {
            return false;
        }
        dropIndex(found.getFirst());
        return true;
    }

    private List<List<@Nullable String>> find(LoneStatement.BuildIndex index) throws SQLException {
        return session.rows(
                INDEX + "i.indrelid = pg_catalog.to_regclass(?) AND c.relname = ?",
                index.table(),
                unquoted(index.name().orElseThrow()));
    }

    private List<String> indexesOf(String table) throws SQLException {
        return session.rows(INDEX + "i.indrelid = pg_catalog.to_regclass(?) ORDER BY c.relname", table).stream()
                .map(row -> String.valueOf(row.get(1)))
                .toList();
    }

    private void dropIndex(List<@Nullable String> row) throws SQLException {
        session.execute("DROP INDEX CONCURRENTLY IF EXISTS " + Identifiers.quote(String.valueOf(row.get(0))) + "."
                + Identifiers.quote(String.valueOf(row.get(1))));
    }

    private Answer detached(LoneStatement.Detach detach) throws SQLException {
        Optional<String> pending = session.text(
                "SELECT inhdetachpending FROM pg_catalog.pg_inherits"
                        + " WHERE inhparent = pg_catalog.to_regclass(?) AND inhrelid = pg_catalog.to_regclass(?)",
                detach.table(),
                detach.partition());
        if (pending.isEmpty()) {
            return done("the partition was detached");
        }
        if (pending.get().equals("t")) {
            session.execute("ALTER TABLE " + detach.table() + " DETACH PARTITION " + detach.partition() + " FINALIZE");
            return done("the partition was half detached; that was brought to its end");
        }
        return again("the partition is not detached yet");
    }

    private boolean isThere(String relation) throws SQLException {
        return session.text("SELECT pg_catalog.to_regclass(?)", relation).isPresent();
    }

    private boolean isThere(LoneStatement.OfServer object) throws SQLException {
        String query = switch (object.kind().toUpperCase(Locale.ROOT)) {
            case "DATABASE" -> "SELECT 1 FROM pg_catalog.pg_database WHERE datname = ?";
            case "TABLESPACE" -> "SELECT 1 FROM pg_catalog.pg_tablespace WHERE spcname = ?";
            default ->
                "SELECT 1 FROM pg_catalog.pg_subscription WHERE subname = ? AND subdbid ="
                        + " (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())";
        };
        return session.text(query, unquoted(object.name())).isPresent();
    }

    private static String unquoted(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }

    private static Answer done(String found) {
        return new Answer(true, found);
    }

    private static Answer again(String found) {
        return new Answer(false, found);
    }
}
