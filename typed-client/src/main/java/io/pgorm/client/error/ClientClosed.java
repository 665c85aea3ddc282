package io.pgorm.client.error;

/** The client was closed before. Nothing was sent. */
public final class ClientClosed extends PgOrmException {

    private static final long serialVersionUID = 1L;

    public ClientClosed() {
        super(
                "db was closed; open it once for the application and close it when the application ends, not around"
                        + " each use",
                null);
    }
}
