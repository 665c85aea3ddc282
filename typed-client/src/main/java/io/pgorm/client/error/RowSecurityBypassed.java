package io.pgorm.client.error;

/** The login role does not obey the row level security that the schema declares. */
public final class RowSecurityBypassed extends PgOrmException {

    private static final long serialVersionUID = 1L;

    public RowSecurityBypassed(String message) {
        super(message, null);
    }
}
