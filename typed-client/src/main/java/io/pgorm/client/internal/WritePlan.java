package io.pgorm.client.internal;

import io.pgorm.client.internal.Channel.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a write, rendered once: their values come with each call.
 *
 * @param statements the write, and the reading of what it wrote
 * @param counted which statement tells how many rows were written; -1 where the rows that are read tell it
 * @param rows which statement is the first to give rows of the shape
 */
record WritePlan(Scope scope, List<Rendered> statements, int counted, int rows) {

    WritePlan {
        statements = List.copyOf(statements);
    }

    /**
     * What a plan is kept by.
     *
     * @param kind what is written, and by which key or target
     * @param values the columns that each call gives values for
     */
    record Id(Object kind, Columns values, @Nullable Columns changes) {}
}
