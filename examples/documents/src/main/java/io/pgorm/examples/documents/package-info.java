/** A search of documents: by words, by slips of the pen, by nearness, and by all of it at once. */
@NullMarked
package io.pgorm.examples.documents;

import org.jspecify.annotations.NullMarked;
