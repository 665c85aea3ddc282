package io.pgorm.client.error;

/** A query has a hint, and the server has nobody who would heed it. */
public final class HintsUnavailable extends PgOrmException {

    private static final long serialVersionUID = 1L;

    public HintsUnavailable() {
        super(
                "PostgreSQL takes hints by the extension pg_hint_plan only, which is not loaded here or turned off:"
                        + " add it to session_preload_libraries or shared_preload_libraries and set"
                        + " pg_hint_plan.enable_hint to on, or leave out hint(...)",
                null);
    }
}
