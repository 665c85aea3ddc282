package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Comment;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.Comparator;
import java.util.Optional;

/** Enums, composite types, ranges and domains of the IR out of the catalog's rows. Not thread-safe. */
final class UserTypes {

    private final RelationParts parts;
    private final Types types;
    private final Comments comments;
    private final Found found;

    UserTypes(RelationParts parts, Types types, Comments comments, Found found) {
        this.parts = parts;
        this.types = types;
        this.comments = comments;
        this.found = found;
    }

    void add(TypeRow row) {
        ObjectName.Kind kind = row.kind() == 'd' ? ObjectName.Kind.DOMAIN : ObjectName.Kind.TYPE;
        found.name("pg_type", row.oid(), ObjectName.of(kind, row.name()), row.owner());
        switch (row.kind()) {
            case 'e' -> found.add(enumType(row));
            case 'c' -> found.add(composite(row));
            case 'r' -> found.add(range(row));
            case 'd' -> addDomain(row);
            default -> found.unmodelled("type " + row.name() + " is a base type, made by functions in C");
        }
    }

    private Optional<String> comment(TypeRow row) {
        return comments.of("pg_type", row.oid());
    }

    private EnumType enumType(TypeRow row) {
        return new EnumType(
                row.name(),
                row.name().name(),
                row.labels().stream()
                        .map(label -> new EnumType.Value(label, label, Optional.empty(), SourceSpan.NONE))
                        .toList(),
                comment(row),
                SourceSpan.NONE);
    }

    private CompositeType composite(TypeRow row) {
        return new CompositeType(
                row.name(),
                row.name().name(),
                parts.columnsOf(row.relation()).stream()
                        .map(column -> new CompositeType.Attribute(
                                column.name(),
                                types.of(column.type(), column.typePrinted()),
                                column.collation(),
                                comments.of("pg_class", row.relation(), column.number()),
                                SourceSpan.NONE))
                        .toList(),
                comment(row),
                SourceSpan.NONE);
    }

    private RangeType range(TypeRow row) {
        return new RangeType(
                row.name(),
                row.name().name(),
                types.of(row.base(), row.basePrinted().orElseThrow()),
                row.multirange().filter(name -> !name.equals(usualMultirange(row.name()))),
                row.operatorClass(),
                row.collation(),
                row.canonical(),
                row.difference(),
                comment(row),
                SourceSpan.NONE);
    }

    /** As PostgreSQL's makeMultirangeTypeName. */
    private static QualifiedName usualMultirange(QualifiedName range) {
        int at = range.name().indexOf("range");
        String name = at < 0
                ? range.name() + "_multirange"
                : range.name().substring(0, at) + "multi" + range.name().substring(at);
        return new QualifiedName(range.schema(), name);
    }

    private void addDomain(TypeRow row) {
        found.add(new DomainType(
                row.name(),
                row.name().name(),
                types.of(row.base(), row.basePrinted().orElseThrow()),
                row.collation(),
                row.defaultValue().map(SqlText::of),
                row.notNull(),
                parts.constraintsOfDomain(row.oid()).stream()
                        .filter(constraint -> constraint.kind() == 'c')
                        .map(Constraints::check)
                        .sorted(Comparator.comparing(Constraint.Check::name))
                        .toList(),
                comment(row),
                SourceSpan.NONE));
        for (ConstraintRow constraint : parts.constraintsOfDomain(row.oid())) {
            comments.of("pg_constraint", constraint.oid())
                    .ifPresent(text -> found.add(new Comment(
                            ObjectName.part(ObjectName.Kind.DOMAIN_CONSTRAINT, row.name(), constraint.name()),
                            text,
                            SourceSpan.NONE)));
        }
    }
}
