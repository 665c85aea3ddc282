package io.pgorm.client;

/**
 * What an {@link UntypedBinding} is too if its values may travel in PostgreSQL's binary format where many rows are written
 * by COPY. Stateless.
 *
 * @param <T> the Java type
 */
public interface BinaryBinding<T> {

    /** What the {@code recv} function of the type reads. It never sees a null. */
    byte[] toBinary(T value);
}
