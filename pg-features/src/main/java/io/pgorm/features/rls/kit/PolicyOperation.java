package io.pgorm.features.rls.kit;

import java.util.Locale;

/** What can be done to a row, as far as policies tell it apart. */
public enum PolicyOperation {
    SELECT,
    /** Puts the same row in again, after it was taken away. */
    INSERT,
    /** Sets a column to what it is; the new row has to pass the check. */
    UPDATE,
    DELETE,
    /** INSERT ... RETURNING, which needs the right to see the row as well. */
    RETURNING,
    /** INSERT ... ON CONFLICT DO UPDATE of the row that is there. */
    UPSERT,
    /** SELECT ... FOR UPDATE, which needs the right to change the row as well. */
    FOR_UPDATE;

    /** As a reader would say it: {@code for update}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
