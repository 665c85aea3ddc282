package io.pgorm.client;

/**
 * What a new row is given. Generated for each model, with every required field enforced by the types; what is left out
 * gets the default of the database.
 *
 * @param <M> the record of the model
 */
public interface Create<M> extends NestedCreate<M> {
    @Override
    Assignments assignments();
}
