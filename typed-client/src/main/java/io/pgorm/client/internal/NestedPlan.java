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
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Walks a tree of rows to write, and makes steps of it in the order in which they have to go: what a row points to, the
 * row, what points to it. Rows of one relation that set the same columns share a statement. For one thread.
 */
final class NestedPlan {

    private final List<NestedStep> steps = new ArrayList<>();
    /** References whose rows are made where they are missing, each once. */
    private final Set<Ref<?>> ensured = Collections.newSetFromMap(new IdentityHashMap<>());

    private int numbers;

    /** Of the steps that are added from now on. */
    private @Nullable NestedGuard guard;

    /** A row to insert: what the caller gives, and what its place in the tree does. */
    private static final class Row {
        final Assignments given;
        final Sources sources;

        @Nullable
        Handle handle;

        Row(Assignments given) {
            this.given = given;
            this.sources = new Sources(given);
        }

        Handle required() {
            return Objects.requireNonNull(handle);
        }
    }

    /** A row as later steps see it. */
    record Handle(NestedStep step, int row, Sources sources) {

        /** The value of a column: what was given, where it was given, for then it need not be asked for. */
        Origin column(TableField<?, ?> column) {
            Origin given = sources.get(column);
            return given instanceof Origin.Value ? given : new Origin.Written(step, row, column);
        }
    }

    List<NestedStep> steps() {
        return steps;
    }

    /** Inserts one row with all that hangs on it. */
    Handle insert(ModelType<?> model, Assignments given) {
        Row row = new Row(given);
        insert(model, List.of(row));
        return row.required();
    }

    /** The relations of a row that is there; {@code root} finds it, and changes what it points to itself. */
    void relate(NestedStep root, ModelType<?> model, Assignments changes) {
        Row row = new Row(Assignments.none());
        row.handle = new Handle(root, 1, new Sources(Assignments.none()));
        changes.related().stream()
                .filter(change -> !change.holdsKey())
                .forEach(change -> towards(model, change, List.of(row)));
    }

    /** What the row itself gets from the rows that it points to. */
    Sources pointedTo(ModelType<?> model, Assignments changes) {
        Row row = new Row(changes);
        pointTo(model, List.of(row));
        return row.sources;
    }

    /**
     * Inserts rows with all that hangs on them.
     *
     * @return the steps that insert the rows themselves
     */
    Set<NestedStep> insertAll(ModelType<?> model, List<Assignments> given) {
        List<Row> rows = given.stream().map(Row::new).toList();
        insert(model, rows);
        return rows.stream().map(row -> row.required().step()).collect(Collectors.toSet());
    }

    /**
     * Inserts a row with all that hangs on it, unless it is there.
     *
     * @throws IllegalArgumentException if it points to a row that is to be made: whether that is needed is known only when
     *     it is too late
     */
    Handle insertUnlessThere(ModelType<?> model, Assignments given, ConflictTarget target) {
        for (RelatedChange change : given.related()) {
            if (change.holdsKey() && !change.created().isEmpty()) {
                throw new IllegalArgumentException("an upsert cannot make the " + change.relation() + " of a new "
                        + model.name() + ", for the " + model.name()
                        + " may be there already; connect one, or connectOrCreate it by its key");
            }
        }
        Row row = new Row(given);
        pointTo(model, List.of(row));
        List<Column> columns = new ArrayList<>();
        row.sources.columns().forEach(column -> columns.add(Column.of(model, column)));
        NestedStep step = step(Kind.INSERT_UNLESS_THERE, model, columns, List.of());
        step.target = target;
        step.optional = true;
        step.rows.add(List.copyOf(row.sources.origins()));
        model.primaryKey().forEach(step::pass);
        Handle handle = new Handle(step, 1, row.sources);
        row.handle = handle;
        guard(new NestedGuard(step, true));
        related(model, List.of(row));
        return handle;
    }

    /** For the steps that are added from now on, whether they do anything. */
    void guard(@Nullable NestedGuard newGuard) {
        guard = newGuard;
        ensured.clear();
    }

    private void insert(ModelType<?> model, List<Row> rows) {
        pointTo(model, rows);
        groups(rows).forEach(group -> insertAlike(model, group));
        related(model, rows);
    }

    private void related(ModelType<?> model, List<Row> rows) {
        Set<String> relations = new LinkedHashSet<>();
        for (Row row : rows) {
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
    private void together(ModelType<?> model, String relation, List<Row> rows) {
        List<Row> parents = new ArrayList<>();
        List<NestedCreate<?>> created = new ArrayList<>();
        List<Row> holders = new ArrayList<>();
        List<Ref<?>> connected = new ArrayList<>();
        @Nullable RelatedChange some = null;
        for (Row row : rows) {
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
                    references(model, change, row);
                } else {
                    change.references().forEach(reference -> {
                        holders.add(row);
                        connected.add(reference);
                    });
                }
            }
        }
        if (some != null && !connected.isEmpty()) {
            connect(some, holders, connected);
        }
        if (some != null && !created.isEmpty()) {
            create(some, parents, created);
        }
    }

    private void towards(ModelType<?> model, RelatedChange change, List<Row> one) {
        Row row = one.get(0);
        if (change.created().isEmpty()) {
            if (change.action() == Action.ADD) {
                List<Row> holders = new ArrayList<>();
                change.references().forEach(reference -> holders.add(row));
                connect(change, holders, List.copyOf(change.references()));
            } else {
                references(model, change, row);
            }
            return;
        }
        List<Row> parents = new ArrayList<>();
        change.created().forEach(child -> parents.add(row));
        create(change, parents, change.created());
    }

    /** Rows that share a statement. */
    private static List<List<Row>> groups(List<Row> rows) {
        List<List<Row>> groups = new ArrayList<>(1);
        for (Row row : rows) {
            List<Row> found = null;
            for (List<Row> group : groups) {
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

    private static Object likeness(Origin source) {
        return switch (source) {
            case Origin.Value value -> 0;
            case Origin.Written written ->
                Map.entry(written.step().number, written.column().getName());
            case Origin.Found found ->
                Map.entry(found.key(), found.column().getName());
        };
    }

    private void insertAlike(ModelType<?> model, List<Row> rows) {
        List<Column> columns = new ArrayList<>();
        rows.get(0).sources.columns().forEach(column -> columns.add(Column.of(model, column)));
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a row of " + model.name()
                    + " with related rows has to set a field; give one of those that have defaults");
        }
        NestedStep step = step(Kind.INSERT, model, columns, List.of());
        for (Row row : rows) {
            step.rows.add(List.copyOf(row.sources.origins()));
            row.handle = new Handle(step, step.rows.size(), row.sources);
        }
    }

    /** The rows that rows point to: made first, or found. */
    private void pointTo(ModelType<?> model, List<Row> rows) {
        if (rows.stream().allMatch(row -> row.given.related().isEmpty())) {
            return;
        }
        Map<String, List<Row>> makers = new LinkedHashMap<>();
        Map<String, List<Row>> made = new LinkedHashMap<>();
        Map<String, Link<?>> links = new LinkedHashMap<>();
        for (Row row : rows) {
            for (RelatedChange change : row.given.related()) {
                if (!change.holdsKey()) {
                    continue;
                }
                links.put(change.relation(), change.link());
                for (NestedCreate<?> target : change.created()) {
                    makers.computeIfAbsent(change.relation(), unused -> new ArrayList<>())
                            .add(row);
                    made.computeIfAbsent(change.relation(), unused -> new ArrayList<>())
                            .add(new Row(target.assignments()));
                }
                if (change.action() == Action.REMOVE) {
                    fields(change.link().local()).forEach(column -> row.sources.put(column, new Origin.Value(null)));
                }
                change.references()
                        .forEach(reference -> point(row, change.link(), source -> reference(reference, source)));
            }
        }
        made.forEach((relation, targets) -> {
            Link<?> link = Objects.requireNonNull(links.get(relation));
            insert(link.target(), targets);
            for (int i = 0; i < targets.size(); i++) {
                Handle target = targets.get(i).required();
                Row maker =
                        Objects.requireNonNull(makers.get(relation)).get(i);
                point(maker, link, target::column);
            }
        });
    }

    private static void point(Row row, Link<?> link, java.util.function.Function<TableField<?, ?>, Origin> target) {
        List<TableField<?, ?>> local = fields(link.local());
        List<TableField<?, ?>> remote = fields(link.remote());
        for (int i = 0; i < local.size(); i++) {
            row.sources.put(local.get(i), target.apply(remote.get(i)));
        }
    }

    /** The value of a column of a row that is there, or is made where it is not. */
    private Origin reference(Ref<?> reference, TableField<?, ?> column) {
        reference.otherwise().ifPresent(otherwise -> insertMissing(reference, otherwise));
        int part = reference.key().fields().indexOf(column);
        return part >= 0
                ? new Origin.Value(reference.values().get(part))
                : new Origin.Found(reference.key(), reference.values(), column);
    }

    private void insertMissing(Ref<?> reference, NestedCreate<?> otherwise) {
        if (!ensured.add(reference)) {
            return;
        }
        ModelType<?> model = reference.key().model();
        if (!otherwise.assignments().related().isEmpty()) {
            throw new IllegalArgumentException("connectOrCreate takes a row of " + model.name()
                    + " without related rows, for it may be there already");
        }
        Row row = new Row(otherwise.assignments());
        List<Column> columns = new ArrayList<>();
        row.sources.columns().forEach(column -> columns.add(Column.of(model, column)));
        NestedStep last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        boolean alike = last != null
                && last.kind == Kind.INSERT_MISSING
                && last.columns.equals(columns)
                && Objects.equals(last.guard, guard);
        NestedStep step = last != null && alike
                ? last
                : step(Kind.INSERT_MISSING, model, columns, List.of());
        step.rows.add(List.copyOf(row.sources.origins()));
    }

    /** New rows at the other end. */
    private void create(RelatedChange change, List<Row> parents, List<? extends NestedCreate<?>> created) {
        Link<?> link = change.link();
        List<Row> children = new ArrayList<>();
        created.forEach(child -> children.add(new Row(child.assignments())));
        if (link.join().isEmpty()) {
            List<TableField<?, ?>> remote = fields(link.remote());
            List<TableField<?, ?>> local = fields(link.local());
            for (int i = 0; i < children.size(); i++) {
                for (int k = 0; k < remote.size(); k++) {
                    Row child = children.get(i);
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
            pairs.add(pair(link, parents.get(i), children.get(i).required()::column));
        }
        join(link, Kind.INSERT, change, pairs);
    }

    private static List<Origin> pair(
            Link<?> link, Row parent, java.util.function.Function<TableField<?, ?>, Origin> target) {
        return Stream.concat(
                        fields(link.local()).stream().map(parent.required()::column),
                        fields(link.remote()).stream().map(target))
                .toList();
    }

    /** Rows of the join table; those alike in one statement. */
    private void join(Link<?> link, Kind kind, RelatedChange change, List<List<Origin>> pairs) {
        Link.Join join = link.join().orElseThrow();
        Map<Object, NestedStep> alike = new LinkedHashMap<>();
        for (List<Origin> pair : pairs) {
            Object likeness = pair.stream().map(NestedPlan::likeness).toList();
            alike.computeIfAbsent(likeness, unused -> {
                        List<Column> columns = new ArrayList<>();
                        List<TableField<?, ?>> remote = fields(link.remote());
                        for (int i = 0; i < join.toLocal().size(); i++) {
                            TableField<?, ?> local = fields(link.local()).get(i);
                            columns.add(new Column(join.toLocal().get(i), ModelTypes.of(local), local));
                        }
                        for (int i = 0; i < remote.size(); i++) {
                            columns.add(new Column(join.toTarget().get(i), link.target(), remote.get(i)));
                        }
                        boolean split = kind == Kind.DELETE_OTHERS;
                        int local = split ? join.toLocal().size() : columns.size();
                        NestedStep step = new NestedStep(
                                kind,
                                numbers++,
                                change.relation(),
                                join.table(),
                                null,
                                columns.subList(0, local),
                                columns.subList(local, columns.size()));
                        return add(step);
                    })
                    .rows
                    .add(pair);
        }
    }

    /** Rows that are there become related ones, or cease to be. */
    private void references(ModelType<?> model, RelatedChange change, Row parent) {
        Link<?> link = change.link();
        if (link.join().isPresent()) {
            joined(change, parent);
            return;
        }
        List<TableField<?, ?>> local = fields(link.local());
        List<TableField<?, ?>> remote = fields(link.remote());
        ModelType<?> target = link.target();
        List<Column> pointing =
                remote.stream().map(column -> Column.of(target, column)).toList();
        List<Origin> parentKey = local.stream().map(parent.required()::column).toList();
        if (change.action() == Action.SET || change.references().isEmpty()) {
            change.references()
                    .forEach(reference ->
                            reference.otherwise().ifPresent(otherwise -> insertMissing(reference, otherwise)));
            clearOthers(change, target, pointing, parentKey);
        }
        Map<io.pgorm.client.Key<?>, NestedStep> byKey = new LinkedHashMap<>();
        for (Ref<?> reference : change.references()) {
            boolean away = change.action() == Action.REMOVE;
            NestedStep step = byKey.computeIfAbsent(reference.key(), key -> {
                List<Column> found = new ArrayList<>();
                key.fields().forEach(field -> found.add(Column.of(target, field)));
                if (away) {
                    found.addAll(pointing);
                }
                return step(Kind.UPDATE, target, pointing, found);
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
        NestedStep step = step(Kind.CLEAR_OTHERS, target, pointing, found);
        if (kept.isEmpty()) {
            step.rows.add(parentKey);
            return;
        }
        for (Ref<?> reference : kept) {
            List<Origin> row = new ArrayList<>(parentKey);
            key.forEach(column -> row.add(reference(reference, column)));
            step.rows.add(row);
        }
        requireAlike(
                step.rows.stream()
                        .map(row -> row.stream().map(NestedPlan::likeness).toList())
                        .distinct()
                        .count(),
                change);
    }

    private static void requireAlike(long ways, RelatedChange change) {
        if (ways > 1) {
            throw new IllegalArgumentException(change.relation()
                    + ": name the rows that are set by the same key, not some by one and some by another");
        }
    }

    /** Rows that are there become related ones, each of the row beside it. */
    private void connect(RelatedChange change, List<Row> parents, List<Ref<?>> references) {
        Link<?> link = change.link();
        if (link.join().isPresent()) {
            List<List<Origin>> pairs = new ArrayList<>();
            for (int i = 0; i < references.size(); i++) {
                Ref<?> reference = references.get(i);
                pairs.add(pair(link, parents.get(i), column -> reference(reference, column)));
            }
            join(link, Kind.INSERT_MISSING, change, pairs);
            return;
        }
        ModelType<?> target = link.target();
        references.forEach(
                reference -> reference.otherwise().ifPresent(otherwise -> insertMissing(reference, otherwise)));
        List<Column> pointing = fields(link.remote()).stream()
                .map(column -> Column.of(target, column))
                .toList();
        Map<Object, NestedStep> alike = new LinkedHashMap<>();
        for (int i = 0; i < references.size(); i++) {
            Ref<?> reference = references.get(i);
            List<Origin> row = new ArrayList<>(fields(link.local()).stream()
                    .map(parents.get(i).required()::column)
                    .toList());
            Object likeness = Map.entry(
                    reference.key(), row.stream().map(NestedPlan::likeness).toList());
            NestedStep step = alike.computeIfAbsent(likeness, unused -> {
                List<Column> found = new ArrayList<>();
                reference.key().fields().forEach(field -> found.add(Column.of(target, field)));
                return step(Kind.UPDATE, target, pointing, found);
            });
            reference.values().forEach(value -> row.add(new Origin.Value(value)));
            step.rows.add(row);
        }
    }

    private void joined(RelatedChange change, Row parent) {
        Link<?> link = change.link();
        List<List<Origin>> pairs = new ArrayList<>();
        for (Ref<?> reference : change.references()) {
            pairs.add(pair(link, parent, column -> reference(reference, column)));
        }
        switch (change.action()) {
            case ADD -> throw new IllegalArgumentException("rows that are added are connected");
            case SET -> {
                others(change, parent, pairs);
                join(link, Kind.INSERT_MISSING, change, pairs);
            }
            case REMOVE -> {
                if (pairs.isEmpty()) {
                    others(change, parent, pairs);
                } else {
                    join(link, Kind.DELETE, change, pairs);
                }
            }
        }
    }

    private void others(RelatedChange change, Row parent, List<List<Origin>> pairs) {
        Link<?> link = change.link();
        Link.Join join = link.join().orElseThrow();
        if (!pairs.isEmpty()) {
            int before = steps.size();
            join(link, Kind.DELETE_OTHERS, change, pairs);
            requireAlike(steps.size() - before, change);
            return;
        }
        List<Column> columns = new ArrayList<>();
        List<Origin> key = new ArrayList<>();
        for (int i = 0; i < join.toLocal().size(); i++) {
            TableField<?, ?> local = fields(link.local()).get(i);
            key.add(parent.required().column(local));
            columns.add(new Column(join.toLocal().get(i), ModelTypes.of(local), local));
        }
        NestedStep step = new NestedStep(
                Kind.DELETE_OTHERS, numbers++, change.relation(), join.table(), null, columns, List.of());
        step.rows.add(key);
        add(step);
    }

    NestedStep step(Kind kind, ModelType<?> model, List<Column> columns, List<Column> found) {
        return add(new NestedStep(kind, numbers++, model.name(), model.table(), model, columns, found));
    }

    private NestedStep add(NestedStep step) {
        step.guard = guard;
        steps.add(step);
        return step;
    }

    @SuppressWarnings("unchecked") // the columns of a link are those of generated tables
    static List<TableField<?, ?>> fields(List<? extends Field<?>> columns) {
        return (List<TableField<?, ?>>) columns;
    }
}
