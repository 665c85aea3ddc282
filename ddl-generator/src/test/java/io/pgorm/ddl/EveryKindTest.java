package io.pgorm.ddl;

import static io.pgorm.ddl.Declared.INT;
import static io.pgorm.ddl.Declared.TEXT;
import static io.pgorm.ddl.Declared.column;
import static io.pgorm.ddl.Declared.line;
import static io.pgorm.ddl.Declared.sql;
import static io.pgorm.ddl.Declared.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Comment;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Grant;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.ReplicaIdentity;
import io.pgorm.ir.Role;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SequenceOptions;
import io.pgorm.ir.TableStorage;
import io.pgorm.ir.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The text of each kind of object, in the order in which they come. */
class EveryKindTest {

    private static final QualifiedName ODD = new QualifiedName("odd", "it's \"x\"");
    private static final ColumnType NUMBER = new ColumnType.Scalar(INT, List.of(), false);
    private static final SequenceOptions DOWN = new SequenceOptions(
            Optional.of("smallint"),
            OptionalLong.of(9),
            OptionalLong.of(-1),
            OptionalLong.of(1),
            OptionalLong.of(10),
            OptionalLong.of(2),
            true);

    @Test
    void rolesComeFirstAndAreLeftAsTheyAre() {
        Role group = role("z", List.of());
        Role member = role("it's", List.of("z"));
        assertThat(script(member, group))
                .startsWith("""
                DO $$
                BEGIN
                    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'z') THEN
                        CREATE ROLE "z" LOGIN;
                    END IF;
                EXCEPTION
                    WHEN duplicate_object OR unique_violation THEN NULL;
                END
                $$;

                DO $$
                """)
                .contains("        CREATE ROLE \"it's\" LOGIN IN ROLE \"z\";\n");
    }

    @Test
    void schemasComeBeforeExtensionsAndThePublicOneIsThere() {
        assertThat(script(
                        new Extension("pgrouting", line(1)),
                        new Extension("postgis", Optional.of("odd"), line(1)),
                        new Namespace("public", Optional.of("ours"), line(2)),
                        new Namespace("odd", Optional.empty(), line(2))))
                .isEqualTo("""
                CREATE SCHEMA IF NOT EXISTS "odd";
                CREATE EXTENSION IF NOT EXISTS "postgis" SCHEMA "odd";
                CREATE EXTENSION IF NOT EXISTS "pgrouting";
                COMMENT ON SCHEMA "public" IS 'ours';
                """);
    }

    @Test
    void typesComeInTheOrderInWhichTheyNeedEachOther() {
        CompositeType composite = new CompositeType(
                QualifiedName.of("a"),
                "A",
                List.of(
                        attribute("x", new ColumnType.TypeReference(QualifiedName.of("b"), true)),
                        attribute("y", new ColumnType.TypeReference(ODD, false))),
                Optional.empty(),
                line(1));
        DomainType domain = new DomainType(
                QualifiedName.of("b"),
                "B",
                new ColumnType.TypeReference(QualifiedName.of("c"), false),
                Optional.of(new QualifiedName("pg_catalog", "C")),
                Optional.of(sql("empty()", 2)),
                true,
                List.of(
                        new Constraint.Check("ok", sql("VALUE > 1", 2), line(2)),
                        new Constraint.Check("later", sql("VALUE > 2", 2), true, false, line(2))),
                Optional.of("a domain"),
                line(2));
        RangeType range = new RangeType(
                QualifiedName.of("c"),
                "C",
                NUMBER,
                Optional.of(QualifiedName.of("cs")),
                Optional.of(QualifiedName.of("int4_ops")),
                Optional.empty(),
                Optional.of(QualifiedName.of("fit")),
                Optional.empty(),
                Optional.empty(),
                line(3));
        CompositeType odd = new CompositeType(ODD, "Odd", List.of(), Optional.empty(), line(4));
        Routine fit = routine("fit", Routine.Kind.FUNCTION, Optional.of("c"), "internal", "x$$y", Map.of());
        assertThat(script(composite, domain, range, odd, fit)).isEqualTo("""
                CREATE TYPE "odd"."it's ""x""\" AS ();
                CREATE TYPE "c";

                CREATE FUNCTION "fit"() RETURNS c
                    LANGUAGE internal
                AS $pgorm$x$$y$pgorm$;

                CREATE TYPE "c" AS RANGE (SUBTYPE = integer, SUBTYPE_OPCLASS = "int4_ops", CANONICAL = "fit", MULTIRANGE_TYPE_NAME = "cs");

                CREATE DOMAIN "b" AS "c" COLLATE "pg_catalog"."C" DEFAULT empty() NOT NULL
                    CONSTRAINT "ok" CHECK (VALUE > 1);

                ALTER DOMAIN "b"
                    ADD CONSTRAINT "later" CHECK (VALUE > 2) NOT VALID;

                CREATE TYPE "a" AS (
                    "x" "b"[],
                    "y" "odd"."it's ""x""\"
                );

                COMMENT ON DOMAIN "b" IS 'a domain';
                """);
    }

    @Test
    void aTableSaysHowItIsStoredAndWhatItsColumnsCount() {
        ColumnValue identity = new ColumnValue.Identity(false, DOWN, Optional.of(QualifiedName.of("counter")));
        ColumnValue virtual = new ColumnValue.Generated(sql("id + 1 -- one", 3), false);
        TableStorage storage = new TableStorage(
                true,
                Map.of("fillfactor", "70", "toast.autovacuum_enabled", "off", "odd", "a b"),
                Optional.of("fast"),
                Optional.of("heap"),
                new ReplicaIdentity.ByIndex("t_idx"));
        Hierarchy heir = new Hierarchy(List.of(QualifiedName.of("z")), Optional.empty(), List.of(), Optional.empty());
        Index.Key options = Index.Key.of("x").withOperatorClass("ext.gist_trgm_ops(siglen='32')");
        Index index = new Index(
                "t_idx",
                true,
                "gist",
                List.of(options),
                List.of("id"),
                true,
                Optional.of(sql("id > 0", 5)),
                Map.of("fillfactor", "70"),
                Optional.of("fast"),
                line(5));
        SchemaObject table = table(
                        "t", column("id", INT, identity, 2), column("b", INT, virtual, 3), column("x", TEXT, 4))
                .withStorage(storage)
                .withHierarchy(heir)
                .withIndexes(List.of(index));
        Sequence sequence = new Sequence(
                QualifiedName.of("s"),
                DOWN,
                Optional.of(new Sequence.Owner(QualifiedName.of("t"), "id")),
                true,
                Optional.empty(),
                line(6));
        assertThat(script(table, table("z", column("id", INT, 7)), sequence)).isEqualTo("""
                CREATE UNLOGGED SEQUENCE "s" AS smallint INCREMENT BY -1 MINVALUE 1 MAXVALUE 10 START WITH 9 CACHE 2 CYCLE;

                CREATE TABLE "z" (
                    "id" integer NOT NULL,
                    CONSTRAINT "z_pkey" PRIMARY KEY ("id")
                );

                CREATE UNLOGGED TABLE "t" (
                    "id" integer GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME "counter" INCREMENT BY -1 MINVALUE 1 MAXVALUE 10 START WITH 9 CACHE 2 CYCLE) NOT NULL,
                    "b" integer GENERATED ALWAYS AS (id + 1 -- one
                ) VIRTUAL NOT NULL,
                    "x" text NOT NULL,
                    CONSTRAINT "t_pkey" PRIMARY KEY ("id")
                ) INHERITS ("z") USING "heap" WITH ("fillfactor" = 70, "odd" = 'a b', "toast"."autovacuum_enabled" = off) TABLESPACE "fast";

                ALTER SEQUENCE "s" OWNED BY "t"."id";
                CREATE UNIQUE INDEX "t_idx" ON "t" USING "gist" ("x" "ext"."gist_trgm_ops" (siglen='32')) INCLUDE ("id") NULLS NOT DISTINCT WITH ("fillfactor" = 70) TABLESPACE "fast" WHERE (id > 0);
                ALTER TABLE "t" REPLICA IDENTITY USING INDEX "t_idx";
                """);
    }

    @Test
    void routinesAndViewsKeepTheirTextToTheByte() {
        Routine procedure = routine(
                "p",
                Routine.Kind.PROCEDURE,
                Optional.empty(),
                "plpgsql",
                " BEGIN\n\tNULL; END $",
                Map.of("pgorm.x", "'it''s'", "TimeZone", "'UTC'"));
        View view = new View(
                QualifiedName.of("v"),
                true,
                List.of(),
                List.of(),
                sql(" SELECT 1 AS a -- one\n", 2),
                Map.of("fillfactor", "70"),
                List.of(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of("a view"),
                line(2));
        assertThat(script(procedure, view))
                .contains("""
                AS $pgorm$ BEGIN
                	NULL; END $$pgorm$;
                """, "SET \"TimeZone\" TO 'UTC'", "SET pgorm.x TO 'it''s'")
                .endsWith("""
                CREATE MATERIALIZED VIEW "v" WITH ("fillfactor" = 70) AS
                SELECT 1 AS a -- one

                WITH NO DATA;

                COMMENT ON MATERIALIZED VIEW "v" IS 'a view';
                """);
    }

    @Test
    void ownersComeBeforePrivilegesAndWhatIsTakenAwayBeforeWhatIsGiven() {
        ObjectName t = ObjectName.of(Kind.TABLE, QualifiedName.of("t"));
        ObjectName f = new ObjectName(Kind.FUNCTION, QualifiedName.of("f"), Optional.empty(), List.of("int", "text[]"));
        ObjectName total = ObjectName.of(Kind.AGGREGATE, ODD);
        assertThat(script(
                        new Grant(t, List.of("SELECT", "UPDATE"), List.of("a", "b"), "public", false, false, line(1)),
                        new Grant(t, List.of("SELECT"), List.of(), "Odd", true, false, line(2)),
                        new Grant(f, List.of("EXECUTE"), List.of(), Grant.PUBLIC, false, true, line(3)),
                        new DefaultPrivilege(
                                Optional.of("o"),
                                Optional.of("odd"),
                                "TABLES",
                                List.of("SELECT"),
                                "r",
                                true,
                                false,
                                line(4)),
                        new Ownership(total, "o", line(5)),
                        new Ownership(ObjectName.of(Kind.MATERIALIZED_VIEW, ODD), "o", line(6)),
                        new Comment(ObjectName.part(Kind.POLICY, ODD, "p"), "mine", line(7)),
                        new Comment(ObjectName.part(Kind.DOMAIN_CONSTRAINT, ODD, "p"), "ours", line(8)),
                        new Comment(ObjectName.global(Kind.ROLE, "Odd"), "role", line(9))))
                .isEqualTo("""
                ALTER AGGREGATE "odd"."it's ""x""\"(*) OWNER TO "o";
                ALTER MATERIALIZED VIEW "odd"."it's ""x""\" OWNER TO "o";

                ALTER DEFAULT PRIVILEGES FOR ROLE "o" IN SCHEMA "odd"
                    GRANT SELECT ON TABLES TO "r" WITH GRANT OPTION;

                REVOKE EXECUTE ON FUNCTION "f"(int, text[]) FROM public;
                GRANT SELECT ON TABLE "t" TO "Odd" WITH GRANT OPTION;
                GRANT SELECT ("a", "b"), UPDATE ("a", "b") ON TABLE "t" TO public;
                COMMENT ON POLICY "p" ON "odd"."it's ""x""\" IS 'mine';
                COMMENT ON ROLE "Odd" IS 'role';
                COMMENT ON CONSTRAINT "p" ON DOMAIN "odd"."it's ""x""\" IS 'ours';
                """);
    }

    private static CompositeType.Attribute attribute(String name, ColumnType type) {
        return new CompositeType.Attribute(name, type, Optional.empty(), Optional.empty(), line(1));
    }

    private static Role role(String name, List<String> memberOf) {
        return new Role(name, true, false, false, false, true, false, false, memberOf, line(1));
    }

    private static Routine routine(
            String name,
            Routine.Kind kind,
            Optional<String> returns,
            String language,
            String body,
            Map<String, String> settings) {
        return new Routine(
                QualifiedName.of(name),
                kind,
                List.of(),
                returns,
                language,
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
                settings,
                Optional.empty(),
                line(1));
    }

    private static String script(SchemaObject... objects) {
        return DdlScript.render(DdlGenerator.generate(Schema.EMPTY.withObjects(List.of(objects)), List.of()));
    }
}
