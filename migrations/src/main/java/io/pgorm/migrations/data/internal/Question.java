package io.pgorm.migrations.data.internal;

import io.pgorm.ddl.plan.Hazard;

/**
 * A question about rows.
 *
 * @param sql a query with one number as its answer
 * @param harmful whether any row at all is bad news
 * @param major the version from which on the server can answer it
 * @param sentence what is counted: {@code rows with NULL in t.c}
 */
public record Question(Hazard hazard, String sql, boolean harmful, int major, String sentence) {

    static Question harmful(Hazard hazard, String sql, String sentence) {
        return new Question(hazard, sql, true, 0, sentence);
    }

    static Question size(Hazard hazard, String sql, String sentence) {
        return new Question(hazard, sql, false, 0, sentence);
    }

    Question from(int newMajor) {
        return new Question(hazard, sql, harmful, newMajor, sentence);
    }
}
