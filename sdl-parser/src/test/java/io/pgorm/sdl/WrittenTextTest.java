package io.pgorm.sdl;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Constraint.Deferral;
import io.pgorm.ir.Constraint.ReferentialAction;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.write.SchemaWriter;
import io.pgorm.sdl.write.WrittenSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hard to write: texts to the letter, names that are none, what the compiler refuses. */
final class WrittenTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "\n  SELECT 1\n",
                "\n  SELECT 1\n  ",
                "  SELECT 1\n    , 2",
                "\tSELECT 1 \t\n\n   \n  -- end  ",
                "SELECT 1;\r\nSELECT 2;\r\n",
                "SELECT '\"\"\"'\n",
                "SELECT '\\'\n\\",
                "SELECT 'x' -- \\\n",
                "SELECT '\u0001\u2028\uFEFF'\n",
                "\n",
                "\n\n",
                " ",
                "SELECT \"a\"",
                "SELECT 'ünï \uD83D\uDE00'\n  /* { } */"
            })
    void theBodyOfAFunctionComesBackToTheLetter(String body) {
        Schema again = again(write(routine(body)));
        assertThat(again.routines().getFirst().body()).isEqualTo(body);
    }

    @Test
    void namesThatAreNoWordsAreMapped() {
        Schema schema = Schema.EMPTY.plus(List.of(
                table("class", "package", "2nd", "first name", "createdAt", "ID", "_", "hash_code", "%"),
                table("Class"),
                table("user_creates"),
                table("users"),
                table("text"),
                table("données")));
        assertThat(Meaning.of(again(write(schema)))).isEqualTo(Meaning.of(schema));
    }

    @Test
    void aKeyThatTheLanguageRefusesIsAConstraint() {
        Table users = table("users");
        Table posts = table("posts", "user_id");
        Constraint.ForeignKey key = new Constraint.ForeignKey(
                "posts_user_id_fkey",
                List.of("user_id"),
                QualifiedName.of("users"),
                List.of("id"),
                ReferentialAction.SET_NULL,
                ReferentialAction.NO_ACTION,
                Deferral.NOT_DEFERRABLE,
                SourceSpan.NONE);
        WrittenSchema written = write(Schema.EMPTY.plus(List.of(users, with(posts, key))));
        assertThat(written.text()).contains("@@constraint(").contains("ON DELETE SET NULL");
        assertThat(written.blocks()).isEmpty();
        assertThat(again(written).table(QualifiedName.of("posts")).orElseThrow().constraints())
                .extracting(Constraint::name)
                .contains("posts_user_id_fkey");
    }

    @Test
    void aTableThatNoModelCanBeIsSql() {
        Table empty = Table.of(
                QualifiedName.of("nothing"), List.of(), List.of(), List.of(), Optional.empty(), SourceSpan.NONE);
        WrittenSchema written = write(Schema.EMPTY.plus(List.of(empty, table("users"))));
        assertThat(written.blocks())
                .containsExactly(new WrittenSchema.Block("table nothing", "the model Nothing has no fields"));
        assertThat(again(written).sqlObjects()).hasSize(1);
    }

    private static Table with(Table table, Constraint constraint) {
        List<Constraint> constraints = new java.util.ArrayList<>(table.constraints());
        constraints.add(constraint);
        return table.withConstraints(constraints);
    }

    /** A table with a key of its own and further columns. */
    private static Table table(String name, String... columns) {
        List<Column> all = new java.util.ArrayList<>();
        all.add(column("id"));
        for (String column : columns) {
            all.add(column(column));
        }
        QualifiedName qualified = QualifiedName.of(name);
        Constraint key = new Constraint.PrimaryKey(name + "_pkey", List.of("id"), SourceSpan.NONE);
        return Table.of(qualified, all, List.of(key), List.of(), Optional.empty(), SourceSpan.NONE);
    }

    private static Column column(String name) {
        ColumnType type = new ColumnType.Raw("integer", false);
        return new Column(name, type, false, ColumnValue.NONE, Optional.empty(), SourceSpan.NONE);
    }

    private static Schema routine(String body) {
        SchemaObject routine = new Routine(
                QualifiedName.of("f"),
                Routine.Kind.FUNCTION,
                List.of(),
                Optional.of("void"),
                "plpgsql",
                body,
                false,
                Routine.Volatility.VOLATILE,
                false,
                false,
                false,
                Routine.Parallel.UNSAFE,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                SourceSpan.NONE);
        return Schema.EMPTY.plus(List.of(routine));
    }

    private static WrittenSchema write(Schema schema) {
        return SchemaWriter.write(schema, List.of(), objects -> List.of("SELECT 'DDL of it'"));
    }

    private static Schema again(WrittenSchema written) {
        Compilation compilation =
                new SchemaCompiler(List.of()).compile(List.of(new SourceFile("written.pgorm", written.text())));
        assertThat(compilation.hasErrors()).as(compilation.print()).isFalse();
        return compilation.orThrow();
    }
}
