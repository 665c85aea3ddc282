package io.pgorm.client;

/**
 * What changes in a row: at least one field. Generated for each model.
 *
 * @param <M> the record of the model
 */
public interface Update<M> {
    Assignments assignments();
}
