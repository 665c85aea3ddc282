package io.pgorm.sdl.internal.pass;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Index;
import io.pgorm.ir.Model;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.IndexMethod;
import io.pgorm.ir.spi.OperatorClass;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts an operator class where PostgreSQL would refuse an index without one, checks those that are written, and adds
 * the extensions of PostgreSQL that bring methods and classes. For one schema.
 */
public final class ChooseOperatorClasses {

    /** Types whose values PostgreSQL reads as text without converting them. */
    private static final Set<String> COERCED_TO_TEXT = Set.of("text", "varchar", "citext");

    /** Domains over domains deeper than anybody writes; a cycle has been reported before. */
    private static final int MAX_DOMAINS = 100;

    /** The methods that can keep rows from being alike. */
    private static final Set<String> EXCLUDING = Set.of("btree", "hash", "gist", "spgist");

    private static final Map<String, String> COUNTED =
            Map.of("smallserial", "smallint", "serial", "integer", "bigserial", "bigint");

    private final List<OperatorClass> known;
    private final Map<String, IndexMethod> methods;
    private final Report report;
    private final List<Extension> needed = new ArrayList<>();
    private final Schema schema;

    private ChooseOperatorClasses(
            Schema schema, List<OperatorClass> known, Map<String, IndexMethod> methods, Report report) {
        this.schema = schema;
        this.known = known;
        this.methods = methods;
        this.report = report;
    }

    /** The schema with every index as PostgreSQL will take it; what it would refuse is reported. */
    public static Schema choose(
            Schema schema, List<OperatorClass> known, Map<String, IndexMethod> methods, Report report) {
        ChooseOperatorClasses pass = new ChooseOperatorClasses(schema, known, methods, report);
        Schema chosen = schema.mapObjects(object -> switch (object) {
            case Table table -> pass.table(table);
            case View view -> pass.view(view);
            default -> object;
        });
        for (Extension extension : pass.needed) {
            chosen = chosen.withExtension(extension);
        }
        return chosen;
    }

    /** What an index is on: a table or a materialized view. */
    private record Indexed(QualifiedName name, Map<String, ColumnType> columns) {
        Optional<Column> column(String column) {
            return Optional.ofNullable(columns.get(column)).map(type -> new Column(column, type));
        }
    }

    private record Column(String name, ColumnType type) {}

    private Table table(Table table) {
        Map<String, ColumnType> columns = new HashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), base(column.type())));
        Indexed indexed = new Indexed(table.name(), columns);
        return table.withIndexes(table.indexes().stream()
                        .map(index -> index(indexed, index))
                        .toList())
                .withConstraints(table.constraints().stream()
                        .map(constraint -> constraint instanceof Constraint.Exclusion exclusion
                                ? exclusion(indexed, exclusion)
                                : constraint)
                        .toList());
    }

    /** An exclusion is an index with operators; by those it asks what a B-tree does, if the type has nothing else. */
    private Constraint exclusion(Indexed table, Constraint.Exclusion exclusion) {
        Use use = new Use("exclusion", exclusion.method(), true, exclusion.span());
        return new Constraint.Exclusion(
                exclusion.name(),
                exclusion.method(),
                exclusion.elements().stream()
                        .map(element ->
                                new Constraint.Exclusion.Element(key(table, use, element.key()), element.operator()))
                        .toList(),
                exclusion.include(),
                exclusion.where(),
                exclusion.deferral(),
                exclusion.span());
    }

    /**
     * What a key is part of.
     *
     * @param scalar whether it compares values as a B-tree does
     */
    private record Use(String what, String method, boolean scalar, SourceSpan span) {
        String label() {
            return method.toUpperCase(Locale.ROOT);
        }
    }

    private View view(View view) {
        Map<String, ColumnType> columns = new HashMap<>();
        view.columns().forEach(column -> columns.put(column.name(), base(column.type())));
        Indexed indexed = new Indexed(view.name(), columns);
        return view.withIndexes(
                view.indexes().stream().map(index -> index(indexed, index)).toList());
    }

    /** The values of a domain are those of the type that it is over. */
    private ColumnType base(ColumnType type) {
        ColumnType base = type;
        for (int depth = 0; depth < MAX_DOMAINS; depth++) {
            Optional<DomainType> domain =
                    base instanceof ColumnType.TypeReference(QualifiedName name, boolean array) && !array
                            ? schema.domain(name)
                            : Optional.empty();
            if (domain.isEmpty()) {
                return base;
            }
            base = domain.get().base();
        }
        return base;
    }

    private Index index(Indexed table, Index index) {
        if (index.method().isEmpty()) {
            // There is no such method, which has been said.
            return index;
        }
        Optional.ofNullable(methods.get(index.method()))
                .flatMap(IndexMethod::extension)
                .ifPresent(name -> needed.add(new Extension(name, index.span())));
        Use use = new Use("index", index.method(), false, index.span());
        return index.withKeys(
                index.keys().stream().map(key -> key(table, use, key)).toList());
    }

    private Index.Key key(Indexed table, Use index, Index.Key key) {
        Optional<Column> column =
                key.target() instanceof Index.ColumnTarget(String name) ? table.column(name) : Optional.empty();
        if (key.operatorClass().isPresent()) {
            checkWritten(table, index, key.operatorClass().get(), column);
            return key;
        }
        if (column.isEmpty()) {
            return key;
        }
        ColumnType type = column.get().type();
        DefaultOperatorClasses.Answer answer = DefaultOperatorClasses.exists(index.method(), type);
        List<OperatorClass> fitting = known.stream()
                .filter(each -> each.method().equals(index.method()) && fits(each, type))
                .toList();
        boolean server = answer == DefaultOperatorClasses.Answer.YES
                || fitting.stream().anyMatch(each -> each.choice() == OperatorClass.Choice.SERVER);
        if (server) {
            return key;
        }
        Optional<OperatorClass> ofExtension = fitting.stream()
                .filter(each -> each.choice() == OperatorClass.Choice.EXTENSION)
                .findFirst();
        Optional<OperatorClass> chosen = fitting.stream()
                .filter(each -> each.choice() == OperatorClass.Choice.COMPILER)
                .findFirst();
        if (ofExtension.isPresent()
                && (chosen.isEmpty() || index.scalar() || isThere(ofExtension.get()) && !isThere(chosen.get()))) {
            create(table, index, column.get(), ofExtension.get());
            return key;
        }
        if (chosen.isPresent()) {
            return supply(table, index, key, column.get(), chosen.get());
        }
        if (answer == DefaultOperatorClasses.Answer.NO || !fitting.isEmpty()) {
            refuse(table, index, column.get(), fitting);
        }
        return key;
    }

    private Index.Key supply(Indexed table, Use index, Index.Key key, Column column, OperatorClass chosen) {
        String extension = chosen.extension()
                .map(name -> " of extension " + name + ", which the schema now creates")
                .orElse("");
        report.info(
                Codes.OPERATOR_CLASS_SUPPLIED,
                index.span(),
                index.label() + " " + index.what() + " on " + fieldName(table, column) + " (" + typeName(column.type())
                        + ") uses operator class " + chosen.name() + extension,
                Optional.empty());
        chosen.extension().ifPresent(name -> needed.add(new Extension(name, index.span())));
        return key.withOperatorClass(chosen.name());
    }

    private boolean isThere(OperatorClass operatorClass) {
        return operatorClass
                .extension()
                .map(name -> schema.extensions().stream()
                        .anyMatch(each -> each.name().equals(name)))
                .orElse(true);
    }

    private void create(Indexed table, Use index, Column column, OperatorClass chosen) {
        String extension = chosen.extension().orElseThrow();
        if (!isThere(chosen)) {
            report.info(
                    Codes.OPERATOR_CLASS_SUPPLIED,
                    index.span(),
                    index.label() + " " + index.what() + " on " + fieldName(table, column) + " ("
                            + typeName(column.type()) + ") needs extension " + extension
                            + ", which the schema now creates",
                    Optional.empty());
        }
        needed.add(new Extension(extension, index.span()));
    }

    private void refuse(Indexed table, Use index, Column column, List<OperatorClass> fitting) {
        String help = fitting.isEmpty()
                ? methodsFor(column.type(), index)
                        .map(usable -> "types of index that can: " + usable)
                        .orElse("no type of index does so by itself; index an expression over it, or name an operator"
                                + " class with ops:")
                : "choose one by what the queries ask: "
                        + fitting.stream()
                                .map(each -> "`ops: " + each.name() + "`")
                                .collect(Collectors.joining(", "));
        report.error(
                Codes.NO_OPERATOR_CLASS,
                index.span(),
                (index.scalar() ? "an exclusion" : "an index") + " of type " + index.label() + " cannot hold "
                        + fieldName(table, column) + " (" + typeName(column.type()) + ") without being told how",
                help);
    }

    private static Optional<String> methodsFor(ColumnType type, Use use) {
        List<String> usable = List.of("btree", "hash", "gin", "gist", "spgist", "brin").stream()
                .filter(each -> !use.scalar() || EXCLUDING.contains(each))
                .filter(each -> DefaultOperatorClasses.exists(each, type) == DefaultOperatorClasses.Answer.YES)
                .map(each -> each.toUpperCase(Locale.ROOT))
                .toList();
        return usable.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", usable));
    }

    private void checkWritten(Indexed table, Use index, String name, Optional<Column> column) {
        List<OperatorClass> same = known.stream()
                .filter(each -> each.name().equals(name) && each.choice() != OperatorClass.Choice.EXTENSION)
                .toList();
        if (same.isEmpty()) {
            // PostgreSQL has many that no extension of the language lists
            return;
        }
        List<OperatorClass> ofMethod = same.stream()
                .filter(each -> each.method().equals(index.method()))
                .toList();
        if (ofMethod.isEmpty()) {
            String right = same.stream()
                    .map(each -> each.method().toUpperCase(Locale.ROOT))
                    .distinct()
                    .collect(Collectors.joining(" or "));
            report.error(
                    Codes.BAD_OPERATOR_CLASS,
                    index.span(),
                    "the operator class " + name + " is for indexes of type " + right + ", not " + index.label(),
                    "write `type: " + right + "`, or another operator class");
            return;
        }
        boolean typeFits = column.isEmpty()
                || column.get().type() instanceof ColumnType.Raw
                || ofMethod.stream().anyMatch(each -> fits(each, column.get().type()));
        if (!typeFits) {
            report.error(
                    Codes.BAD_OPERATOR_CLASS,
                    index.span(),
                    "the operator class " + name + " is for "
                            + ofMethod.getFirst().type() + ", and " + fieldName(table, column.get()) + " is of type "
                            + typeName(column.get().type()));
            return;
        }
        ofMethod.getFirst().extension().ifPresent(extension -> needed.add(new Extension(extension, index.span())));
    }

    private static boolean fits(OperatorClass operatorClass, ColumnType type) {
        if (type instanceof ColumnType.EnumReference reference && !reference.array()) {
            return operatorClass.type().equals("anyenum");
        }
        if (!(type instanceof ColumnType.Scalar scalar)) {
            return operatorClass.type().equals(type.sql());
        }
        String base = COUNTED.getOrDefault(scalar.type().sql(), scalar.type().sql()) + (scalar.array() ? "[]" : "");
        return operatorClass.type().equals(base)
                || operatorClass.type().equals("text") && COERCED_TO_TEXT.contains(base);
    }

    private String fieldName(Indexed table, Column column) {
        return schema.models().stream()
                .filter(model -> model.table().equals(table.name()))
                .findFirst()
                .flatMap(model -> model.columnFields().stream()
                        .filter(field -> field.column().equals(column.name()))
                        .findFirst()
                        .map((Model.ColumnField field) -> model.name() + "." + field.name()))
                .orElseGet(() -> table.name() + "." + column.name());
    }

    private String typeName(ColumnType type) {
        String name = switch (type) {
            case ColumnType.Scalar scalar -> scalar.type().name();
            case ColumnType.EnumReference reference ->
                schema.enumType(reference.name())
                        .map(each -> each.javaName())
                        .orElse(reference.name().toString());
            case ColumnType.TypeReference reference -> reference.name().toString();
            case ColumnType.Raw raw -> raw.text();
        };
        return type.array() ? name + "[]" : name;
    }
}
