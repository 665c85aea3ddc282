package io.pgorm.client.internal;

import io.pgorm.client.Link;
import io.pgorm.client.Ref;
import io.pgorm.client.RelatedChange;
import io.pgorm.client.internal.NestedStep.Column;
import io.pgorm.client.internal.NestedStep.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.TableField;

/** Rows of join tables. For one thread. */
final class NestedJoins {

    private final NestedSteps steps;
    private final NestedReferences references;

    NestedJoins(NestedSteps steps, NestedReferences references) {
        this.steps = steps;
        this.references = references;
    }

    /** The two keys of a row of the join table. */
    static List<Origin> pair(Link<?> link, NestedRow parent, Function<TableField<?, ?>, Origin> target) {
        return Stream.concat(
                        NestedSteps.fields(link.local()).stream().map(parent.required()::column),
                        NestedSteps.fields(link.remote()).stream().map(target))
                .toList();
    }

    /** Rows of the join table; those alike in one statement. */
    void join(RelatedChange change, Kind kind, List<List<Origin>> pairs) {
        Link<?> link = change.link();
        Link.Join join = link.join().orElseThrow();
        Map<Object, NestedStep> alike = new LinkedHashMap<>();
        for (List<Origin> pair : pairs) {
            Object likeness = pair.stream().map(NestedSteps::likeness).toList();
            alike.computeIfAbsent(likeness, unused -> {
                        List<Column> columns = new ArrayList<>();
                        List<TableField<?, ?>> remote = NestedSteps.fields(link.remote());
                        for (int i = 0; i < join.toLocal().size(); i++) {
                            TableField<?, ?> local =
                                    NestedSteps.fields(link.local()).get(i);
                            columns.add(new Column(join.toLocal().get(i), ModelTypes.of(local), local));
                        }
                        for (int i = 0; i < remote.size(); i++) {
                            columns.add(new Column(join.toTarget().get(i), link.target(), remote.get(i)));
                        }
                        boolean split = kind == Kind.DELETE_OTHERS;
                        int local = split ? join.toLocal().size() : columns.size();
                        return steps.add(
                                kind, change, columns.subList(0, local), columns.subList(local, columns.size()));
                    })
                    .rows
                    .add(pair);
        }
    }

    /** Rows that are there cease to be related ones, or become the only ones. */
    void change(RelatedChange change, NestedRow parent) {
        Link<?> link = change.link();
        List<List<Origin>> pairs = new ArrayList<>();
        for (Ref<?> reference : change.references()) {
            pairs.add(pair(link, parent, column -> references.origin(reference, column)));
        }
        switch (change.action()) {
            case ADD -> throw new IllegalArgumentException("rows that are added are connected");
            case SET -> {
                others(change, parent, pairs);
                join(change, Kind.INSERT_MISSING, pairs);
            }
            case REMOVE -> {
                if (pairs.isEmpty()) {
                    others(change, parent, pairs);
                } else {
                    join(change, Kind.DELETE, pairs);
                }
            }
        }
    }

    private void others(RelatedChange change, NestedRow parent, List<List<Origin>> pairs) {
        Link<?> link = change.link();
        Link.Join join = link.join().orElseThrow();
        if (!pairs.isEmpty()) {
            int before = steps.all().size();
            join(change, Kind.DELETE_OTHERS, pairs);
            NestedSteps.requireAlike(steps.all().size() - before, change);
            return;
        }
        List<Column> columns = new ArrayList<>();
        List<Origin> key = new ArrayList<>();
        for (int i = 0; i < join.toLocal().size(); i++) {
            TableField<?, ?> local = NestedSteps.fields(link.local()).get(i);
            key.add(parent.required().column(local));
            columns.add(new Column(join.toLocal().get(i), ModelTypes.of(local), local));
        }
        steps.add(Kind.DELETE_OTHERS, change, columns, List.of()).rows.add(key);
    }
}
