package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.apply.MigrationException.Kind;
import java.time.Duration;

/** Waiting that can be interrupted. */
final class Pause {

    private Pause() {}

    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException(Kind.FAILED, "interrupted while waiting", e);
        }
    }
}
