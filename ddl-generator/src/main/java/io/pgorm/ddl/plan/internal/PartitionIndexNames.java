package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.GeneratedNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the index of a partition is called: as the target state says, or as PostgreSQL would. Mutable; for one index. */
final class PartitionIndexNames {

    private static final Pattern CALL = Pattern.compile("([a-z_][a-z0-9_]*)\\([^()]*\\)");

    private final OnlineDraft draft;
    private final FactId goes;
    private final Set<FactId> used = new LinkedHashSet<>();
    private final Set<QualifiedName> given = new LinkedHashSet<>();

    /** @param goes the index whose partitions' indexes have no names that count */
    PartitionIndexNames(OnlineDraft draft, FactId goes) {
        this.draft = draft;
        this.goes = goes;
    }

    /** Whether PostgreSQL's name for it can be told. */
    boolean canTell(Index index) {
        return index.keys().stream()
                .allMatch(key -> !(key.target() instanceof Index.ExpressionTarget(var expression))
                        || CALL.matcher(expression.render().strip()).matches());
    }

    /**
     * The index of the target state that stands in the partition for the one above it; empty where the partition has
     * nothing of its own before and after, so that no name is known.
     */
    Optional<FactId> declared(QualifiedName partition, Index above) {
        if (draft.frame.from().plainPartitions().contains(partition)
                && draft.frame.to().plainPartitions().contains(partition)) {
            return Optional.empty();
        }
        return draft.frame.to().byId().values().stream()
                .filter(fact -> fact instanceof Fact.OfIndex(ObjectName relation, Index index)
                        && relation.name().equals(partition)
                        && named(index, "").equals(named(above, ""))
                        && !used.contains(fact.id()))
                .map(Fact::id)
                .findFirst();
    }

    /** Whether PostgreSQL would give the name by itself, but for a number behind it. */
    boolean isUsual(QualifiedName partition, Index above, FactId declared) {
        String usual = GeneratedNames.of(partition.name(), String.join("_", columns(above)), "idx");
        return declared.object().part().orElseThrow().equals(usual);
    }

    /** @param declared what {@link #declared} gave */
    Index named(QualifiedName partition, Index above, Optional<FactId> declared) {
        if (declared.isPresent()) {
            used.add(declared.get());
            String name = declared.get().object().part().orElseThrow();
            given.add(new QualifiedName(partition.schema(), name));
            return ((Fact.OfIndex) draft.frame.to().the(declared.get())).index();
        }
        String columns = String.join("_", columns(above));
        int first = alike(partition, columns) == 0
                ? 0
                : 100 + Math.floorMod(above.keys().toString().hashCode(), 900);
        for (int number = first; ; number++) {
            String name = GeneratedNames.of(partition.name(), columns, "idx" + (number == 0 ? "" : number));
            if (!draft.isOccupied(partition.schema(), name) && given.add(new QualifiedName(partition.schema(), name))) {
                return named(above, name);
            }
        }
    }

    /** How many indexes above a partition, which may stand for some in it, would have the name. */
    private int alike(QualifiedName partition, String columns) {
        int count = 0;
        Optional<Fact> attached =
                draft.frame.from().get(FactId.self(Kind.TABLE, partition).with(Aspect.ATTACHED));
        if (attached.isPresent() && attached.get() instanceof Fact.OfPartition(QualifiedName self, var of)) {
            for (Fact fact : draft.frame.from().byId().values()) {
                if (fact instanceof Fact.OfIndex(ObjectName relation, Index index)
                        && relation.name().equals(of.parent())
                        && !fact.id().equals(goes)
                        && canTell(index)
                        && String.join("_", columns(index)).equals(columns)) {
                    count++;
                }
            }
            count += alike(of.parent(), columns);
        }
        return count;
    }

    private static List<String> columns(Index index) {
        List<String> names = new ArrayList<>();
        index.keys()
                .forEach(key -> names.add(unlike(
                        names,
                        switch (key.target()) {
                            case Index.ColumnTarget(String column) -> column;
                            case Index.ExpressionTarget(var expression) ->
                                called(expression.render().strip());
                        })));
        index.include().forEach(column -> names.add(unlike(names, column)));
        return names;
    }

    private static String called(String expression) {
        Matcher call = CALL.matcher(expression);
        return call.matches() ? call.group(1) : "expr";
    }

    /** As PostgreSQL's ChooseIndexColumnNames: a column that stands in an index twice is called otherwise there. */
    static String unlike(List<String> others, String name) {
        String unlike = name;
        for (int number = 1; others.contains(unlike); number++) {
            unlike = name + number;
        }
        return unlike;
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
                index.span());
    }
}
