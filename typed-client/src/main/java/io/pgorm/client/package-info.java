/**
 * What an application calls: queries, shapes, writes, transactions. The classes that the schema is generated into
 * extend and use these.
 */
@NullMarked
package io.pgorm.client;

import org.jspecify.annotations.NullMarked;
