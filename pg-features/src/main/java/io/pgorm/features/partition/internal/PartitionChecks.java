package io.pgorm.features.partition.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.ir.Hierarchy.Bound;
import io.pgorm.ir.Hierarchy.Partition;
import io.pgorm.ir.Hierarchy.PartitionKey;
import io.pgorm.ir.Hierarchy.Strategy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.Severity;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the partitions of a schema. For one schema and one thread. */
public final class PartitionChecks {

    private final Schema schema;
    private final List<Diagnostic> found = new ArrayList<>();
    /** Of one table, said only where nothing is wrong with it. */
    private final List<Diagnostic> gaps = new ArrayList<>();

    private PartitionChecks(Schema schema) {
        this.schema = schema;
    }

    /** Errors where PostgreSQL would refuse, warnings where rows would find no place. */
    public static List<Diagnostic> check(Schema schema) {
        PartitionChecks checks = new PartitionChecks(schema);
        for (Table table : schema.tables()) {
            checks.table(table);
        }
        checks.names();
        return checks.found;
    }

    private void table(Table table) {
        int before = found.size();
        attributes(table);
        found.addAll(AttachedChecks.check(schema, table));
        Optional<PartitionKey> key = table.hierarchy().partitionedBy();
        if (key.isPresent()) {
            found.addAll(PartitionedTableChecks.check(schema, table));
            found.addAll(EveryChecks.check(schema, table));
            List<Sibling> siblings = new ArrayList<>();
            table.hierarchy().partitions().forEach(partition -> siblings.add(sibling(partition)));
            for (Table other : schema.tables()) {
                other.hierarchy()
                        .partitionOf()
                        .filter(above -> above.parent().equals(table.name()) && !other.equals(table))
                        .ifPresent(above -> siblings.add(
                                new Sibling(Attributes.model(schema, other.name()), above.bound(), above.span())));
            }
            bounds(table, Attributes.model(schema, table.name()), key.get(), siblings);
            table.hierarchy().partitions().forEach(partition -> below(table, partition));
        }
        // what is missing is clear only where all that is there is sound
        if (found.stream().skip(before).noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR)) {
            found.addAll(gaps);
        }
        gaps.clear();
    }

    /** What could not even become a part of the table. */
    private void attributes(Table table) {
        String model = Attributes.model(schema, table.name());
        List<AttributeUse> uses = Attributes.of(schema, table.name(), PartitionAttributes.TABLE);
        if (!uses.isEmpty() && table.hierarchy().partitionedBy().isEmpty()) {
            found.add(Diagnostic.error(
                            PartitionCodes.NESTING,
                            model + " is not partitioned, so it has no partitions",
                            uses.getFirst().span())
                    .withHelp("add @@partition([field], by: RANGE), LIST or HASH"));
        }
        uses.forEach(this::boundOf);
        Attributes.of(schema, table.name(), PartitionAttributes.OF).forEach(this::boundOf);
        for (AttributeUse use : uses) {
            if (use.keys(PartitionAttributes.KEYS).isEmpty()
                    != use.word(PartitionAttributes.BY).isEmpty()) {
                found.add(Diagnostic.error(
                                PartitionCodes.NESTING,
                                "by: and keys: stand together, for a partition that is partitioned itself",
                                use.span())
                        .withHelp("say both, or leave both out"));
            }
        }
        PartitionTree tree = new PartitionTree(table.name(), uses);
        tree.partitions();
        for (AttributeUse use : tree.unreached()) {
            found.add(Diagnostic.error(
                            PartitionCodes.NESTING,
                            "there is no partition "
                                    + use.text(PartitionAttributes.ABOVE).orElse("") + " of " + model
                                    + " above this one",
                            use.span())
                    .withHelp("of: is the name of another @@partition.table of the model"));
        }
    }

    private void boundOf(AttributeUse use) {
        ReadBound.of(use)
                .problem()
                .ifPresent(
                        problem -> found.add(
                                Diagnostic.error(PartitionCodes.BAD_BOUND, problem, use.span())
                                        .withHelp(
                                                "say from: and to: for RANGE, in: for LIST, modulus: and remainder: for HASH, or default: true")));
    }

    private void below(Table table, Partition partition) {
        if (partition.partitionedBy().isPresent()) {
            List<Sibling> siblings = partition.partitions().stream()
                    .map(PartitionChecks::sibling)
                    .toList();
            bounds(table, partition.name().name(), partition.partitionedBy().get(), siblings);
        } else if (!partition.partitions().isEmpty()) {
            found.add(Diagnostic.error(
                            PartitionCodes.NESTING,
                            partition.name().name() + " is not partitioned itself, so nothing can be below it",
                            partition.partitions().getFirst().span())
                    .withHelp("add by: and keys: to " + partition.name().name()));
        }
        partition.partitions().forEach(next -> below(table, next));
    }

    private static Sibling sibling(Partition partition) {
        return new Sibling(partition.name().name(), partition.bound(), partition.span());
    }

    private void bounds(Table table, String name, PartitionKey partitionKey, List<Sibling> siblings) {
        ResolvedKey key = ResolvedKey.of(schema, table, partitionKey);
        List<Sibling> sound = new BoundChecks(key, found).check(siblings);
        boolean ahead = Partitions.every(schema, table).isPresent()
                && table.hierarchy().partitionedBy().equals(Optional.of(partitionKey));
        List<Bound> bounds = sound.stream().map(Sibling::bound).toList();
        if (!ahead && sound.size() == siblings.size() && Coverage.hasGap(key, bounds)) {
            gaps.add(gap(name, key, siblings.isEmpty()));
        }
    }

    private static Diagnostic gap(String name, ResolvedKey key, boolean empty) {
        String message = empty
                ? name + " has no partition yet, so that no row can be inserted"
                : "a row of " + name + " that fits none of its partitions is refused";
        String help = key.strategy() == Strategy.HASH
                ? "add a partition for each remainder"
                : "add @@partition.table(\"...\", default: true) for the rest, or leave it as it is if that is meant";
        return Diagnostic.warning(PartitionCodes.GAP, message, key.key().span()).withHelp(help);
    }

    /** A partition is a table beside others. */
    private void names() {
        Set<QualifiedName> taken = new HashSet<>();
        schema.tables().forEach(table -> taken.add(table.name()));
        schema.views().forEach(view -> taken.add(view.name()));
        schema.tables().forEach(table -> names(table.hierarchy().partitions(), taken));
    }

    private void names(List<Partition> partitions, Set<QualifiedName> taken) {
        for (Partition partition : partitions) {
            if (!taken.add(partition.name())) {
                found.add(Diagnostic.error(
                                PartitionCodes.NAME_TAKEN,
                                "there is a table or view " + partition.name() + " already",
                                partition.span())
                        .withHelp("a partition is a table of its own: give it another name"));
            }
            names(partition.partitions(), taken);
        }
    }
}
