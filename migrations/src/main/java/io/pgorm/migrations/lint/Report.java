package io.pgorm.migrations.lint;

import io.pgorm.ddl.plan.Lock;

/** Takes what the rules find about the statement that is looked at. */
@FunctionalInterface
interface Report {

    void found(Rule rule, String object, Lock lock);

    /** With the lock under which nobody reads. */
    default void strong(Rule rule, String object) {
        found(rule, object, Lock.ACCESS_EXCLUSIVE);
    }
}
