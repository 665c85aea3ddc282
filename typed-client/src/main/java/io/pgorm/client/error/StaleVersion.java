package io.pgorm.client.error;

/** The row is not any more what it was when it was read: somebody has changed or deleted it since. */
public final class StaleVersion extends PgOrmException {

    private static final long serialVersionUID = 1L;

    private final String model;
    private final long version;

    public StaleVersion(String model, long version) {
        super(
                "the " + model + " is not there in version " + version
                        + " any more: it was changed or deleted since it was read. Read it again, decide again, write again",
                null);
        this.model = model;
        this.version = version;
    }

    /** The model of the row. */
    public String model() {
        return model;
    }

    /** The version that the row was to have. */
    public long version() {
        return version;
    }
}
