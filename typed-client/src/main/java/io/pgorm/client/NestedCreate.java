package io.pgorm.client;

/**
 * What a new row is given, which may lack what the row it is nested in gives: the foreign key between the two. Generated
 * for each model.
 *
 * @param <M> the record of the model
 */
public interface NestedCreate<M> {
    Assignments assignments();
}
