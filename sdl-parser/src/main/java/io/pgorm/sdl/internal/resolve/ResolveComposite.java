package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Composite types. */
final class ResolveComposite {

    private static final Set<String> OF_FIELDS = new LinkedHashSet<>(List.of("map", "collate", "renamedFrom"));

    private final Scope scope;
    private final SortAttributes sort;
    private final Satellites satellites;

    ResolveComposite(Scope scope) {
        this.scope = scope;
        this.sort = new SortAttributes(scope);
        this.satellites = new Satellites(scope);
    }

    CompositeType resolve(Declaration.Composite node, QualifiedName name) {
        Sorted attributes = sort.of(node.attributes(), Satellites.names(ObjectName.Kind.TYPE), "a composite type");
        scope.said.addAll(satellites.read(attributes, ObjectName.of(ObjectName.Kind.TYPE, name)));
        Map<String, SourceSpan> fields = new HashMap<>();
        Map<String, SourceSpan> columns = new HashMap<>();
        List<CompositeType.Attribute> read = new ArrayList<>();
        for (Declaration.Field field : node.fields()) {
            SourceSpan before =
                    fields.putIfAbsent(field.name().text(), field.name().span());
            if (before != null) {
                scope.report.error(
                        Codes.DUPLICATE_NAME,
                        field.name().span(),
                        node.name() + " already has a field " + field.name() + " at " + Report.place(before));
                continue;
            }
            attribute(field, name).ifPresent(attribute -> {
                SourceSpan taken = columns.putIfAbsent(attribute.name(), attribute.span());
                if (taken != null) {
                    scope.report.error(
                            Codes.DATABASE_NAME_TAKEN,
                            attribute.span(),
                            "the attribute " + attribute.name() + " of " + node.name() + " is already that of "
                                    + Report.place(taken),
                            "give one of them another name with @map");
                }
                read.add(attribute);
            });
        }
        return new CompositeType(name, node.name().text(), read, node.documentation(), node.span());
    }

    private Optional<CompositeType.Attribute> attribute(Declaration.Field field, QualifiedName owner) {
        Sorted attributes = sort.of(field.attributes(), OF_FIELDS, "a field of a composite type");
        String name =
                satellites.ownName(field.attributes(), Names.snake(field.name().text()));
        attributes
                .first("renamedFrom")
                .flatMap(from -> satellites.renamed(from, ObjectName.part(ObjectName.Kind.COLUMN, owner, name)))
                .ifPresent(scope.said::add);
        CheckName.javaField(
                field.name(),
                "field of a type",
                "rename it and keep its name in the database with @map(\"" + name + "\")",
                scope.report);
        Declaration.TypeUse use = field.type();
        if (use.optional() > 0) {
            scope.report.error(
                    Codes.BAD_TYPE_SHAPE,
                    use.span(),
                    "PostgreSQL cannot say whether a field of a composite type may be missing: any may",
                    "leave out the ?; a domain over the type can check its fields");
        }
        Optional<ColumnType> type = new ResolveType(scope).resolve(field);
        if (type.isPresent() && ResolveType.isSerial(type.get())) {
            scope.report.error(
                    Codes.BAD_TYPE_SHAPE,
                    use.span(),
                    use.name() + " is a column with a sequence, and a composite type has no columns",
                    "write the whole number itself, Int or BigInt");
            return Optional.empty();
        }
        Optional<QualifiedName> collation =
                attributes.first("collate").flatMap(each -> new ReadCollation(scope).read(each, type, use));
        return type.map(each -> new CompositeType.Attribute(
                name, each, collation, field.documentation(), field.name().span()));
    }
}
