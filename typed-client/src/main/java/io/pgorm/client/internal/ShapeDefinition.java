package io.pgorm.client.internal;

import io.pgorm.client.Constructor;
import io.pgorm.client.Key;
import io.pgorm.client.RowPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a shape and what they become; compiled to a {@link Layout} at first use. Thread-safe.
 *
 * @param <R> what is made of a row
 */
public final class ShapeDefinition<R> {

    private static final int MOST_WRITES = 1000;

    private final @Nullable Constructor constructor;
    private final List<SelectField<?>> parts;
    private final Function<@Nullable Object[], R> assembler;
    private final boolean row;
    private final Map<Object, Call<?>> byKey = new ConcurrentHashMap<>();
    private final Map<WritePlan.Id, WritePlan> writes = new ConcurrentHashMap<>();
    private final Map<Object, Call<Optional<byte[]>>> jsonByKey = new ConcurrentHashMap<>();
    private volatile @Nullable Layout layout;
    private volatile @Nullable Layout json;

    public ShapeDefinition(
            @Nullable Constructor constructor, List<SelectField<?>> parts, Function<@Nullable Object[], R> assembler) {
        this(constructor, parts, assembler, false);
    }

    private ShapeDefinition(
            @Nullable Constructor constructor,
            List<SelectField<?>> parts,
            Function<@Nullable Object[], R> assembler,
            boolean row) {
        this.constructor = constructor;
        this.parts = List.copyOf(parts);
        this.assembler = assembler;
        this.row = row;
    }

    /** The shape of a whole record. */
    @SuppressWarnings({"unchecked", "NullAway"}) // its one part gives the record
    public static <M> ShapeDefinition<M> ofRow(RowPart<M> row) {
        return new ShapeDefinition<>(null, List.of(row), values -> (M) values[0], true);
    }

    /** Whether it is the whole record of a model, and nothing else. */
    boolean isRow() {
        return row;
    }

    public List<SelectField<?>> parts() {
        return parts;
    }

    /** Null for a whole record. */
    @Nullable
    Constructor constructor() {
        return constructor;
    }

    public R assemble(@Nullable Object[] values) {
        return assembler.apply(values);
    }

    /** What reads the row of a key; there are as many keys as the schema has, so that all are kept. */
    @SuppressWarnings("unchecked") // only calls of this shape are kept
    Call<Optional<R>> byKey(Key<?> key, @Nullable Lock lock, Supplier<Call<Optional<R>>> make) {
        Object asked = lock == null ? key : Map.entry(key, lock);
        Call<?> known = byKey.get(asked);
        return (Call<Optional<R>>) (known == null ? byKey.computeIfAbsent(asked, unused -> make.get()) : known);
    }

    /** The same, as JSON. */
    Call<Optional<byte[]>> jsonByKey(Key<?> key, @Nullable Lock lock, Supplier<Call<Optional<byte[]>>> make) {
        Object asked = lock == null ? key : Map.entry(key, lock);
        Call<Optional<byte[]>> known = jsonByKey.get(asked);
        return known == null ? jsonByKey.computeIfAbsent(asked, unused -> make.get()) : known;
    }

    /** How a write that returns this shape is done; kept as long as there are not so many that they are made up. */
    WritePlan write(WritePlan.Id id, Supplier<WritePlan> make) {
        WritePlan known = writes.get(id);
        if (known == null) {
            known = make.get();
            if (writes.size() < MOST_WRITES) {
                writes.put(id, known);
            }
        }
        return known;
    }

    /** Compiled once; a race compiles it twice, to equal ends. */
    public Layout layout() {
        Layout compiled = layout;
        if (compiled == null) {
            if (constructor != null) {
                ConstructorCheck.check(constructor, parts);
            }
            compiled = LayoutCompiler.compile(this);
            layout = compiled;
        }
        return compiled;
    }

    /** The one column of JSON, and what is joined for it; compiled once, as {@link #layout()}. */
    Layout json() {
        Layout compiled = json;
        if (compiled == null) {
            compiled = JsonCompiler.compile(this);
            json = compiled;
        }
        return compiled;
    }
}
