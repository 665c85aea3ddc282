package io.pgorm.ddl;

import io.pgorm.ddl.internal.CommentSql;
import io.pgorm.ddl.internal.ConstraintSql;
import io.pgorm.ddl.internal.EnumSql;
import io.pgorm.ddl.internal.ExtensionSql;
import io.pgorm.ddl.internal.IndexSql;
import io.pgorm.ddl.internal.PartitionSql;
import io.pgorm.ddl.internal.PartitionTree;
import io.pgorm.ddl.internal.RowSecuritySql;
import io.pgorm.ddl.internal.SessionSql;
import io.pgorm.ddl.internal.TableSql;
import io.pgorm.ddl.internal.TriggerSql;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.SqlObject.Phase;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The DDL that makes a schema in an empty database.
 *
 * <p>The same schema gives the same statements each time: within a phase, objects are sorted by name, whatever the order
 * of their declarations. Needs PostgreSQL 15 or later. Stateless.
 */
public final class DdlGenerator {

    private static final Comparator<QualifiedName> BY_NAME =
            Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);

    private DdlGenerator() {}

    /** As {@link #generate(Schema, List)}, with the extensions that {@link ServiceLoader} finds. */
    public static List<DdlStatement> generate(Schema schema) {
        List<SchemaExtension> installed = ServiceLoader.load(SchemaExtension.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return generate(schema, installed);
    }

    /**
     * The statements in an order in which each finds what it needs, all of which may run in one transaction.
     *
     * @param schema without errors
     * @param extensions those of the schema language that may contribute SQL; their order makes no difference
     */
    public static List<DdlStatement> generate(Schema schema, List<SchemaExtension> extensions) {
        Collection<SqlObject> objects = objects(schema, extensions);
        List<DdlStatement> statements = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            statements.addAll(core(phase, PartitionTree.withoutInheritedIdentities(schema)));
            objects.stream()
                    .filter(object -> object.phase() == phase)
                    .forEach(object -> statements.add(new DdlStatement(object.sql(), object.span(), List.of())));
        }
        return List.copyOf(statements);
    }

    private static List<DdlStatement> core(Phase phase, Schema schema) {
        List<Table> tables = schema.tables().stream()
                .sorted(Comparator.comparing(Table::name, BY_NAME))
                .toList();
        return switch (phase) {
            case EXTENSIONS ->
                schema.extensions().stream()
                        .sorted(Comparator.comparing(Extension::name))
                        .map(ExtensionSql::create)
                        .toList();
            case TYPES -> enums(schema).stream().map(EnumSql::create).toList();
            case FUNCTIONS -> schema.session().map(SessionSql::create).orElse(List.of());
            case TABLES ->
                tables.stream()
                        .flatMap(table -> Stream.of(
                                        List.of(TableSql.create(table)),
                                        TableSql.storage(table),
                                        PartitionSql.create(table))
                                .flatMap(List::stream))
                        .toList();
            case INDEXES -> tables.stream().flatMap(DdlGenerator::indexes).toList();
            case FOREIGN_KEYS ->
                tables.stream()
                        .flatMap(table -> Stream.of(
                                        table.constraints().stream()
                                                .filter(constraint -> !TableSql.isInline(constraint))
                                                .map(constraint -> ConstraintSql.add(table.name(), constraint)),
                                        PartitionSql.attach(table).stream(),
                                        TableSql.replicaIdentity(table).stream(),
                                        table.triggers().stream()
                                                .flatMap(trigger -> TriggerSql.create(table.name(), trigger).stream()))
                                .flatMap(statements -> statements))
                        .toList();
            case SECURITY ->
                tables.stream()
                        .map(RowSecuritySql::create)
                        .flatMap(List::stream)
                        .toList();
            case COMMENTS -> comments(schema, tables);
        };
    }

    private static List<EnumType> enums(Schema schema) {
        return schema.enums().stream()
                .sorted(Comparator.comparing(EnumType::name, BY_NAME))
                .toList();
    }

    private static Stream<DdlStatement> indexes(Table table) {
        return table.indexes().stream()
                .sorted(Comparator.comparing(Index::name))
                .map(index -> IndexSql.create(table.name(), index));
    }

    private static List<DdlStatement> comments(Schema schema, List<Table> tables) {
        return Stream.concat(
                        enums(schema).stream().map(CommentSql::create),
                        tables.stream().map(CommentSql::create))
                .flatMap(List::stream)
                .toList();
    }

    /** Those of the schema and those generated now, by id: what stands in both places is the same object. */
    private static Collection<SqlObject> objects(Schema schema, List<SchemaExtension> extensions) {
        Map<String, SqlObject> byId = new TreeMap<>();
        schema.sqlObjects().forEach(object -> byId.put(object.id(), object));
        extensions.stream()
                .flatMap(extension -> extension.generate(schema).stream())
                .forEach(object -> byId.putIfAbsent(object.id(), object));
        return byId.values();
    }
}
