package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which tables stand above which, and which partitions have nothing of their own: those are a part of the table above
 * them. Immutable.
 */
final class Partitions {

    private final Map<Long, RelationRow> relations = new LinkedHashMap<>();
    private final Map<Long, List<RelationRow>> plainChildren = new LinkedHashMap<>();
    private final RelationParts parts;
    private final Comments comments;
    private final KeyText keyText;

    Partitions(List<RelationRow> rows, RelationParts parts, Comments comments, KeyText keyText) {
        this.keyText = keyText;
        this.parts = parts;
        this.comments = comments;
        rows.forEach(row -> relations.put(row.oid(), row));
        for (RelationRow row : rows) {
            if (isPlain(row)) {
                plainChildren
                        .computeIfAbsent(row.parents().getFirst(), parent -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    /** Whether the table is a partition that takes everything from its parent. */
    boolean isPlain(RelationRow row) {
        if (!row.partition() || !row.isTable() || row.parents().isEmpty()) {
            return false;
        }
        @Nullable RelationRow parent = relations.get(row.parents().getFirst());
        return parent != null && PlainPartition.test(row, parent, parts, comments);
    }

    Hierarchy hierarchy(RelationRow row) {
        List<QualifiedName> parents = row.parents().stream()
                .map(relations::get)
                .filter(parent -> parent != null)
                .map(RelationRow::name)
                .toList();
        boolean attached = row.partition() && !parents.isEmpty();
        return new Hierarchy(
                row.partition() ? List.of() : parents,
                row.partitionKey().map(key -> Bounds.key(key, keyText)),
                partitions(row),
                attached
                        ? Optional.of(new Hierarchy.PartitionOf(
                                parents.getFirst(), Bounds.bound(row.bound().orElseThrow()), SourceSpan.NONE))
                        : Optional.empty());
    }

    private List<Hierarchy.Partition> partitions(RelationRow parent) {
        return plainChildren.getOrDefault(parent.oid(), List.of()).stream()
                .map(row -> new Hierarchy.Partition(
                        row.name(),
                        Bounds.bound(row.bound().orElseThrow()),
                        row.partitionKey().map(key -> Bounds.key(key, keyText)),
                        partitions(row),
                        comments.of("pg_class", row.oid()),
                        SourceSpan.NONE))
                .toList();
    }
}
