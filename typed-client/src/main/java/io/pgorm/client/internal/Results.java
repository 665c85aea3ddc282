package io.pgorm.client.internal;

import io.pgorm.client.ModelTable;
import io.pgorm.client.Operation;
import io.pgorm.client.cache.ResultCache;
import io.pgorm.client.internal.Channel.ResultReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jooq.ForeignKey;

/**
 * Results that are kept. Each table has a number that grows with every write; a result is good while the numbers of its
 * tables are those from before it was read. So a write that ends while the rows are on their way makes their result bad
 * too. Safe for use by several threads.
 */
final class Results {

    /** In place of tables that have no model: views, tables between two models, whatever raw SQL names. */
    private static final String OTHERS = "";

    private final Optional<ResultCache> cache;
    private final Set<String> models = new HashSet<>();
    /** A row that goes or gets another key may take others along. */
    private final Map<String, Set<String>> referencing = new HashMap<>();

    private final Map<String, AtomicLong> numbers = new ConcurrentHashMap<>();
    private final AtomicLong everything = new AtomicLong();
    /** Whether nobody tells what others write, although somebody should. */
    private volatile boolean suspended;

    Results(Optional<ResultCache> cache, List<? extends ModelTable<?>> tables) {
        this.cache = cache;
        for (ModelTable<?> table : tables) {
            String name = table.model().table().getName();
            models.add(name);
            for (ForeignKey<?, ?> key : table.model().table().getReferences()) {
                referencing
                        .computeIfAbsent(key.getKey().getTable().getName(), target -> new HashSet<>())
                        .add(name);
            }
        }
    }

    boolean isIdle() {
        return cache.isEmpty();
    }

    private record Key(List<String> sql, List<Object> values, Identity identity, Object reader) {}

    private record Kept(Object result, Map<String, Long> numbers, long everything) {}

    /** The result that is kept, or the one that is read. */
    @SuppressWarnings("unchecked") // a key holds the reader, which makes results of one type
    <R> R read(
            Duration time,
            Identity identity,
            List<Rendered> statements,
            Object[] arguments,
            ResultReader<R> reader,
            Facts facts,
            Supplier<R> read) {
        if (suspended) {
            return read.get();
        }
        ResultCache kept = cache.orElseThrow();
        Key key = new Key(
                statements.stream().map(Rendered::sql).toList(),
                Arrays.asList(comparable(Watch.values(statements, arguments))),
                identity,
                reader);
        if (kept.get(key).orElse(null) instanceof Kept found && isGood(found)) {
            return (R) found.result();
        }
        Map<String, Long> before = new HashMap<>();
        facts.tables()
                .keySet()
                .forEach(table -> before.put(place(table), number(place(table)).get()));
        long all = everything.get();
        R result = read.get();
        Kept now = new Kept(result, before, all);
        if (!suspended && isGood(now)) {
            kept.put(key, now, time);
        }
        return result;
    }

    private boolean isGood(Kept kept) {
        return kept.everything == everything.get()
                && kept.numbers.entrySet().stream()
                        .allMatch(entry -> number(entry.getKey()).get() == entry.getValue());
    }

    private String place(String table) {
        return models.contains(table) ? table : OTHERS;
    }

    private AtomicLong number(String place) {
        return numbers.computeIfAbsent(place, name -> new AtomicLong());
    }

    /** Arrays are compared by what is in them. */
    private static Object[] comparable(Object[] values) {
        Object[] comparable = values.clone();
        for (int i = 0; i < comparable.length; i++) {
            if (comparable[i] instanceof Object[] array) {
                comparable[i] = Arrays.asList(comparable(array));
            } else if (comparable[i] instanceof byte[] bytes) {
                comparable[i] = java.nio.ByteBuffer.wrap(bytes.clone());
            }
        }
        return comparable;
    }

    /** Tables were written, and it is committed, or may be. */
    void written(Facts facts) {
        if (isIdle()) {
            return;
        }
        Set<String> changed = new HashSet<>();
        facts.tables().forEach((table, operations) -> {
            if (operations.contains(Operation.UPDATE) || operations.contains(Operation.DELETE)) {
                withReferencing(table, changed);
            } else if (operations.contains(Operation.CREATE)) {
                changed.add(table);
            }
        });
        if (!changed.isEmpty()) {
            changed.forEach(table -> number(place(table)).incrementAndGet());
            number(OTHERS).incrementAndGet();
        }
    }

    private void withReferencing(String table, Set<String> changed) {
        if (changed.add(table)) {
            referencing.getOrDefault(table, Set.of()).forEach(other -> withReferencing(other, changed));
        }
    }

    boolean isModel(String table) {
        return models.contains(table);
    }

    /** Keeps and gives nothing until {@link #resume}. */
    void suspend() {
        suspended = true;
    }

    /** What was read until now may be old. */
    void resume() {
        clear();
        suspended = false;
    }

    /** Nobody knows what was written. */
    void clear() {
        everything.incrementAndGet();
        cache.ifPresent(ResultCache::clear);
    }
}
