package io.pgorm.ir.spi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a database that is in use, and says what could be better: {@code pgorm doctor}. Found by {@link
 * java.util.ServiceLoader}.
 */
public interface Advisor {

    /** Its name, in lower case: what it looks at. */
    String name();

    /**
     * What it found, the worst first. It changes nothing that lasts, and leaves the connection as it was.
     *
     * @param connection of a role that may see everything, in autocommit mode
     * @throws SQLException if the server refuses or cannot be reached
     */
    List<Advice> advise(Connection connection, Question question) throws SQLException;

    /**
     * What is asked.
     *
     * @param role that the application logs in as, or takes on
     * @param settings those of an identity: {@code pgorm.uid} and its value
     * @param queries of the application, to be explained under the role
     */
    record Question(String role, List<Setting> settings, List<String> queries) {
        public Question {
            settings = List.copyOf(settings);
            queries = List.copyOf(queries);
        }
    }

    /** A setting of the session, whose value is bound and not shown. */
    record Setting(String name, String value) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** How bad it is. */
    enum Weight {
        /** Rows may be seen or lost that must not be. */
        DANGER,
        /** Slower than it need be. */
        SLOW,
        /** Good to know. */
        NOTE
    }

    /**
     * One finding.
     *
     * @param subject what it is about: a table, a policy, an index
     * @param finding what is so
     * @param cure what to do
     * @param evidence what PostgreSQL said, where it was asked
     */
    record Advice(Weight weight, String subject, String finding, String cure, Optional<String> evidence) {
        @Override
        public String toString() {
            return weight + " " + subject + ": " + finding + "\n  " + cure
                    + evidence.map(text -> "\n  | " + text.strip().replace("\n", "\n  | "))
                            .orElse("");
        }
    }
}
