package io.pgorm.ddl;

import io.pgorm.ddl.internal.PartitionTree;
import io.pgorm.ddl.internal.order.SchemaSteps;
import io.pgorm.ddl.internal.order.Step;
import io.pgorm.ddl.internal.order.StepOrder;
import io.pgorm.ddl.internal.order.Stratum;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The DDL that makes a schema in an empty database.
 *
 * <p>Each object comes after what it needs: what the schema says it refers to, and what its SQL names. Otherwise kinds
 * come in an order that people are used to, and objects of a kind by name, so that the same schema gives the same
 * statements whatever the order of its declarations. Roles that are there already are left as they are.
 *
 * <p>Needs PostgreSQL 15 or later; virtual generated columns need 18. Stateless.
 */
public final class DdlGenerator {

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
     * <p>A function whose body names what can only come later, such as one that reads a table whose default calls it,
     * stands between statements that turn {@code check_function_bodies} off and back on.
     *
     * @param schema without errors
     * @param extensions those of the schema language that may contribute SQL; their order makes no difference
     */
    public static List<DdlStatement> generate(Schema schema, List<SchemaExtension> extensions) {
        Schema whole = PartitionTree.withoutInheritedIdentities(withGenerated(schema, extensions));
        Set<QualifiedName> bare = new LinkedHashSet<>();
        StepOrder.Sorted sorted = StepOrder.sort(SchemaSteps.of(whole, bare));
        while (bare.addAll(tables(sorted.knots()))) {
            sorted = StepOrder.sort(SchemaSteps.of(whole, bare));
        }
        List<DdlStatement> statements = new ArrayList<>();
        for (Step step : sorted.steps()) {
            if (sorted.unchecked().contains(step)) {
                SourceSpan span = step.statements().getFirst().span();
                statements.add(new DdlStatement("SET check_function_bodies = off", span, List.of()));
                statements.addAll(step.statements());
                statements.add(new DdlStatement("RESET check_function_bodies", span, List.of()));
            } else {
                statements.addAll(step.statements());
            }
        }
        return List.copyOf(statements);
    }

    private static List<QualifiedName> tables(Set<Step> knots) {
        return knots.stream()
                .map(Step::place)
                .filter(place -> place.stratum() == Stratum.TABLES)
                .map(place -> place.name())
                .toList();
    }

    /** The SQL of the schema and that generated now, by id: what stands in both places is the same object. */
    private static Schema withGenerated(Schema schema, List<SchemaExtension> extensions) {
        Map<String, SqlObject> byId = new LinkedHashMap<>();
        schema.sqlObjects().forEach(object -> byId.put(object.id(), object));
        extensions.stream()
                .flatMap(extension -> extension.generate(schema).stream())
                .forEach(object -> byId.putIfAbsent(object.id(), object));
        List<SchemaObject> objects = new ArrayList<>(schema.objects().stream()
                .filter(object -> !(object instanceof SqlObject))
                .toList());
        objects.addAll(byId.values());
        return schema.withObjects(objects);
    }
}
