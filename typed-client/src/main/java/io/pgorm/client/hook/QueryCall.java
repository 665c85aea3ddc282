package io.pgorm.client.hook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A call on its way to the database: the statements of one round trip. It holds no value. Immutable, but for the notes
 * that a hook keeps between {@code before} and {@code after}; for one thread at a time.
 */
public final class QueryCall {

    private final List<String> statements;
    private final Set<String> tables;
    private final boolean writing;
    private final Optional<String> role;
    private final boolean inTransaction;
    private final int parametersHash;
    private final long start;
    private final Map<Object, Object> notes;

    /**
     * @param parametersHash tells calls with other values apart, for the most part
     */
    public QueryCall(
            List<String> statements,
            Set<String> tables,
            boolean writing,
            Optional<String> role,
            boolean inTransaction,
            int parametersHash) {
        this(
                statements,
                tables,
                writing,
                role,
                inTransaction,
                parametersHash,
                System.nanoTime(),
                new ConcurrentHashMap<>());
    }

    private QueryCall(
            List<String> statements,
            Set<String> tables,
            boolean writing,
            Optional<String> role,
            boolean inTransaction,
            int parametersHash,
            long start,
            Map<Object, Object> notes) {
        this.statements = List.copyOf(statements);
        this.tables = Set.copyOf(tables);
        this.writing = writing;
        this.role = role;
        this.inTransaction = inTransaction;
        this.parametersHash = parametersHash;
        this.start = start;
        this.notes = notes;
    }

    /** The texts, with {@code ?} for each value. */
    public List<String> statements() {
        return statements;
    }

    /** The first word of the first statement behind comments, in capitals: SELECT, INSERT, WITH. */
    public String operation() {
        String text = statements.isEmpty() ? "" : statements.get(0).stripLeading();
        while (text.startsWith("/*") && text.contains("*/")) {
            text = text.substring(text.indexOf("*/") + 2).stripLeading();
        }
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).toUpperCase(java.util.Locale.ROOT);
    }

    /** The tables of models that are read or written. */
    public Set<String> tables() {
        return tables;
    }

    /** Whether a statement writes. */
    public boolean isWriting() {
        return writing;
    }

    /** The role that the session has taken on. */
    public Optional<String> role() {
        return role;
    }

    /** Whether it is part of a transaction that goes on after it. */
    public boolean isInTransaction() {
        return inTransaction;
    }

    /** Equal for calls with the same values. Of no use beyond this process. */
    public int parametersHash() {
        return parametersHash;
    }

    /** How long ago it began. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Keeps something for {@code after} or {@code onError}, under a key of the hook's own. */
    public void note(Object key, Object value) {
        notes.put(key, value);
    }

    /** What was kept. */
    public @Nullable Object note(Object key) {
        return notes.get(key);
    }

    /**
     * Other texts in place of these.
     *
     * @param texts as many as there were, each with the same parameters in the same order
     */
    public QueryCall withStatements(List<String> texts) {
        if (texts.size() != statements.size()) {
            throw new IllegalArgumentException("there are " + statements.size() + " statements, and not " + texts.size()
                    + " to put in their place");
        }
        return new QueryCall(texts, tables, writing, role, inTransaction, parametersHash, start, notes);
    }
}
