package io.pgorm.client.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call whose SQL is rendered at its first use and never again. Safe for use by several threads; a race renders it
 * twice, to equal ends.
 *
 * @param <R> what it gives
 */
public final class PreparedCall<R> {

    private final Supplier<Call<R>> render;
    private volatile @Nullable Call<R> rendered;

    public PreparedCall(Supplier<Call<R>> render) {
        this.render = render;
    }

    public Call<R> call() {
        Call<R> known = rendered;
        if (known == null) {
            known = render.get();
            rendered = known;
        }
        return known;
    }
}
