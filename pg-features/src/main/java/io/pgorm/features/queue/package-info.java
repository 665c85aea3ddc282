/**
 * A work queue in a table: each job is taken by one worker at a time, in a transaction that deletes it when it is done. A
 * worker that dies leaves the job as it was.
 */
@NullMarked
package io.pgorm.features.queue;

import org.jspecify.annotations.NullMarked;
