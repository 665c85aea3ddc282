package io.pgorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

    @Test
    void itSaysWhatItFoundAndExitsAccordingly() throws Exception {
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast());
                ScratchDatabase database = server.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String role = "doctor_" + database.name();
            statement.execute("""
                    CREATE ROLE %1$s;
                    CREATE TABLE notes (id int PRIMARY KEY, owner bigint);
                    ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
                    CREATE POLICY own ON notes USING (owner = (SELECT current_setting('pgorm.uid', true)::bigint));
                    GRANT SELECT ON notes TO %1$s;
                    """.formatted(role));
            String url = database.jdbcUrl() + "?user=" + database.user() + "&password=" + database.password();
            try {
                Run sick = Run.of("doctor", "--url", url, "--role", role, "--set", "pgorm.uid=1");
                assertThat(sick.exit()).as(sick.err()).isEqualTo(3);
                assertThat(sick.out()).contains("SLOW notes.owner: a policy looks at it, and no index begins with it");
                statement.execute("CREATE INDEX ON notes (owner)");
                Run well = Run.of("doctor", "--url", url, "--role", role, "--set", "pgorm.uid=1");
                assertThat(well.exit()).as(well.out() + well.err()).isZero();
                assertThat(well.out()).contains("nothing to do for the role " + role);
                assertThat(Run.of("doctor", "--url", url, "--role", "nobody_there")
                                .err())
                        .contains("there is no role nobody_there");
            } finally {
                statement.execute("DROP OWNED BY " + role);
                statement.execute("DROP ROLE " + role);
            }
        }
    }
}
