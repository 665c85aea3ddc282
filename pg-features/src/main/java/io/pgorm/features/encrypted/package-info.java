/**
 * Columns that the client encrypts and decrypts, so that neither key nor text ever reaches the server: {@code @encrypted}.
 */
@NullMarked
package io.pgorm.features.encrypted;

import org.jspecify.annotations.NullMarked;
