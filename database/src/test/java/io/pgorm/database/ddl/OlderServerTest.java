package io.pgorm.database.ddl;

import static io.pgorm.database.ddl.Ir.NONE;
import static io.pgorm.database.ddl.Ir.column;
import static io.pgorm.database.ddl.Ir.sql;
import static io.pgorm.database.ddl.Ir.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.SchemaLoader;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.testkit.ServerOfMajor;
import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SequenceOptions;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OlderServerTest {

    @Test
    void aServerThatDoesNotKnowAFormIsToldWhichDoes() throws Exception {
        try (ServerOfMajor older = ServerOfMajor.start(14);
                ScratchServer server = ScratchServer.start(older.options())) {
            Column virtual = column("b", "int", new ColumnValue.Generated(sql("a + 1"), false));
            Constraint unique = new Constraint.Unique(
                    "t_key", List.of("a"), true, List.of(), Constraint.Deferral.NOT_DEFERRABLE, NONE);
            Sequence sequence =
                    new Sequence(Ir.name("s"), SequenceOptions.DEFAULT, Optional.empty(), true, Optional.empty(), NONE);

            assertThat(help(server, table("t", column("a", "int"), virtual)))
                    .contains("A generated column that is not stored needs PostgreSQL 18.");
            assertThat(help(server, table("t", column("a", "int")).withConstraints(List.of(unique))))
                    .contains("NULLS NOT DISTINCT needs PostgreSQL 15.");
            assertThat(help(server, sequence)).contains("An unlogged sequence needs PostgreSQL 15.");
        }
    }

    private static Optional<String> help(ScratchServer server, SchemaObject object) throws Exception {
        try (ScratchDatabase database = server.create();
                Connection connection = database.connect()) {
            List<Diagnostic> refused =
                    SchemaLoader.tryLoad(connection, DdlGenerator.generate(Ir.schema(object), List.of()));
            assertThat(refused).hasSize(1);
            return refused.getFirst().help();
        }
    }
}
