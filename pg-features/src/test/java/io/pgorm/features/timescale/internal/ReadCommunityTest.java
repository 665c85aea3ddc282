package io.pgorm.features.timescale.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadCommunityTest {

    /** A catalog holds it as a view over a table of TimescaleDB's own. */
    @Test
    void aContinuousAggregateIsReadAsItIsDeclared() {
        View plain = new View(
                QualifiedName.of("per_days"),
                false,
                List.of(),
                List.of(),
                SqlText.of("SELECT day FROM _timescaledb_internal._materialized_hypertable_2"),
                Map.of(),
                List.of(),
                List.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SourceSpan.NONE);
        Schema read = Schema.EMPTY.withObjects(List.of(
                plain,
                ReadCommunity.definition(plain.name(), " SELECT time_bucket('1 day', at) AS day FROM readings;")));
        Schema declared = ReadCommunity.asDeclared(read);
        assertThat(declared.sqlObjects()).isEmpty();
        assertThat(declared.views()).singleElement().satisfies(view -> {
            assertThat(view.materialized()).isTrue();
            assertThat(view.populated()).isFalse();
            assertThat(view.options()).containsEntry("timescaledb.continuous", "true");
            assertThat(view.query().render()).isEqualTo("SELECT time_bucket('1 day', at) AS day FROM readings");
        });
    }
}
