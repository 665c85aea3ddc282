package io.pgorm.client.error;

/** A row that a write was to connect with is not there, or the caller may not see it; nothing was written. */
public final class RelatedRowMissing extends PgOrmException {

    private static final long serialVersionUID = 1L;

    private final String model;

    /** @param model of the row that is not there */
    public RelatedRowMissing(String model) {
        super(
                "there is no such " + model + " to connect with, or the caller may not see it; nothing was written."
                        + " connectOrCreate makes the row where it is missing",
                null);
        this.model = model;
    }

    /** The model of the row that is not there. */
    public String model() {
        return model;
    }
}
