package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Planner;
import io.pgorm.ddl.plan.Renames.Likely;
import io.pgorm.ir.Column;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what goes beside what comes with the same structure. Stateless. */
public final class LikelyRenames {

    private LikelyRenames() {}

    public static List<Likely> between(Planner.State before, Planner.State after) {
        Facts from = Facts.of(before.schema(), before.dependencies());
        Facts to = Facts.of(after.schema(), after.dependencies());
        Map<Object, List<ObjectName>> gone = shapes(from, to);
        Map<Object, List<ObjectName>> come = shapes(to, from);
        List<Likely> likely = new ArrayList<>();
        gone.forEach((shape, objects) -> {
            List<ObjectName> others = come.getOrDefault(shape, List.of());
            if (objects.size() == 1 && others.size() == 1) {
                likely.add(new Likely(objects.getFirst(), others.getFirst()));
            }
        });
        likely.sort(java.util.Comparator.comparing(each -> FactId.self(each.before())));
        return likely;
    }

    /** By what an object is without its name, those that the other state has not. */
    private static Map<Object, List<ObjectName>> shapes(Facts state, Facts other) {
        Map<QualifiedName, List<Object>> columns = new LinkedHashMap<>();
        state.byId().values().forEach(fact -> {
            if (fact instanceof Fact.OfColumn(QualifiedName table, Column column)) {
                columns.computeIfAbsent(table, key -> new ArrayList<>())
                        .add(List.of(column.name(), column.type().sql(), column.nullable()));
            }
        });
        Map<Object, List<ObjectName>> shapes = new LinkedHashMap<>();
        for (Fact fact : state.byId().values()) {
            if (!other.has(fact.id()) && fact.parent().stream().allMatch(other::has)) {
                Object shape = shape(fact, columns);
                if (shape != NONE) {
                    shapes.computeIfAbsent(shape, key -> new ArrayList<>())
                            .add(fact.id().object());
                }
            }
        }
        return shapes;
    }

    private static final Object NONE = new Object();

    private static Object shape(Fact fact, Map<QualifiedName, List<Object>> columns) {
        return switch (fact) {
            case Fact.OfTable(var table) ->
                List.of("table", table.name().schema(), columns.getOrDefault(table.name(), List.of()));
            case Fact.OfColumn(QualifiedName table, Column column) ->
                List.of("column", table, column.type().sql(), column.nullable(), column.inherited());
            case Fact.OfEnum(var type) ->
                List.of(
                        "enum",
                        type.name().schema(),
                        type.values().stream().map(value -> value.label()).toList());
            case Fact.OfComposite(var type) -> List.of("composite", type.name().schema(), type.attributes());
            case Fact.OfDomain(var type) -> List.of("domain", type.name().schema(), type.base());
            case Fact.OfView(var view) -> List.of("view", view.name().schema(), view.materialized(), view.query());
            case Fact.OfRoutine(var routine) ->
                List.of(
                        "routine",
                        routine.name().schema(),
                        routine.kind(),
                        routine.parameters(),
                        routine.returns(),
                        routine.body());
            case Fact other -> NONE;
        };
    }
}
