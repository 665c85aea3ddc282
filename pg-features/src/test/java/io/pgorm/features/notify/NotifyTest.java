package io.pgorm.features.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.features.LoadedSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class NotifyTest {

    private static final String SCHEMA = """
            model Order {
              id    Int   @id
              note  Text

              @@notify("Orders, all")
              @@notify(notes, on: [insert, update], payload: "nullif(NEW.{note}, 'quiet')")
            }
            """;

    @Test
    void aMessageNamesWhatHappenedToWhichRow() throws SQLException {
        try (LoadedSchema database = new LoadedSchema(SCHEMA);
                Connection listener = listen(database, "\"Orders, all\"")) {
            database.execute("INSERT INTO orders VALUES (7, 'x')");
            database.execute("UPDATE orders SET note = 'y'");
            database.execute("DELETE FROM orders");

            assertThat(messages(listener)).containsExactly(message("insert"), message("update"), message("delete"));
        }
    }

    private static String message(String operation) {
        return "{\"operation\" : \"" + operation + "\", \"table\" : \"orders\", \"key\" : {\"id\" : 7}}";
    }

    @Test
    void aPayloadOfNullSendsNothingAndOneTooLongSendsTheKey() throws SQLException {
        try (LoadedSchema database = new LoadedSchema(SCHEMA);
                Connection listener = listen(database, "notes")) {
            database.execute("INSERT INTO orders VALUES (1, 'quiet'), (2, repeat('x', 7999)), (3, repeat('ü', 4000))");

            List<String> messages = messages(listener);
            assertThat(messages).hasSize(2);
            assertThat(messages.getFirst()).isEqualTo("x".repeat(7999));
            assertThat(messages.getLast())
                    .isEqualTo("{\"operation\" : \"insert\", \"table\" : \"orders\", \"key\" : {\"id\" : 3}}");
        }
    }

    private static Connection listen(LoadedSchema database, String channel) throws SQLException {
        Connection listener = database.connect();
        try (Statement statement = listener.createStatement()) {
            statement.execute("LISTEN " + channel);
        }
        return listener;
    }

    private static List<String> messages(Connection listener) throws SQLException {
        PGNotification[] notifications = listener.unwrap(PGConnection.class).getNotifications(5000);
        return Arrays.stream(notifications).map(PGNotification::getParameter).toList();
    }
}
