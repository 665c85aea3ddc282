package io.pgorm.database.catalog.internal;

import static java.util.stream.Collectors.groupingBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What belongs to tables and views, by the oid of each. Immutable. */
record RelationParts(
        Map<Long, List<ColumnRow>> columns,
        Map<Long, List<ConstraintRow>> constraints,
        Map<Long, List<ConstraintRow>> domainConstraints,
        Map<Long, List<IndexRow>> indexes,
        Map<Long, List<TriggerRow>> triggers,
        Map<Long, List<PolicyRow>> policies) {

    static RelationParts read(CatalogSession session) throws SQLException {
        List<ConstraintRow> constraints = ConstraintRow.read(session);
        return new RelationParts(
                ColumnRow.read(session).stream().collect(groupingBy(ColumnRow::relation)),
                constraints.stream().filter(row -> row.relation() != 0).collect(groupingBy(ConstraintRow::relation)),
                constraints.stream().filter(row -> row.domain() != 0).collect(groupingBy(ConstraintRow::domain)),
                IndexRow.read(session).stream().collect(groupingBy(IndexRow::relation)),
                TriggerRow.read(session).stream().collect(groupingBy(TriggerRow::relation)),
                PolicyRow.read(session).stream().collect(groupingBy(PolicyRow::relation)));
    }

    List<ColumnRow> columnsOf(long relation) {
        return columns.getOrDefault(relation, List.of());
    }

    List<ConstraintRow> constraintsOf(long relation) {
        return constraints.getOrDefault(relation, List.of());
    }

    List<ConstraintRow> constraintsOfDomain(long domain) {
        return domainConstraints.getOrDefault(domain, List.of());
    }

    List<IndexRow> indexesOf(long relation) {
        return indexes.getOrDefault(relation, List.of());
    }

    List<TriggerRow> triggersOf(long relation) {
        return triggers.getOrDefault(relation, List.of());
    }

    List<PolicyRow> policiesOf(long relation) {
        return policies.getOrDefault(relation, List.of());
    }
}
