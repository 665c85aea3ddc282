package io.pgorm.client.error;

/** The application's own permissions do not allow the operation. Nothing was sent. */
public final class OperationForbidden extends PgOrmException {

    private static final long serialVersionUID = 1L;

    /**
     * @param operation what was to be done
     * @param model the model it was to be done to
     */
    public OperationForbidden(String operation, String model) {
        super("the permissions of this client do not allow to " + operation + " " + model, null);
    }
}
