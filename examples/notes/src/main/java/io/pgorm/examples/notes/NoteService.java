package io.pgorm.examples.notes;

import static io.pgorm.examples.notes.db.Tables.MEMBERS;
import static io.pgorm.examples.notes.db.Tables.NOTES;
import static io.pgorm.examples.notes.db.Tables.TAGS;

import io.pgorm.client.Page;
import io.pgorm.client.Shape;
import io.pgorm.examples.notes.db.Audience;
import io.pgorm.examples.notes.db.Db;
import io.pgorm.examples.notes.db.Note;
import io.pgorm.examples.notes.db.NoteCreate;
import io.pgorm.examples.notes.db.NoteUpdate;
import io.pgorm.examples.notes.db.Session;
import io.pgorm.examples.notes.db.ShareCreate;
import io.pgorm.examples.notes.db.TagCreate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one member can do, for as long as a request lasts. No method asks whether it may: the policies of the schema do, in
 * the round trip of each call. Immutable and thread-safe.
 */
final class NoteService {

    /** What a list shows of a note; its author is null where a policy hides them. */
    record NoteCard(int id, String title, @Nullable String author, List<String> tags, long readers) {}

    private static final Shape<NoteCard> CARD = Shape.of(
            NoteCard::new,
            NOTES.ID,
            NOTES.TITLE,
            NOTES.AUTHOR.as((String name) -> name, MEMBERS.NAME),
            NOTES.TAGS.orderBy(TAGS.LABEL).as((String label) -> label, TAGS.LABEL),
            NOTES.SHARES.count());

    private final Db db;

    private NoteService(Db db) {
        this.db = db;
    }

    /** A member with a seat of their own. */
    static NoteService forMember(Db db, int tenant, int member) {
        return new NoteService(db.as(Session.tenant(tenant).uid(member)));
    }

    /** A member who only reads: the role has no other privilege. */
    static NoteService forReader(Db db, int tenant, int member) {
        return new NoteService(db.as(Session.tenant(tenant).uid(member).inRole("notes_reader")));
    }

    /** A note with its tags. Tenant and author are filled in by the database, from who asks. */
    Note write(String title, Audience audience, String... tags) {
        return db.notes()
                .create(NoteCreate.title(title)
                        .audience(audience)
                        .tags(Stream.of(tags).map(TagCreate::label).toArray(TagCreate.NeedsNote[]::new)));
    }

    /** What this member sees, the latest first, with authors and tags: one round trip for any number of notes. */
    Page<NoteCard> page(@Nullable String cursor) {
        return db.notes().orderBy(NOTES.ID.desc()).after(cursor).limit(3).page(CARD);
    }

    Optional<Note> find(int note) {
        return db.notes().findById(note);
    }

    /** Empty where there is no such note that this member may change. */
    Optional<Note> rename(int note, String title) {
        return db.notes().byId(note).update(NoteUpdate.title(title));
    }

    boolean delete(int note) {
        return db.notes().byId(note).delete();
    }

    /** Lets another member read one of one's own notes. */
    void share(int note, int member) {
        db.shares().create(ShareCreate.noteId(note).memberId(member));
    }

    /** What an attacker would send: a note in the name of somebody else. */
    void writeAs(int author, String title) {
        db.notes().create(NoteCreate.title(title).authorId(author));
    }
}
