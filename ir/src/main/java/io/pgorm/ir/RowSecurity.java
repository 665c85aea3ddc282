package io.pgorm.ir;

/** Whether row level security is on for a table, and whether for its owner too. */
public enum RowSecurity {
    DISABLED,
    ENABLED,
    /** Enabled, and forced on the owner. */
    FORCED
}
