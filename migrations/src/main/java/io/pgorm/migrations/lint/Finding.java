package io.pgorm.migrations.lint;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import java.util.Optional;

/**
 * What a rule found. Immutable.
 *
 * @param file as it was named to the linter
 * @param line of the statement's first word, from 1
 * @param object what the statement is about: {@code column users.email}
 * @param lock the strongest lock of the statement on what was there before
 */
public record Finding(String file, int line, Rule rule, String object, Lock lock) {

    /** What is at stake; none where it is advice. */
    public Optional<Hazard> hazard() {
        return rule.hazard();
    }

    /** One line for people: {@code V1__a.sql:3: ban-drop-column: column users.email (DELETES_DATA, lock ...)}. */
    public String summary() {
        String stake = hazard().map(Hazard::name).orElse("advice");
        String locked = lock == Lock.NONE ? "" : ", lock " + lock;
        return file + ":" + line + ": " + rule.code() + ": " + object + " (" + stake + locked + ")";
    }

    /** {@link #summary} with why it hurts and what to do instead, each in a line. */
    public String print() {
        return summary() + "\n    " + rule.why() + "\n    instead: " + rule.cure() + "\n";
    }
}
