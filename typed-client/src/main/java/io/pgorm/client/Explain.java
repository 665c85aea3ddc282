package io.pgorm.client;

/** What EXPLAIN is to tell beside the plan. */
public enum Explain {
    /** Runs the query, and tells what each step took. */
    ANALYZE,
    /** How many blocks were touched. */
    BUFFERS,
    /** Names the columns that each step gives. */
    VERBOSE,
    /** Names the settings of the planner that are not the default. */
    SETTINGS
}
