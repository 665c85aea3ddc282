package io.pgorm.client.internal;

import io.pgorm.client.Key;
import io.pgorm.client.Shape;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads shapes as JSON that PostgreSQL makes: one statement, however many relations there are. */
public final class JsonReading {

    private static final String ROWS = "_r";

    private JsonReading() {}

    /** All rows in one array. */
    public static Call<byte[]> rows(Shape<?> shape, Rows rows) {
        Layout checked = Reading.layout(shape, rows);
        Select<?> chosen = new RowSource.Root(shape.definition().json(), rows, List.of()).rows();
        Field<JSON> array = JsonCompiler.array(chosen.asTable(ROWS), ROWS);
        Rendered rendered = Rendering.render(DSL.select(array));
        String hint = rows.hint();
        Rendered statement = hint == null ? rendered : rendered.hinted(hint);
        Call<byte[]> call = scoped(rows.lock(), statement, found -> {
            found.next();
            return found.getBytes(1);
        });
        return LocalSettings.of(checked, rows).around(call);
    }

    /** The row with the key; empty where there is none. Rendered once for each shape, key and lock. */
    public static Call<Optional<byte[]>> byKey(Shape<?> shape, Key<?> key, @Nullable Lock lock) {
        return shape.definition().jsonByKey(key, lock, () -> {
            Layout checked = shape.definition().layout();
            checked.requireTable(key.model().table());
            Rows rows = Rows.of(key.model(), Slots.conditions(key.fields())).lock(lock);
            Rendered statement =
                    Rendering.render(new RowSource.Root(shape.definition().json(), rows, List.of()).rows());
            Call<Optional<byte[]>> call =
                    scoped(lock, statement, found -> found.next() ? Optional.of(found.getBytes(1)) : Optional.empty());
            return LocalSettings.of(checked, rows).around(call);
        });
    }

    /** What came, as text. */
    public static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static <R> Call<R> scoped(@Nullable Lock lock, Rendered statement, Found<R> reader) {
        Channel.Scope scope = lock == null ? Channel.Scope.STATEMENT : Channel.Scope.LOCKING;
        return new Call<>(
                scope,
                List.of(statement),
                outcomes -> reader.read(outcomes.get(0).requireRows()));
    }

    @FunctionalInterface
    private interface Found<R> {
        R read(ResultSet rows) throws java.sql.SQLException;
    }
}
