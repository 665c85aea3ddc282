package io.pgorm.features.partition.internal;

import io.pgorm.ir.Hierarchy.Partition;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The partitions of one table, each below the one that it names. For one table and one thread. */
final class PartitionTree {

    private final QualifiedName table;
    private final List<AttributeUse> uses;
    private final Set<AttributeUse> reached = new HashSet<>();

    /** @param uses of {@code @@partition.table} */
    PartitionTree(QualifiedName table, List<AttributeUse> uses) {
        this.table = table;
        this.uses = uses;
    }

    /** Those right below the table, with all that is below them; what has no readable bound is left out. */
    List<Partition> partitions() {
        return below(Optional.empty(), table);
    }

    /** Those that name no partition above them, or a circle. Only after {@link #partitions}. */
    List<AttributeUse> unreached() {
        return uses.stream().filter(use -> !reached.contains(use)).toList();
    }

    private List<Partition> below(Optional<String> above, QualifiedName parent) {
        List<Partition> partitions = new ArrayList<>();
        for (AttributeUse use : uses) {
            if (use.text(PartitionAttributes.ABOVE).equals(above) && reached.add(use)) {
                QualifiedName name = PartitionAttributes.partitionName(parent, use);
                List<Partition> below = below(Optional.of(name.name()), name);
                ReadBound.of(use)
                        .bound()
                        .ifPresent(bound -> partitions.add(new Partition(
                                name, bound, PartitionAttributes.key(use), below, use.documentation(), use.span())));
            }
        }
        return partitions;
    }
}
