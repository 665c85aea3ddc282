package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.ddl.plan.Planner;
import io.pgorm.ir.Comment;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Dependencies;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.Policy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.ReplicaIdentity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.TableStorage;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Constraints, indexes and policies that differ from those of the state after by their names alone: to rename them is
 * over in a moment, to make them anew is not. One only for one, and only where the new name is free. Tables with others
 * above or below them are left alone, for there one name stands for several; but a partition's own name for what it has
 * from the table above becomes the one that it has afterwards. Used by one thread.
 */
final class OnlyRenamed {

    private final Planner.State before;
    private final Map<QualifiedName, Table> after = new LinkedHashMap<>();
    private final Set<QualifiedName> taken = new LinkedHashSet<>();
    private final Set<QualifiedName> ancestors = new LinkedHashSet<>();
    private final PartsOfAbove partsOfAbove;
    private final List<PlannedStatement> statements = new ArrayList<>();
    private final Map<ObjectName, ObjectName> names = new LinkedHashMap<>();

    private OnlyRenamed(Planner.State before, Planner.State after) {
        this.before = before;
        this.partsOfAbove = new PartsOfAbove(before, after);
        after.schema().tables().forEach(table -> this.after.put(table.name(), table));
        for (SchemaObject object : before.schema().objects()) {
            if (object instanceof Table table) {
                ancestors.addAll(table.hierarchy().inherits());
                occupy(table);
            }
        }
    }

    /**
     * The state as it is once the statements are run.
     *
     * @param statements what renames, none where nothing has only another name
     */
    record Result(Planner.State state, List<PlannedStatement> statements) {}

    static Result between(Planner.State before, Planner.State after) {
        OnlyRenamed renamed = new OnlyRenamed(before, after);
        Schema schema = before.schema().mapTables(renamed::table);
        if (renamed.statements.isEmpty()) {
            return new Result(before, List.of());
        }
        Planner.State state =
                new Planner.State(schema.mapObjects(renamed::comment), renamed.dependencies(), before.owner());
        return new Result(state, List.copyOf(renamed.statements));
    }

    /** An index has its name among all relations of its schema. */
    private void occupy(Table table) {
        table.indexes()
                .forEach(index -> taken.add(new QualifiedName(table.name().schema(), index.name())));
        table.constraints()
                .forEach(each -> taken.add(new QualifiedName(table.name().schema(), each.name())));
    }

    private Table table(Table table) {
        Table other = after.get(table.name());
        if (other != null && table.hierarchy().partitionOf().isPresent()) {
            return partition(table);
        }
        if (other == null || !table.hierarchy().equals(Hierarchy.NONE) || ancestors.contains(table.name())) {
            return table;
        }
        Map<String, String> constraints =
                matches(table.constraints(), other.constraints(), Constraint::name, OnlyRenamed::named);
        Map<String, String> indexes = matches(table.indexes(), other.indexes(), Index::name, OnlyRenamed::named);
        Map<String, String> policies = matches(table.policies(), other.policies(), Policy::name, OnlyRenamed::named);
        List<String> all = new ArrayList<>(constraints.keySet());
        all.addAll(indexes.keySet());
        if (isNamedInSql(all)) {
            return table;
        }
        keepFree(constraints, table);
        keepFree(indexes, table);
        constraints.forEach((from, to) -> {
            called(Kind.CONSTRAINT, table, from, to);
            rename(Kind.CONSTRAINT, table, from, to);
        });
        indexes.forEach((from, to) -> {
            called(Kind.INDEX, table, from, to);
            rename(Kind.INDEX, table, from, to);
        });
        policies.forEach((from, to) -> {
            called(Kind.POLICY, table, from, to);
            rename(Kind.POLICY, table, from, to);
        });
        return withNames(table, constraints, indexes)
                .withRowSecurity(
                        table.rowSecurity(), renamed(table.policies(), policies, Policy::name, OnlyRenamed::named));
    }

    private static Table withNames(Table table, Map<String, String> constraints, Map<String, String> indexes) {
        return table.withConstraints(renamed(table.constraints(), constraints, Constraint::name, OnlyRenamed::named))
                .withIndexes(renamed(table.indexes(), indexes, Index::name, OnlyRenamed::named))
                .withStorage(storage(table.storage(), constraints, indexes));
    }

    private Table partition(Table table) {
        Map<String, String> wanted = partsOfAbove.renamed(table, Kind.CONSTRAINT);
        wanted.putAll(partsOfAbove.renamed(table, Kind.INDEX));
        if (wanted.isEmpty() || isNamedInSql(List.copyOf(wanted.keySet()))) {
            return table;
        }
        String schema = table.name().schema();
        PartitionNames parts = new PartitionNames(table);
        parts.give(wanted, schema, this::isTaken, name -> free(schema, name));
        parts.moves().forEach(move -> rename(move.kind(), table, move.from(), move.to()));
        Map<String, String> constraints = parts.changed(Kind.CONSTRAINT);
        Map<String, String> indexes = parts.changed(Kind.INDEX);
        constraints.forEach((from, to) -> called(Kind.CONSTRAINT, table, from, to));
        indexes.forEach((from, to) -> called(Kind.INDEX, table, from, to));
        return withNames(table, constraints, indexes);
    }

    private String free(String schema, String name) {
        AsideNames names = new AsideNames(taken);
        QualifiedName free = names.choose(new QualifiedName(schema, name));
        while (isTaken(free)) {
            free = names.choose(new QualifiedName(schema, name));
        }
        taken.add(free);
        return free.name();
    }

    /** Of those that go and come, the pairs that are the same under another name. */
    private static <T> Map<String, String> matches(
            List<T> before, List<T> after, Function<T, String> name, BiFunction<T, String, T> named) {
        Map<T, List<String>> gone = missing(before, after, name, named);
        if (gone.isEmpty()) {
            return new LinkedHashMap<>();
        }
        Map<T, List<String>> come = missing(after, before, name, named);
        Map<String, String> matches = new TreeMap<>();
        gone.forEach((shape, names) -> {
            List<String> others = come.getOrDefault(shape, List.of());
            if (names.size() == 1 && others.size() == 1) {
                matches.put(names.getFirst(), others.getFirst());
            }
        });
        return matches;
    }

    private static <T> Map<T, List<String>> missing(
            List<T> here, List<T> there, Function<T, String> name, BiFunction<T, String, T> named) {
        Set<String> present = there.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<T, List<String>> missing = new LinkedHashMap<>();
        for (T each : here) {
            if (!present.contains(name.apply(each))) {
                missing.computeIfAbsent(named.apply(each, ""), key -> new ArrayList<>())
                        .add(name.apply(each));
            }
        }
        return missing;
    }

    private void keepFree(Map<String, String> renames, Table table) {
        renames.values().removeIf(to -> isTaken(new QualifiedName(table.name().schema(), to)));
    }

    private boolean isTaken(QualifiedName name) {
        return taken.contains(name) || before.schema().objects().stream().anyMatch(object -> isRelation(object, name));
    }

    private static boolean isRelation(SchemaObject object, QualifiedName name) {
        return switch (object) {
            case Table table -> table.name().equals(name);
            case io.pgorm.ir.View view ->
                view.name().equals(name)
                        || view.name().schema().equals(name.schema())
                                && view.indexes().stream()
                                        .anyMatch(index -> index.name().equals(name.name()));
            case io.pgorm.ir.Sequence sequence -> sequence.name().equals(name);
            case io.pgorm.ir.CompositeType type -> type.name().equals(name);
            default -> false;
        };
    }

    /** SQL that is kept as text would have to be written anew. */
    private boolean isNamedInSql(List<String> old) {
        return !old.isEmpty()
                && before.schema().objects(SqlObject.class).stream()
                        .anyMatch(sql -> old.stream().anyMatch(sql.sql()::contains));
    }

    private void called(Kind kind, Table table, String from, String to) {
        names.put(ObjectName.part(kind, table.name(), from), ObjectName.part(kind, table.name(), to));
        if (kind != Kind.POLICY) {
            String schema = table.name().schema();
            names.put(
                    ObjectName.of(Kind.INDEX, new QualifiedName(schema, from)),
                    ObjectName.of(Kind.INDEX, new QualifiedName(schema, to)));
        }
    }

    private void rename(Kind kind, Table table, String from, String to) {
        String sql = switch (kind) {
            case INDEX -> "ALTER INDEX " + new QualifiedName(table.name().schema(), from).sql() + " RENAME TO ";
            case POLICY ->
                "ALTER POLICY " + Removal.quoted(from) + " ON " + table.name().sql() + " RENAME TO ";
            default -> "ALTER TABLE " + table.name().sql() + " RENAME CONSTRAINT " + Removal.quoted(from) + " TO ";
        };
        statements.add(new PlannedStatement(
                sql + Removal.quoted(to),
                FactId.part(kind, table.name(), to).shown(),
                kind == Kind.INDEX ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.ACCESS_EXCLUSIVE,
                Set.of(),
                Execution.TRANSACTIONAL));
    }

    private static <T> List<T> renamed(
            List<T> all, Map<String, String> renames, Function<T, String> name, BiFunction<T, String, T> named) {
        return all.stream()
                .map(each ->
                        renames.containsKey(name.apply(each)) ? named.apply(each, renames.get(name.apply(each))) : each)
                .toList();
    }

    private static TableStorage storage(
            TableStorage storage, Map<String, String> constraints, Map<String, String> indexes) {
        if (!(storage.replicaIdentity() instanceof ReplicaIdentity.ByIndex(String index))) {
            return storage;
        }
        String now = indexes.getOrDefault(index, constraints.getOrDefault(index, index));
        return new TableStorage(
                storage.unlogged(),
                storage.parameters(),
                storage.tablespace(),
                storage.accessMethod(),
                new ReplicaIdentity.ByIndex(now));
    }

    private SchemaObject comment(SchemaObject object) {
        return object instanceof Comment comment
                ? new Comment(name(comment.on()), comment.text(), comment.span())
                : object;
    }

    private ObjectName name(ObjectName name) {
        return names.getOrDefault(name, name);
    }

    private Dependencies dependencies() {
        Map<ObjectName, Set<ObjectName>> uses = new LinkedHashMap<>();
        before.dependencies()
                .uses()
                .forEach((user, needed) -> uses.put(
                        name(user),
                        needed.stream().map(this::name).collect(Collectors.toCollection(LinkedHashSet::new))));
        return new Dependencies(uses);
    }

    private static Constraint named(Constraint constraint, String name) {
        SourceSpan none = SourceSpan.NONE;
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                new Constraint.PrimaryKey(name, key.columns(), key.include(), key.deferral(), none);
            case Constraint.Unique key ->
                new Constraint.Unique(name, key.columns(), key.nullsNotDistinct(), key.include(), key.deferral(), none);
            case Constraint.Check check ->
                new Constraint.Check(name, check.expression(), check.inherited(), check.validated(), none);
            case Constraint.Exclusion each ->
                new Constraint.Exclusion(
                        name, each.method(), each.elements(), each.include(), each.where(), each.deferral(), none);
            case Constraint.Other other -> new Constraint.Other(name, other.definition(), none);
            case Constraint.ForeignKey key ->
                new Constraint.ForeignKey(
                        name,
                        key.columns(),
                        key.target(),
                        key.targetColumns(),
                        key.onDelete(),
                        key.onUpdate(),
                        key.deferral(),
                        key.matchFull(),
                        key.validated(),
                        none);
        };
    }

    private static Index named(Index index, String name) {
        return new Index(
                name,
                index.unique(),
                index.method(),
                index.keys(),
                index.include(),
                index.nullsNotDistinct(),
                index.where(),
                index.with(),
                index.tablespace(),
                SourceSpan.NONE);
    }

    private static Policy named(Policy policy, String name) {
        return new Policy(
                name,
                policy.permissive(),
                policy.command(),
                policy.roles(),
                policy.using(),
                policy.check(),
                SourceSpan.NONE);
    }
}
