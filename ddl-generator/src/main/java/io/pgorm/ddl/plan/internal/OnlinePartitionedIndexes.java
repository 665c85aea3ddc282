package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;

/** tmp */
final class OnlinePartitionedIndexes {
    private OnlinePartitionedIndexes() {}

    static void create(Action action, QualifiedName table, Index index, OnlineDraft draft) {}
}
