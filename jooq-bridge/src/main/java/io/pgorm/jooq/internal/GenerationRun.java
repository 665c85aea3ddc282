package io.pgorm.jooq.internal;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one run of jOOQ's generator needs to know and what it finds out. jOOQ makes its strategy and its generator by
 * their class names, so that they can be handed nothing: they look for the run of their thread.
 */
final class GenerationRun {

    private static final ThreadLocal<@Nullable GenerationRun> CURRENT = new ThreadLocal<>();

    private final Schema schema;
    private final JavaNames names;
    private final Map<QualifiedName, Map<String, String>> columnTypes = new HashMap<>();
    private final Map<QualifiedName, WrittenTable> written = new HashMap<>();
    private final SortedMap<QualifiedName, JooqTable> tables =
            new TreeMap<>(Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name));

    GenerationRun(Schema schema, JavaNames names) {
        this.schema = schema;
        this.names = names;
    }

    /** Does the work with this run as the current one of the thread. */
    void run(Work work) throws Exception {
        CURRENT.set(this);
        try {
            work.run();
        } finally {
            CURRENT.remove();
        }
    }

    static GenerationRun current() {
        return Objects.requireNonNull(CURRENT.get(), "jOOQ's generator runs outside of a run of ours");
    }

    Schema schema() {
        return schema;
    }

    JavaNames names() {
        return names;
    }

    /** A class that jOOQ has made for a table, and the constant in it that is the table. */
    record JooqTable(String className, String constant) {}

    void putTable(QualifiedName name, String className, String constant) {
        tables.put(name, new JooqTable(className, constant));
    }

    /** What jOOQ has made, by the tables' names. */
    SortedMap<QualifiedName, JooqTable> tables() {
        return Collections.unmodifiableSortedMap(tables);
    }

    void putColumnTypes(QualifiedName table, Map<String, String> javaTypeByColumn) {
        columnTypes.put(table, Map.copyOf(javaTypeByColumn));
    }

    void putWritten(Map<QualifiedName, WrittenTable> tables) {
        written.putAll(tables);
    }

    /** What the database says of a table that is written. */
    WrittenTable written(QualifiedName table) {
        return Objects.requireNonNull(written.get(table), () -> "the scratch database has no table " + table);
    }

    /** The Java class that jOOQ reads a column as, fully qualified. */
    String columnType(QualifiedName table, String column) {
        return Objects.requireNonNull(
                columnTypes.getOrDefault(table, Map.of()).get(column),
                () -> "jOOQ saw no column " + table + "." + column);
    }

    interface Work {
        void run() throws Exception;
    }
}
