package io.pgorm.examples.notes;

import io.pgorm.client.ClientOptions;
import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Page;
import io.pgorm.client.RowSecurityCheck;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import io.pgorm.examples.notes.NoteService.NoteCard;
import io.pgorm.examples.notes.db.Audience;
import io.pgorm.examples.notes.db.Db;
import io.pgorm.examples.notes.db.MemberCreate;
import io.pgorm.examples.notes.db.Note;
import io.pgorm.examples.notes.db.TenantCreate;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes a database, lets members of two tenants work in it, and prints what each of them gets. */
public final class Notes {

    private final PrintStream out;
    private final AtomicInteger roundTrips = new AtomicInteger();

    private Notes(PrintStream out) {
        this.out = out;
    }

    /** Runs on the embedded PostgreSQL, or in Docker if the argument is {@code docker}. */
    public static void main(String[] arguments) throws Exception {
        boolean docker = List.of(arguments).contains("docker");
        run(docker ? ScratchProvider.DOCKER : ScratchProvider.EMBEDDED, System.out);
    }

    static void run(ScratchProvider provider, PrintStream out) throws SQLException, IOException {
        try (ScratchServer server =
                        ScratchServer.start(ScratchOptions.standard().withProvider(provider));
                ScratchDatabase database = server.create()) {
            execute(database, "/schema.sql");
            execute(database, "/login.sql");
            seed(database);
            Notes notes = new Notes(out);
            ConnectionOptions options = ConnectionOptions.of(database.jdbcUrl(), "notes_app", "for this example only")
                    .withRoles("notes_reader")
                    .withStatementListener(sql -> notes.roundTrips.incrementAndGet());
            try (Db db = Db.open(options)) {
                notes.tell(db);
            }
        }
    }

    /** Tenants and members are made by whoever sells the service, not by the service. */
    static void seed(ScratchDatabase database) {
        ConnectionOptions administrator = ConnectionOptions.of(database.jdbcUrl(), database.user(), database.password())
                .withClient(ClientOptions.defaults().withRowSecurityCheck(RowSecurityCheck.OFF));
        try (Db db = Db.open(administrator)) {
            db.tenants()
                    .create(TenantCreate.name("Acme")
                            .members(MemberCreate.name("Ann"), MemberCreate.name("Bo"), MemberCreate.name("Cy")));
            db.tenants().create(TenantCreate.name("Zenith").members(MemberCreate.name("Zoe")));
        }
    }

    private void tell(Db db) {
        NoteService ann = NoteService.forMember(db, 1, 1);
        NoteService bo = NoteService.forMember(db, 1, 2);
        NoteService cy = NoteService.forReader(db, 1, 3);
        NoteService zoe = NoteService.forMember(db, 2, 4);

        step("Ann and Bo of Acme, and Zoe of Zenith, write notes; the database says whose they are");
        Note diary = ann.write("Diary", Audience.AUTHOR, "private");
        Note roadmap = ann.write("Roadmap", Audience.TEAM, "plan", "2027");
        bo.write("Lunch", Audience.TEAM, "food");
        zoe.write("Zenith only", Audience.TEAM);
        say(roadmap);

        step("each sees what the policies let through: one call, one round trip, with authors and tags");
        show("Ann", ann);
        show("Bo", bo);
        show("Cy", cy);
        show("Zoe", zoe);

        step("what is not one's own");
        say("Zoe finds Ann's roadmap: " + zoe.find(roadmap.id()));
        say("Bo finds Ann's diary: " + bo.find(diary.id()));
        say("Bo renames Ann's roadmap, which he may read: " + bo.rename(roadmap.id(), "Bo's roadmap"));
        say("Zoe deletes Ann's roadmap: " + zoe.delete(roadmap.id()));
        refused("Bo writes in Ann's name", () -> bo.writeAs(1, "I resign"));
        refused("Zoe writes in Ann's name", () -> zoe.writeAs(1, "I resign"));
        refused("Zoe shares Ann's diary with herself", () -> zoe.share(diary.id(), 4));
        refused("Ann shares her diary with Zoe of the other tenant", () -> ann.share(diary.id(), 4));
        refused("Cy, who only reads, writes", () -> cy.write("Hello", Audience.TEAM));

        step("Ann shares her diary with Bo, and with nobody else");
        ann.share(diary.id(), 2);
        show("Bo", bo);
        show("Cy", cy);

        step("pages begin where the last one ended");
        for (int i = 1; i <= 4; i++) {
            bo.write("Bo's note " + i, Audience.AUTHOR);
        }
        Page<NoteCard> first = bo.page(null);
        Page<NoteCard> second = bo.page(first.next().orElseThrow());
        Page<NoteCard> third = bo.page(second.next().orElseThrow());
        say(titles(first) + " " + titles(second) + " " + titles(third) + ", and then: " + third.next());
    }

    private void show(String who, NoteService service) {
        roundTrips.set(0);
        List<NoteCard> cards = service.page(null).rows();
        say(who + " sees " + cards.size() + ", round trips: " + roundTrips);
        cards.forEach(card -> say("   " + card));
    }

    private static List<String> titles(Page<NoteCard> page) {
        return page.rows().stream().map(NoteCard::title).toList();
    }

    private void refused(String what, Runnable attempt) {
        try {
            attempt.run();
            throw new IllegalStateException(what + ": nobody refused");
        } catch (PgOrmException e) {
            say(what + ":");
            say("   " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private void step(String what) {
        out.println("-- " + what);
    }

    private void say(Object what) {
        out.println("   " + what);
    }

    static void execute(ScratchDatabase database, String resource) throws SQLException, IOException {
        try (InputStream in = Objects.requireNonNull(Notes.class.getResourceAsStream(resource), resource);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
