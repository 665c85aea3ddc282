package com.example.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.library.db.BookCreate;
import com.example.library.db.Db;
import com.example.library.db.tables.Books;
import com.example.types.Cents;
import com.example.types.Isbn;
import io.pgorm.client.ConnectionOptions;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryTest {

    private static final Isbn DUNE = new Isbn("978-0-441-01359-3");

    @Test
    void typesOfOursGoInAndComeBackAndTheWriteIsAudited() throws Exception {
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast());
                ScratchDatabase database = server.create()) {
            try (var connection = database.connect();
                    var statement = connection.createStatement();
                    var ddl = LibraryTest.class.getResourceAsStream("/schema.sql")) {
                statement.execute(new String(ddl.readAllBytes(), StandardCharsets.UTF_8));
            }
            var options = ConnectionOptions.of(database.jdbcUrl(), database.user(), database.password());
            try (Db db = Db.open(options)) {
                db.books().create(BookCreate.isbn(DUNE).title("Dune").price(new Cents(999)).buyingFor(new Cents(500)));

                assertEquals("Dune", db.books().findByIsbn(DUNE).orElseThrow().title());
                assertEquals(
                        1, db.books().where(Books.BOOKS.PRICE.lt(new Cents(1000))).count());
                assertEquals(1, db.books().where(Books.BOOKS.PRICE.under(10)).count());
                List<String> log = db.sql().fetch("SELECT after::text FROM audit_log WHERE label = 'book'")
                        .getValues(0, String.class);
                assertEquals(1, log.size());
                assertTrue(log.getFirst().contains("\"price\": 999"), log.toString());
                assertFalse(log.getFirst().contains("buying_for"), log.toString());
            }
        }
    }
}
