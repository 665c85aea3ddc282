package io.pgorm.ddl;

import static io.pgorm.ddl.Declared.INT;
import static io.pgorm.ddl.Declared.TEXT;
import static io.pgorm.ddl.Declared.column;
import static io.pgorm.ddl.Declared.foreignKey;
import static io.pgorm.ddl.Declared.index;
import static io.pgorm.ddl.Declared.line;
import static io.pgorm.ddl.Declared.policy;
import static io.pgorm.ddl.Declared.schema;
import static io.pgorm.ddl.Declared.sql;
import static io.pgorm.ddl.Declared.table;
import static io.pgorm.ddl.Declared.withForeignKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Index;
import io.pgorm.ir.Policy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SessionType;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DdlGeneratorTest {

    @Test
    void anEmptySchemaNeedsNothing() {
        assertThat(DdlGenerator.generate(Schema.EMPTY, List.of())).isEmpty();
    }

    @Test
    void tablesThatPointAtEachOtherGetTheirForeignKeysWhenBothAreThere() {
        Table authors = withForeignKey(
                table("authors", column("id", INT, 2), column("best_book_id", INT, 3)),
                foreignKey("authors_best_book_id_fkey", "best_book_id", "books"));
        Table books = withForeignKey(
                table("books", column("id", INT, 5), column("author_id", INT, 6)),
                foreignKey("books_author_id_fkey", "author_id", "authors"));

        assertThat(script(schema(books, authors))).isEqualTo("""
                CREATE TABLE "authors" (
                    "id" integer NOT NULL,
                    "best_book_id" integer NOT NULL,
                    CONSTRAINT "authors_pkey" PRIMARY KEY ("id")
                );

                CREATE TABLE "books" (
                    "id" integer NOT NULL,
                    "author_id" integer NOT NULL,
                    CONSTRAINT "books_pkey" PRIMARY KEY ("id")
                );

                ALTER TABLE "authors"
                    ADD CONSTRAINT "authors_best_book_id_fkey" FOREIGN KEY ("best_book_id")
                    REFERENCES "books" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

                ALTER TABLE "books"
                    ADD CONSTRAINT "books_author_id_fkey" FOREIGN KEY ("author_id")
                    REFERENCES "authors" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
                """);
    }

    @Test
    void theOrderOfDeclarationsMakesNoDifference() {
        Table a = table("a", column("id", INT, 2))
                .withIndexes(
                        List.of(index("a_1", "gin", Index.Key.of("id")), index("a_0", "btree", Index.Key.of("id"))));
        Table b = table("b", column("id", INT, 2));
        Table reordered = a.withIndexes(a.indexes().reversed());

        assertThat(script(schema(a, b))).isEqualTo(script(schema(b, reordered)));
    }

    @Test
    void theFunctionsOfTheSessionStandBeforeTheTablesWhoseDefaultsMayCallThem() {
        ColumnType bigint = new ColumnType.Raw("bigint", false);
        SessionType session = new SessionType(
                List.of(new SessionType.Field("uid", "uid", "pgorm.uid", bigint, false, line(2))), false, line(1));
        Schema schema = schema(table("notes", column("id", INT, 4))).withSession(session);

        assertThat(script(schema)).startsWith("""
                CREATE SCHEMA IF NOT EXISTS "auth";
                GRANT USAGE ON SCHEMA "auth" TO PUBLIC;

                CREATE FUNCTION "auth"."uid"() RETURNS bigint
                    LANGUAGE sql STABLE PARALLEL SAFE
                    RETURN nullif(current_setting('pgorm.uid', true), '')::bigint;

                CREATE TABLE "notes" (
                """);
        SessionType external = new SessionType(session.fields(), true, line(1));
        assertThat(script(schema.withSession(external))).doesNotContain("auth");
    }

    @Test
    void rowLevelSecurityIsEnabledAndForcedBeforeItsPolicies() {
        Table notes = table("notes", column("id", INT, 2))
                .withRowSecurity(
                        RowSecurity.FORCED,
                        List.of(
                                policy("notes_update", Policy.Command.UPDATE, List.of("public", "app")),
                                policy("notes_all", Policy.Command.ALL, List.of())));

        assertThat(script(schema(notes))).endsWith("""
                ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;
                ALTER TABLE "notes" FORCE ROW LEVEL SECURITY;

                CREATE POLICY "notes_all" ON "notes"
                    USING (owner = (SELECT auth.uid()));

                CREATE POLICY "notes_update" ON "notes"
                    FOR UPDATE
                    TO public, "app"
                    USING (owner = (SELECT auth.uid()));
                """);
    }

    @Test
    void extensionsAndEnumsComeFirstAndDocumentationLast() {
        EnumType mood = new EnumType(
                QualifiedName.of("mood"),
                "Mood",
                List.of(
                        new EnumType.Value("FINE", "fine", Optional.empty(), line(3)),
                        new EnumType.Value("SO_SO", "it's so\\so", Optional.empty(), line(4))),
                Optional.of("How it's going"),
                line(2));
        Schema schema = Schema.EMPTY.withObjects(
                List.of(new Extension("vector", line(9)), new Extension("pg_trgm", line(8)), mood));

        assertThat(script(schema)).isEqualTo("""
                CREATE EXTENSION IF NOT EXISTS "pg_trgm";
                CREATE EXTENSION IF NOT EXISTS "vector";
                CREATE TYPE "mood" AS ENUM ('fine', E'it''s so\\\\so');
                COMMENT ON TYPE "mood" IS 'How it''s going';
                """);
    }

    @Test
    void whatAnExtensionOfTheLanguageGeneratesStandsInItsPhaseOnce() {
        SqlObject grant = new SqlObject(
                "grants:notes", SqlObject.Phase.SECURITY, "GRANT SELECT ON notes TO PUBLIC", Optional.empty(), line(5));
        SqlObject touch = new SqlObject(
                "touch:notes", SqlObject.Phase.FUNCTIONS, "CREATE FUNCTION touch() ...", Optional.empty(), line(6));
        SchemaExtension extension = new SchemaExtension() {
            @Override
            public String name() {
                return "grants";
            }

            @Override
            public List<SqlObject> generate(Schema schema) {
                return List.of(grant, touch);
            }
        };
        Schema schema = schema(table("notes", column("id", INT, 2))).plus(List.of(grant));

        List<DdlStatement> statements = DdlGenerator.generate(schema, List.of(extension));

        assertThat(statements).extracting(DdlStatement::span).containsExactly(line(6), line(1), line(5));
    }

    @Test
    void anErrorOfTheServerLeadsToTheExpressionItIsIn() {
        Table notes = table(
                "notes",
                column("id", INT, 2),
                column("😀", TEXT, new ColumnValue.Default(sql("lower(nothing)", 3)), 3));
        DdlStatement create = DdlGenerator.generate(schema(notes), List.of()).getFirst();
        int offset = create.sql().indexOf("nothing");
        int position = create.sql().codePointCount(0, offset) + 1;

        assertThat(create.originAtServerPosition(position)).contains(sql("", 3).span());
        assertThat(create.originAt(create.sql().indexOf("text"))).contains(line(3));
        assertThat(create.originAtServerPosition(1)).isEmpty();
        assertThat(create.originAtServerPosition(0)).isEmpty();
        assertThat(create.originAtServerPosition(100_000)).isEmpty();
    }

    private static String script(Schema schema) {
        return DdlScript.render(DdlGenerator.generate(schema, List.of()));
    }
}
