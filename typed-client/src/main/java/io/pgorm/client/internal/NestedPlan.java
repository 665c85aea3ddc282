package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import io.pgorm.client.Link;
import io.pgorm.client.ModelType;
import io.pgorm.client.NestedCreate;
import io.pgorm.client.Ref;
import io.pgorm.client.RelatedChange;
import io.pgorm.client.RelatedChange.Action;
import io.pgorm.client.internal.NestedStep.Column;
import io.pgorm.client.internal.NestedStep.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Walks a tree of rows to write, and makes steps of it in the order in which they have to go: what a row points to, the
 * row, what points to it. Rows of one relation that set the same columns share a statement. For one thread.
 */
final class NestedPlan {

    private final NestedSteps steps = new NestedSteps();
    private final NestedReferences references = new NestedReferences(steps);
    private final NestedJoins joins = new NestedJoins(steps, references);
    private final NestedConnecting connecting = new NestedConnecting(steps, references, joins);

    List<NestedStep> steps() {
        return steps.all();
    }

    /** Inserts one row with all that hangs on it. */
    NestedHandle insert(ModelType<?> model, Assignments given) {
        NestedRow row = new NestedRow(given);
        insert(model, List.of(row));
        return row.required();
    }

    /** The relations of a row that is there; {@code root} finds it, and changes what it points to itself. */
    void relate(NestedStep root, ModelType<?> model, Assignments changes) {
        NestedRow row = new NestedRow(Assignments.none());
        row.handle = new NestedHandle(root, 1, new Sources(Assignments.none()));
        changes.related().stream()
                .filter(change -> !change.holdsKey())
                .forEach(change -> towards(model, change, List.of(row)));
    }

    /** What the row itself gets from the rows that it points to. */
    Sources pointedTo(ModelType<?> model, Assignments changes) {
        NestedRow row = new NestedRow(changes);
        pointTo(model, List.of(row));
        return row.sources;
    }

    /**
     * Inserts rows with all that hangs on them.
     *
     * @return the steps that insert the rows themselves
     */
    Set<NestedStep> insertAll(ModelType<?> model, List<Assignments> given) {
        List<NestedRow> rows = given.stream().map(NestedRow::new).toList();
        insert(model, rows);
        return rows.stream().map(row -> row.required().step()).collect(Collectors.toSet());
    }

    /**
     * Inserts a row with all that hangs on it, unless it is there.
     *
     * @throws IllegalArgumentException if it points to a row that is to be made: whether that is needed is known only when
     *     it is too late
     */
    NestedHandle insertUnlessThere(ModelType<?> model, Assignments given, ConflictTarget target) {
        for (RelatedChange change : given.related()) {
            if (change.holdsKey() && !change.created().isEmpty()) {
                throw new IllegalArgumentException("an upsert cannot make the " + change.relation() + " of a new "
                        + model.name() + ", for the " + model.name()
                        + " may be there already; connect one, or connectOrCreate it by its key");
            }
        }
        NestedRow row = new NestedRow(given);
        pointTo(model, List.of(row));
        List<Column> columns = new ArrayList<>();
        row.sources.columns().forEach(column -> columns.add(Column.of(model, column)));
        NestedStep step = step(Kind.INSERT_UNLESS_THERE, model, columns, List.of());
        step.target = target;
        step.optional = true;
        step.rows.add(List.copyOf(row.sources.origins()));
        model.primaryKey().forEach(step::pass);
        NestedHandle handle = new NestedHandle(step, 1, row.sources);
        row.handle = handle;
        guard(new NestedGuard(step, true));
        related(model, List.of(row));
        return handle;
    }

    /** For the steps that are added from now on, whether they do anything. */
    void guard(@Nullable NestedGuard newGuard) {
        steps.guard(newGuard);
        references.forget();
    }

    NestedStep step(Kind kind, ModelType<?> model, List<Column> columns, List<Column> found) {
        return steps.add(kind, model, columns, found);
    }

    private void insert(ModelType<?> model, List<NestedRow> rows) {
        pointTo(model, rows);
        groups(rows).forEach(group -> insertAlike(model, group));
        related(model, rows);
    }

    private void related(ModelType<?> model, List<NestedRow> rows) {
        Set<String> relations = new LinkedHashSet<>();
        for (NestedRow row : rows) {
            for (RelatedChange change : row.given.related()) {
                if (!change.holdsKey()) {
                    relations.add(change.relation());
                }
            }
        }
        for (String relation : relations) {
            together(model, relation, rows);
        }
    }

    /** What a relation does for all rows, as few changes as can be: new rows of all of them share statements. */
    private void together(ModelType<?> model, String relation, List<NestedRow> rows) {
        List<NestedRow> parents = new ArrayList<>();
        List<NestedCreate<?>> created = new ArrayList<>();
        List<NestedRow> holders = new ArrayList<>();
        List<Ref<?>> connected = new ArrayList<>();
        @Nullable RelatedChange some = null;
        for (NestedRow row : rows) {
            for (RelatedChange change : row.given.related()) {
                if (!change.relation().equals(relation) || change.holdsKey()) {
                    continue;
                }
                some = change;
                for (NestedCreate<?> child : change.created()) {
                    parents.add(row);
                    created.add(child);
                }
                if (change.action() != Action.ADD) {
                    connecting.change(change, row);
                } else {
                    change.references().forEach(reference -> {
                        holders.add(row);
                        connected.add(reference);
                    });
                }
            }
        }
        if (some != null && !connected.isEmpty()) {
            connecting.connect(some, holders, connected);
        }
        if (some != null && !created.isEmpty()) {
            create(some, parents, created);
        }
    }

    private void towards(ModelType<?> model, RelatedChange change, List<NestedRow> one) {
        NestedRow row = one.get(0);
        if (change.created().isEmpty()) {
            if (change.action() == Action.ADD) {
                List<NestedRow> holders = new ArrayList<>();
                change.references().forEach(reference -> holders.add(row));
                connecting.connect(change, holders, List.copyOf(change.references()));
            } else {
                connecting.change(change, row);
            }
            return;
        }
        List<NestedRow> parents = new ArrayList<>();
        change.created().forEach(child -> parents.add(row));
        create(change, parents, change.created());
    }

    /** Rows that share a statement. */
    private static List<List<NestedRow>> groups(List<NestedRow> rows) {
        List<List<NestedRow>> groups = new ArrayList<>(1);
        for (NestedRow row : rows) {
            List<NestedRow> found = null;
            for (List<NestedRow> group : groups) {
                if (group.get(0).sources.isLike(row.sources)) {
                    found = group;
                    break;
                }
            }
            if (found == null) {
                found = new ArrayList<>();
                groups.add(found);
            }
            found.add(row);
        }
        return groups;
    }

    private void insertAlike(ModelType<?> model, List<NestedRow> rows) {
        List<Column> columns = new ArrayList<>();
        rows.get(0).sources.columns().forEach(column -> columns.add(Column.of(model, column)));
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a row of " + model.name()
                    + " with related rows has to set a field; give one of those that have defaults");
        }
        NestedStep step = step(Kind.INSERT, model, columns, List.of());
        for (NestedRow row : rows) {
            step.rows.add(List.copyOf(row.sources.origins()));
            row.handle = new NestedHandle(step, step.rows.size(), row.sources);
        }
    }

    /** The rows that rows point to: made first, or found. */
    private void pointTo(ModelType<?> model, List<NestedRow> rows) {
        if (rows.stream().allMatch(row -> row.given.related().isEmpty())) {
            return;
        }
        Map<String, List<NestedRow>> makers = new LinkedHashMap<>();
        Map<String, List<NestedRow>> made = new LinkedHashMap<>();
        Map<String, Link<?>> links = new LinkedHashMap<>();
        for (NestedRow row : rows) {
            for (RelatedChange change : row.given.related()) {
                if (!change.holdsKey()) {
                    continue;
                }
                links.put(change.relation(), change.link());
                for (NestedCreate<?> target : change.created()) {
                    makers.computeIfAbsent(change.relation(), unused -> new ArrayList<>())
                            .add(row);
                    made.computeIfAbsent(change.relation(), unused -> new ArrayList<>())
                            .add(new NestedRow(target.assignments()));
                }
                if (change.action() == Action.REMOVE) {
                    NestedSteps.fields(change.link().local())
                            .forEach(column -> row.sources.put(column, new Origin.Value(null)));
                }
                change.references()
                        .forEach(
                                reference -> point(row, change.link(), source -> references.origin(reference, source)));
            }
        }
        made.forEach((relation, targets) -> {
            Link<?> link = Objects.requireNonNull(links.get(relation));
            insert(link.target(), targets);
            for (int i = 0; i < targets.size(); i++) {
                NestedHandle target = targets.get(i).required();
                NestedRow maker = Objects.requireNonNull(makers.get(relation)).get(i);
                point(maker, link, target::column);
            }
        });
    }

    private static void point(NestedRow row, Link<?> link, Function<TableField<?, ?>, Origin> target) {
        List<TableField<?, ?>> local = NestedSteps.fields(link.local());
        List<TableField<?, ?>> remote = NestedSteps.fields(link.remote());
        for (int i = 0; i < local.size(); i++) {
            row.sources.put(local.get(i), target.apply(remote.get(i)));
        }
    }

    /** New rows at the other end. */
    private void create(RelatedChange change, List<NestedRow> parents, List<? extends NestedCreate<?>> created) {
        Link<?> link = change.link();
        List<NestedRow> children = new ArrayList<>();
        created.forEach(child -> children.add(new NestedRow(child.assignments())));
        if (link.join().isEmpty()) {
            List<TableField<?, ?>> remote = NestedSteps.fields(link.remote());
            List<TableField<?, ?>> local = NestedSteps.fields(link.local());
            for (int i = 0; i < children.size(); i++) {
                for (int k = 0; k < remote.size(); k++) {
                    NestedRow child = children.get(i);
                    if (child.sources.contains(remote.get(k))) {
                        throw new IllegalArgumentException("a row in " + change.relation() + " belongs to the row it"
                                + " stands in: leave out its "
                                + link.target().fieldOfColumn(remote.get(k).getName()));
                    }
                    child.sources.put(remote.get(k), parents.get(i).required().column(local.get(k)));
                }
            }
            insert(link.target(), children);
            return;
        }
        insert(link.target(), children);
        List<List<Origin>> pairs = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            pairs.add(NestedJoins.pair(link, parents.get(i), children.get(i).required()::column));
        }
        joins.join(change, Kind.INSERT, pairs);
    }
}
