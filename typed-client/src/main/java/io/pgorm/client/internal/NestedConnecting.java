package io.pgorm.client.internal;

import io.pgorm.client.Key;
import io.pgorm.client.Link;
import io.pgorm.client.ModelType;
import io.pgorm.client.Ref;
import io.pgorm.client.RelatedChange;
import io.pgorm.client.RelatedChange.Action;
import io.pgorm.client.internal.NestedStep.Column;
import io.pgorm.client.internal.NestedStep.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.TableField;

/** Rows that are there and become related ones, or cease to be. For one thread. */
final class NestedConnecting {

    private final NestedSteps steps;
    private final NestedReferences references;
    private final NestedJoins joins;

    NestedConnecting(NestedSteps steps, NestedReferences references, NestedJoins joins) {
        this.steps = steps;
        this.references = references;
        this.joins = joins;
    }

    /** Rows that are there become related ones, each of the row beside it. */
    void connect(RelatedChange change, List<NestedRow> parents, List<Ref<?>> connected) {
        Link<?> link = change.link();
        if (link.join().isPresent()) {
            List<List<Origin>> pairs = new ArrayList<>();
            for (int i = 0; i < connected.size(); i++) {
                Ref<?> reference = connected.get(i);
                pairs.add(NestedJoins.pair(link, parents.get(i), column -> references.origin(reference, column)));
            }
            joins.join(change, Kind.INSERT_MISSING, pairs);
            return;
        }
        ModelType<?> target = link.target();
        connected.forEach(references::ensure);
        List<Column> pointing = NestedSteps.fields(link.remote()).stream()
                .map(column -> Column.of(target, column))
                .toList();
        Map<Object, NestedStep> alike = new LinkedHashMap<>();
        for (int i = 0; i < connected.size(); i++) {
            Ref<?> reference = connected.get(i);
            List<Origin> row = new ArrayList<>(NestedSteps.fields(link.local()).stream()
                    .map(parents.get(i).required()::column)
                    .toList());
            Object likeness = Map.entry(
                    reference.key(), row.stream().map(NestedSteps::likeness).toList());
            NestedStep step = alike.computeIfAbsent(likeness, unused -> {
                List<Column> found = new ArrayList<>();
                reference.key().fields().forEach(field -> found.add(Column.of(target, field)));
                return steps.add(Kind.UPDATE, target, pointing, found);
            });
            reference.values().forEach(value -> row.add(new Origin.Value(value)));
            step.rows.add(row);
        }
    }

    /** Rows that are there cease to be related ones, or become the only ones. */
    void change(RelatedChange change, NestedRow parent) {
        Link<?> link = change.link();
        if (link.join().isPresent()) {
            joins.change(change, parent);
            return;
        }
        List<TableField<?, ?>> local = NestedSteps.fields(link.local());
        List<TableField<?, ?>> remote = NestedSteps.fields(link.remote());
        ModelType<?> target = link.target();
        List<Column> pointing =
                remote.stream().map(column -> Column.of(target, column)).toList();
        List<Origin> parentKey = local.stream().map(parent.required()::column).toList();
        if (change.action() == Action.SET || change.references().isEmpty()) {
            change.references().forEach(references::ensure);
            clearOthers(change, target, pointing, parentKey);
        }
        Map<Key<?>, NestedStep> byKey = new LinkedHashMap<>();
        for (Ref<?> reference : change.references()) {
            boolean away = change.action() == Action.REMOVE;
            NestedStep step = byKey.computeIfAbsent(reference.key(), key -> {
                List<Column> found = new ArrayList<>();
                key.fields().forEach(field -> found.add(Column.of(target, field)));
                if (away) {
                    found.addAll(pointing);
                }
                return steps.add(Kind.UPDATE, target, pointing, found);
            });
            List<Origin> row = new ArrayList<>();
            if (away) {
                remote.forEach(column -> row.add(new Origin.Value(null)));
            } else {
                row.addAll(parentKey);
            }
            reference.values().forEach(value -> row.add(new Origin.Value(value)));
            if (away) {
                row.addAll(parentKey);
            }
            step.rows.add(row);
        }
    }

    private void clearOthers(RelatedChange change, ModelType<?> target, List<Column> pointing, List<Origin> parentKey) {
        List<Column> found = new ArrayList<>();
        List<? extends Ref<?>> kept = change.references();
        List<TableField<?, ?>> key = kept.isEmpty() ? List.of() : List.copyOf(target.primaryKey());
        key.forEach(column -> found.add(Column.of(target, column)));
        NestedStep step = steps.add(Kind.CLEAR_OTHERS, target, pointing, found);
        if (kept.isEmpty()) {
            step.rows.add(parentKey);
            return;
        }
        for (Ref<?> reference : kept) {
            List<Origin> row = new ArrayList<>(parentKey);
            key.forEach(column -> row.add(references.origin(reference, column)));
            step.rows.add(row);
        }
        NestedSteps.requireAlike(
                step.rows.stream()
                        .map(row -> row.stream().map(NestedSteps::likeness).toList())
                        .distinct()
                        .count(),
                change);
    }
}
