package io.pgorm.client.error;

/**
 * The row has another version than the one that the change was made from: somebody else changed or deleted it meanwhile.
 * Read it again, and decide.
 */
public final class StaleVersion extends PgOrmException {

    private static final long serialVersionUID = 1L;

    /**
     * @param model the model of the row
     * @param field the field that holds the version
     */
    public StaleVersion(String model, String field) {
        super(
                model + ": somebody else changed or deleted the row since it was read (its " + field
                        + " is another); read it again and decide",
                null);
    }
}
