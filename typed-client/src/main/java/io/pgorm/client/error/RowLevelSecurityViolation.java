package io.pgorm.client.error;

/** A new or changed row that a policy of row level security refuses (SQLSTATE 42501). */
public final class RowLevelSecurityViolation extends PgOrmException {

    private static final long serialVersionUID = 1L;

    RowLevelSecurityViolation(Failure failure) {
        super("a policy of row level security refuses the row", failure);
    }
}
