package io.pgorm.client;

/**
 * A generated table that has a model.
 *
 * @param <M> the record of the model
 */
public interface ModelTable<M> {

    /** What is known of the model, over this instance of the table (which may be an alias). */
    ModelType<M> model();

    /** The whole record, as a part of a shape or a field of any jOOQ query. */
    default RowPart<M> row() {
        return model().row();
    }
}
