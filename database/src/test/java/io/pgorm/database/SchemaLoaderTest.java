package io.pgorm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.SchemaException;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaLoaderTest {

    private static ScratchServer server;
    private ScratchDatabase database;
    private Connection connection;

    @BeforeAll
    static void start() {
        server = ScratchServer.start(ScratchOptions.fast());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        database = server.create();
        connection = database.connect();
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void whatIsLoadedIsCommitted() throws SQLException {
        SchemaLoader.load(connection, List.of(statement(1, "CREATE TABLE a (b int)"), statement(2, "SELECT 1")));

        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(tables()).isEqualTo("1");
    }

    @Test
    void whatLooksLikeAParameterOrAnEscapeIsLeftAlone() throws SQLException {
        SchemaLoader.load(connection, List.of(statement(1, """
                CREATE TABLE a (b jsonb DEFAULT '{"d": "2020-01-01"}', CHECK (b ? 'd'), CHECK (b::text <> '{d ''x''}'))""")));

        assertThat(tables()).isEqualTo("1");
    }

    @Test
    void oneErrorKeepsEverythingOut() throws SQLException {
        List<DdlStatement> statements =
                List.of(statement(1, "CREATE TABLE a (b int)"), statement(2, "CREATE TABLE c (d nothing)"));

        assertThatThrownBy(() -> SchemaLoader.load(connection, statements, Map.of("s.pgorm", "one\ntwo here\n")))
                .isInstanceOf(SchemaException.class)
                .hasMessage("""
                        s.pgorm:2:1: error PGO0901: type "nothing" does not exist
                          |
                        2 | two here
                          | ^^^^^^^^
                        """);
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(tables()).isEqualTo("0");
    }

    @Test
    void anErrorStandsAtTheExpressionThatTheServerPointsTo() throws SQLException {
        DdlStatement table =
                marked("CREATE TABLE \"t😀\" (\"a😀\" int, CHECK (<3|\"a😀\" > 0>), CHECK (<4|nothing > 0>))");
        List<Diagnostic> refused = SchemaLoader.tryLoad(connection, List.of(table));

        assertThat(refused).extracting(Diagnostic::span).containsExactly(line(4));
        assertThat(refused.getFirst().message()).isEqualTo("column \"nothing\" does not exist");
    }

    @Test
    void anErrorWithoutAPositionStandsAtTheColumnThatItNames() throws SQLException {
        DdlStatement table = marked("CREATE TABLE t (<2|\"a\" int>, <3|\"b\" int DEFAULT (<4|'x' || 'y'>)>)");
        List<Diagnostic> refused = SchemaLoader.tryLoad(connection, List.of(table));

        assertThat(refused).extracting(Diagnostic::span).containsExactly(line(3));
        assertThat(refused.getFirst().help()).contains("You will need to rewrite or cast the expression.");
    }

    @Test
    void anExpressionThatIsNotImmutableIsFoundWithoutAName() throws SQLException {
        DdlStatement table =
                marked("CREATE TABLE t (<2|a int>, <3|b text GENERATED ALWAYS AS (<5|now()::text>) STORED>)");

        assertThat(SchemaLoader.tryLoad(connection, List.of(table)))
                .extracting(Diagnostic::span)
                .containsExactly(line(5));
    }

    @Test
    void oneRunShowsEveryErrorAndNoneThatFollowsFromAnother() throws SQLException {
        List<Diagnostic> refused = SchemaLoader.tryLoad(
                connection,
                List.of(
                        statement(1, "CREATE TABLE \"a\" (b int DEFAULT nothing)"),
                        statement(2, "CREATE TABLE c (d int)"),
                        statement(3, "CREATE INDEX ON \"a\" (b)"),
                        statement(4, "CREATE INDEX ON c (e)"),
                        statement(6, "CREATE INDEX ON c (lower(d))"),
                        statement(5, "ALTER TABLE c ADD UNIQUE (d), ADD FOREIGN KEY (d) REFERENCES \"a\" (b)")));

        assertThat(refused).extracting(Diagnostic::span).containsExactly(line(1), line(4), line(6));
        assertThat(tables()).isEqualTo("0");
    }

    @Test
    void anExtensionThatIsNotThereIsToldAtItsUse() throws SQLException {
        List<Diagnostic> refused = SchemaLoader.tryLoad(
                connection,
                List.of(
                        statement(1, "CREATE EXTENSION IF NOT EXISTS \"no_such_thing\""),
                        statement(2, "CREATE TABLE t (a such_type)")));

        assertThat(refused).extracting(Diagnostic::span).containsExactly(line(1));
    }

    @Test
    void aConnectionThatIsGoneIsNoFaultOfTheSchema() throws SQLException {
        try (Connection other = database.connect()) {
            List<DdlStatement> killing = List.of(statement(1, "SELECT pg_terminate_backend(pg_backend_pid())"));
            assertThatThrownBy(() -> SchemaLoader.tryLoad(other, killing)).isInstanceOf(SQLException.class);
        }
    }

    private String tables() throws SQLException {
        return ScratchServerContract.ask(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");
    }

    private static DdlStatement statement(int line, String sql) {
        return new DdlStatement(sql, line(line), List.of());
    }

    /** A statement of line 1, in which {@code <3|...>} marks what comes from line 3. */
    private static DdlStatement marked(String text) {
        StringBuilder sql = new StringBuilder();
        List<DdlStatement.Origin> origins = new ArrayList<>();
        Deque<Integer> starts = new ArrayDeque<>();
        Deque<Integer> lines = new ArrayDeque<>();
        Matcher marks = Pattern.compile("<(\\d)\\||>(?=[,)>]| STORED)").matcher(text);
        while (marks.find()) {
            marks.appendReplacement(sql, "");
            if (marks.group(1) != null) {
                starts.push(sql.length());
                lines.push(Integer.valueOf(marks.group(1)));
            } else {
                origins.add(new DdlStatement.Origin(starts.pop(), sql.length(), line(lines.pop())));
            }
        }
        marks.appendTail(sql);
        return new DdlStatement(sql.toString(), line(1), origins);
    }

    private static SourceSpan line(int n) {
        return new SourceSpan("s.pgorm", n, 1, n, 9);
    }
}
