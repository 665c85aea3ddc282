package scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static scenario.db.Tables.LISTS;
import static scenario.db.Tables.RECORDS;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Shape;
import io.pgorm.it.generate.Scenario;
import scenario.db.Db;
import scenario.db.ListCreate;
import scenario.db.RecordCreate;

/** A schema whose names are those of java.lang and java.util. */
public final class JavaNames implements Scenario {

    record Nested(int id, java.util.List<java.lang.String> texts, java.util.List<java.lang.Integer> lists) {}

    @Override
    public void run(ConnectionOptions options) {
        try (Db db = Db.open(options)) {
            scenario.db.List parent = db.lists().create(ListCreate.defaults().row("r"));
            db.lists().create(ListCreate.commentId(parent.id()));
            scenario.db.Record text = db.records().create(RecordCreate.text("t").listId(parent.id()).from("f"));
            assertThat(text.object()).isEqualTo(scenario.db.Thread.A);
            Nested nested = db.lists()
                    .findById(
                            parent.id(),
                            Shape.of(
                                    Nested::new,
                                    LISTS.ID,
                                    LISTS.RECORDS.as((java.lang.String t) -> t, RECORDS.TEXT),
                                    LISTS.LISTS_.as((java.lang.Integer id) -> id, LISTS.ID)))
                    .orElseThrow();
            assertThat(nested.texts()).containsExactly("t");
            assertThat(nested.lists()).hasSize(1);
            assertThat(db.lists().orderBy(LISTS.comment().ID, LISTS.ID).fetch()).hasSize(2);
        }
    }
}
