package io.pgorm.client;

/**
 * A binding of values that the server keeps and cannot read, encrypted ones: JSON that PostgreSQL makes ({@link JsonRows}) refuses
 * their columns.
 */
public interface ClientOnly {}
