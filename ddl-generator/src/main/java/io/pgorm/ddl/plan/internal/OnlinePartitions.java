package io.pgorm.ddl.plan.internal;

/** tmp */
final class OnlinePartitions {
    private OnlinePartitions() {}

    static void rewrite(OnlineDraft draft) {}
}
