package io.pgorm.migrations.apply;

import static io.pgorm.migrations.apply.Databases.ask;
import static io.pgorm.migrations.apply.Databases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.testkit.RequiresDocker;
import io.pgorm.migrations.Migrations;
import io.pgorm.migrations.apply.MigrationException.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a pooler whose sessions change with each transaction nothing is run; behind one that keeps them all goes well. */
@RequiresDocker
class PoolerTest {

    @Test
    void aPoolerInTransactionModeIsRefusedAndOneInSessionModeIsNot(@TempDir Path folder) throws Exception {
        ScratchServer server = ScratchServer.start(ScratchOptions.standard().withProvider(ScratchProvider.DOCKER));
        try (ScratchDatabase database = server.create()) {
            if (!PgBouncer.isIn(database)) {
                String line = "SKIPPED (no pgbouncer in the image): PoolerTest";
                System.out.println(line);
                Assumptions.abort(line);
            }
            write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);");
            write(folder, "V2__index.sql", "CREATE INDEX CONCURRENTLY i ON cats (id);");
            for (int size : new int[] {1, 5}) {
                PgBouncer transactions = PgBouncer.start(database, "transaction", 6430 + size, size);
                assertThatThrownBy(() ->
                                Migrations.of(transactions.source(), folder).apply())
                        .isInstanceOfSatisfying(
                                MigrationException.class,
                                e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                        .hasMessageContaining("pooler")
                        .hasMessageContaining("pool_mode = transaction");
            }
            assertThat(ask(database, "SELECT to_regclass('flyway_schema_history')"))
                    .containsExactly((String) null);
            PgBouncer sessions = PgBouncer.start(database, "session", 6440, 5);
            assertThat(Migrations.of(sessions.source(), folder).apply().files()).hasSize(2);
        }
    }
}
