package io.pgorm.migrations.apply;

/**
 * Hears what happens while migrations are applied or rolled back. It is called by the thread that applies, and while a
 * long statement runs by one that watches; never by both at once. What it throws ends the run as a crash would.
 */
@FunctionalInterface
public interface MigrationListener {

    void on(MigrationEvent event);

    /** Hears nothing. */
    static MigrationListener none() {
        return event -> {};
    }
}
