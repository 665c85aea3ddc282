package scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static scenario.db.Tables.ITEMS;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.features.vector.Halfvec;
import io.pgorm.features.vector.Sparsevec;
import io.pgorm.features.vector.Vector;
import io.pgorm.it.generate.Scenario;
import scenario.db.Db;
import scenario.db.Item;
import scenario.db.ItemCreate;

/** Vectors go in and come back. */
public final class Vectors implements Scenario {

    @Override
    public void run(ConnectionOptions options) {
        try (Db db = Db.open(options)) {
            Item made = db.items()
                    .create(ItemCreate.embedding(Vector.of(1, -2.5f, 1e-7f))
                            .half(Halfvec.of(0.5f, 2))
                            .sparse(new Sparsevec("{1:0.5,3:2}/5")));
            assertThat(db.items().findById(made.id())).contains(made);
            assertThat(made.embedding()).isEqualTo(Vector.of(1, -2.5f, 1e-7f));
            assertThat(made.half()).isEqualTo(Halfvec.of(0.5f, 2));
            assertThat(made.sparse()).isEqualTo(new Sparsevec("{1:0.5,3:2}/5"));
            assertThat(db.items().where(ITEMS.EMBEDDING.eq(Vector.of(1, -2.5f, 1e-7f))).count()).isEqualTo(1);
            assertThatThrownBy(() -> db.items().create(ItemCreate.embedding(Vector.of(1, 2))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Vector.of(Float.NaN)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
