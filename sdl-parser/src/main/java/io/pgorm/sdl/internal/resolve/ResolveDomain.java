package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Domains. */
final class ResolveDomain {

    private static final List<String> OWN = List.of("check", "default", "notNull", "collate");

    private final Scope scope;
    private final SortAttributes sort;
    private final Satellites satellites;

    ResolveDomain(Scope scope) {
        this.scope = scope;
        this.sort = new SortAttributes(scope);
        this.satellites = new Satellites(scope);
    }

    /** The type below, where it is one that a domain can have; else that is reported. */
    Optional<ColumnType> base(Declaration.Domain node) {
        Declaration.TypeUse use = node.type();
        if (use.optional() > 0) {
            scope.report.error(
                    Codes.BAD_TYPE_SHAPE,
                    use.span(),
                    "a domain does not say whether a value may be missing",
                    "write the ? at the fields of type " + node.name() + "; a domain that refuses NULL says @notNull");
        }
        Optional<ColumnType> base = new ResolveType(scope).resolve(use, Optional.of(node.name()));
        if (base.isPresent() && ResolveType.isSerial(base.get())) {
            scope.report.error(
                    Codes.BAD_TYPE_SHAPE,
                    use.span(),
                    use.name() + " is a column with a sequence, not a type that a domain can have",
                    "write " + counterOf(base.get()));
            return Optional.empty();
        }
        return base;
    }

    private static String counterOf(ColumnType type) {
        return type instanceof ColumnType.Scalar scalar
                ? BuiltinTypes.counter(scalar.type()).name()
                : "Int";
    }

    DomainDraft resolve(Declaration.Domain node, QualifiedName name, Optional<ColumnType> base) {
        Set<String> own = new LinkedHashSet<>(OWN);
        own.addAll(Satellites.names(ObjectName.Kind.DOMAIN));
        Sorted attributes = sort.of(node.attributes(), own, "a domain");
        attributes.first("notNull").ifPresent(each -> Arguments.read(each, List.of(), List.of(), scope.report));
        scope.said.addAll(satellites.read(attributes, ObjectName.of(ObjectName.Kind.DOMAIN, name)));
        Optional<QualifiedName> collation = attributes
                .first("collate")
                .flatMap(attribute -> new ReadCollation(scope).read(attribute, base, node.type()));
        Optional<SqlText> value = attributes.first("default").flatMap(each -> defaultValue(node, each, base));
        List<Unnamed<Constraint.Check>> checks = new ArrayList<>();
        attributes.all("check").forEach(check -> check(check, name).ifPresent(checks::add));
        return new DomainDraft(node, name, base, collation, value, attributes.has("notNull"), checks);
    }

    private Optional<SqlText> defaultValue(Declaration.Domain node, Attribute attribute, Optional<ColumnType> base) {
        Arguments arguments = Arguments.read(attribute, List.of("value"), List.of(), scope.report);
        Optional<ColumnValue> value = arguments
                .required("value", "@default(value)")
                .flatMap(given -> base.flatMap(type ->
                        new ResolveDefault(scope, Optional.empty(), node.type().name(), type).resolve(given)));
        return switch (value.orElse(ColumnValue.NONE)) {
            case ColumnValue.Default(SqlText expression) -> Optional.of(expression);
            case ColumnValue.None none -> Optional.empty();
            case ColumnValue.Identity identity -> refuseCounting(attribute);
            case ColumnValue.Generated generated -> Optional.empty();
        };
    }

    private Optional<SqlText> refuseCounting(Attribute attribute) {
        scope.report.error(
                Codes.DEFAULT_DOES_NOT_FIT,
                attribute.span(),
                "a domain does not count; only a column does",
                "write @default(autoincrement()) at the field, or take a sequence: `sql(\"nextval('...')\")`");
        return Optional.empty();
    }

    private Optional<Unnamed<Constraint.Check>> check(Attribute check, QualifiedName domain) {
        Arguments arguments = Arguments.read(check, List.of("sql"), List.of("name", "map", "notValid"), scope.report);
        arguments.required("sql", "@check(\"VALUE > 0\")");
        Optional<Name> name = ReadFields.constraintName(arguments);
        boolean validated = !arguments.bool("notValid").orElse(false);
        return arguments
                .string("sql")
                .flatMap(string -> ResolveSql.constant(scope, string))
                .map(sql -> new Unnamed<>(
                        name,
                        domain.name(),
                        "_check",
                        false,
                        check.span(),
                        given -> new Constraint.Check(given, sql, true, validated, check.span())));
    }

    /** A domain whose checks have no names yet. */
    record DomainDraft(
            Declaration.Domain node,
            QualifiedName name,
            Optional<ColumnType> base,
            Optional<QualifiedName> collation,
            Optional<SqlText> value,
            boolean notNull,
            List<Unnamed<Constraint.Check>> checks) {

        Optional<DomainType> finish(AssignNames names) {
            return domain(checks.stream().map(check -> names.name(name, check)).toList());
        }

        /** The domain without its checks. */
        Optional<DomainType> bare() {
            return domain(List.of());
        }

        private Optional<DomainType> domain(List<Constraint.Check> named) {
            return base.map(type -> new DomainType(
                    name,
                    node.name().text(),
                    type,
                    collation,
                    value,
                    notNull,
                    named,
                    node.documentation(),
                    node.span()));
        }
    }
}
