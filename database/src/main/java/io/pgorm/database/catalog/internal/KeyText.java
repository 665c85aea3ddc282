package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of an index, an exclusion or a partitioned table, out of the text that PostgreSQL prints. PostgreSQL leaves
 * out what goes without saying, the default operator class, the column's own collation, and only it knows what does.
 * Immutable.
 */
final class KeyText {

    private final Set<String> publicCollations;

    /** @param publicCollations those in the schema public, which is on the search path behind pg_catalog */
    KeyText(Set<String> publicCollations) {
        this.publicCollations = Set.copyOf(publicCollations);
    }

    /** A key, and what stands behind it: {@code WITH =}. */
    record Parsed(Index.Key key, String rest) {}

    /**
     * @param list {@code lower(name) COLLATE "C" text_pattern_ops DESC, id}
     */
    List<Parsed> parse(String list) {
        return Deparsed.split(list).stream().map(this::key).toList();
    }

    List<Index.Key> keys(String list) {
        return parse(list).stream().map(Parsed::key).toList();
    }

    private Parsed key(String text) {
        Deparsed sql = new Deparsed(text);
        Index.Target target;
        int at;
        if (text.startsWith("(")) {
            at = sql.closing(0) + 1;
            target = new Index.ExpressionTarget(SqlText.of(StableText.of(text.substring(1, at - 1))));
        } else {
            int name = sql.qualifiedNameEnd(0);
            if (name < text.length() && text.charAt(name) == '(') {
                at = sql.closing(name) + 1;
                target = new Index.ExpressionTarget(SqlText.of(StableText.of(text.substring(0, at))));
            } else {
                at = name;
                target = new Index.ColumnTarget(Deparsed.unquote(text.substring(0, at)));
            }
        }
        return withOptions(target, text.substring(at).strip());
    }

    private Parsed withOptions(Index.Target target, String options) {
        String rest = options;
        Optional<QualifiedName> collation = Optional.empty();
        if (rest.startsWith("COLLATE ")) {
            rest = rest.substring("COLLATE ".length());
            int end = new Deparsed(rest).qualifiedNameEnd(0);
            collation = Optional.of(collation(rest.substring(0, end)));
            rest = rest.substring(end).strip();
        }
        Optional<String> operatorClass = Optional.empty();
        if (!rest.isEmpty() && !startsWithAny(rest, "DESC", "ASC", "NULLS ", "WITH ")) {
            Deparsed sql = new Deparsed(rest);
            int end = sql.qualifiedNameEnd(0);
            int after = end;
            if (rest.startsWith(" (", end)) {
                after = sql.closing(end + 1) + 1;
            } else if (rest.startsWith("(", end)) {
                after = sql.closing(end) + 1;
            }
            operatorClass = Optional.of(
                    rest.substring(0, end) + rest.substring(end, after).strip());
            rest = rest.substring(after).strip();
        }
        Optional<Index.Order> order = Optional.empty();
        if (startsWithAny(rest, "DESC")) {
            order = Optional.of(Index.Order.DESC);
            rest = rest.substring("DESC".length()).strip();
        }
        Optional<Index.Nulls> nulls = Optional.empty();
        if (startsWithAny(rest, "NULLS FIRST", "NULLS LAST")) {
            nulls = Optional.of(rest.startsWith("NULLS FIRST") ? Index.Nulls.FIRST : Index.Nulls.LAST);
            rest = rest.substring(rest.startsWith("NULLS FIRST") ? "NULLS FIRST".length() : "NULLS LAST".length())
                    .strip();
        }
        return new Parsed(new Index.Key(target, collation, operatorClass, order, nulls), rest);
    }

    private QualifiedName collation(String text) {
        return QualifiedNames.parse(
                text, publicCollations.contains(Deparsed.unquote(text)) ? QualifiedName.DEFAULT_SCHEMA : "pg_catalog");
    }

    /** Words of PostgreSQL's in upper case; a name that looks like one stands between quotes. */
    private static boolean startsWithAny(String text, String... words) {
        return List.of(words).stream().anyMatch(text::startsWith);
    }
}
