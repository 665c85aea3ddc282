package io.pgorm.jooq.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.OnError;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/** Runs jOOQ's code generator on a database that holds the schema. */
final class JooqRun {

    /** SQL names of the types that jOOQ reads by itself, each as the Java type that a user of it expects. */
    static final Set<String> KNOWN_TO_JOOQ = Set.of(
            "smallint",
            "integer",
            "bigint",
            "smallserial",
            "serial",
            "bigserial",
            "real",
            "double precision",
            "numeric",
            "boolean",
            "text",
            "varchar",
            "character varying",
            "char",
            "character",
            "bpchar",
            "bytea",
            "date",
            "time",
            "time with time zone",
            "timetz",
            "timestamp",
            "timestamp with time zone",
            "timestamptz",
            "uuid",
            "json",
            "jsonb",
            "xml");

    private JooqRun() {}

    static void generate(GenerationRun run, Connection connection, Path output) throws Exception {
        quiet();
        run.putWritten(WrittenTable.readAll(connection));
        GenerationTool tool = new GenerationTool();
        tool.setConnection(connection);
        run.run(() -> tool.run(configuration(run, output)));
    }

    /** jOOQ greets on standard output otherwise. */
    private static void quiet() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private static Configuration configuration(GenerationRun run, Path output) {
        return new Configuration()
                .withLogging(Logging.ERROR)
                .withOnError(OnError.FAIL)
                .withGenerator(new Generator()
                        .withName(TableGenerator.class.getName())
                        .withStrategy(new Strategy().withName(NamingStrategy.class.getName()))
                        .withDatabase(database(run))
                        .withGenerate(parts())
                        .withTarget(new Target()
                                .withPackageName(run.names().packageName())
                                .withDirectory(output.toString())
                                .withClean(false)));
    }

    private static Generate parts() {
        return new Generate()
                .withGeneratedAnnotation(false)
                .withDeprecated(false)
                .withRecords(true)
                .withKeys(true)
                .withIndexes(false)
                .withRelations(true)
                .withImplicitJoinPathsToOne(true)
                .withImplicitJoinPathsToMany(false)
                .withImplicitJoinPathsManyToMany(false)
                .withWhereMethodOverrides(false)
                .withRenameMethodOverrides(false)
                .withGlobalCatalogReferences(false)
                .withGlobalTableReferences(false)
                .withDefaultCatalog(false)
                .withJavadoc(true)
                .withComments(true);
    }

    private static Database database(GenerationRun run) {
        Schema schema = run.schema();
        return new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withIncludes(names(schema))
                .withRegexMatchesPartialQualification(false)
                .withIncludeRoutines(false)
                .withIncludeSequences(false)
                .withIncludeUDTs(false)
                .withIncludeDomains(false)
                .withIncludeTriggers(false)
                .withIncludePackages(false)
                .withIncludeIndexes(false)
                .withIncludeSystemTables(false)
                .withTableValuedFunctions(false)
                .withForceIntegerTypesOnZeroScaleDecimals(false)
                .withForcedTypes(forcedTypes(schema, new JavaTypes(schema, run.names())))
                .withSchemata(schemata(schema));
    }

    /** Exactly ours: what extensions of PostgreSQL put into the same schema is none of the client's. */
    private static String names(Schema schema) {
        return Stream.concat(
                        Stream.concat(
                                schema.tables().stream().map(Table::name),
                                schema.views().stream().map(View::name)),
                        schema.enums().stream().map(type -> type.name()))
                .map(JooqRun::pattern)
                .collect(Collectors.joining("|"));
    }

    private static String pattern(QualifiedName name) {
        return Pattern.quote(name.schema()) + "\\." + Pattern.quote(name.name());
    }

    private static List<SchemaMappingType> schemata(Schema schema) {
        Set<String> names = new TreeSet<>(Set.of(QualifiedName.DEFAULT_SCHEMA));
        schema.tables().forEach(table -> names.add(table.name().schema()));
        schema.views().forEach(view -> names.add(view.name().schema()));
        schema.enums().forEach(type -> names.add(type.name().schema()));
        return names.stream()
                .map(name -> new SchemaMappingType()
                        .withInputSchema(name)
                        .withOutputSchemaToDefault(name.equals(QualifiedName.DEFAULT_SCHEMA)))
                .toList();
    }

    private static List<ForcedType> forcedTypes(Schema schema, JavaTypes types) {
        List<ForcedType> forced = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                force(table.name(), column.name(), types.forced(column.type()), forced);
            }
        }
        for (View view : schema.views()) {
            for (View.Column column : view.columns()) {
                force(view.name(), column.name(), types.forced(column.type()), forced);
            }
        }
        return forced;
    }

    private static void force(
            QualifiedName relation, String column, Optional<ForcedType> type, List<ForcedType> forced) {
        type.ifPresent(
                found -> forced.add(found.withIncludeExpression(pattern(relation) + "\\." + Pattern.quote(column))));
    }
}
