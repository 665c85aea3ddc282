package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Index;
import io.pgorm.ir.Model;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.View;
import io.pgorm.ir.spi.AttributeType.Target;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.SortAttributes.Sorted;
import io.pgorm.sdl.internal.syntax.Attribute;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Views, materialized or not: what they hold, and the model that the client reads them as. */
final class ResolveView {

    private static final List<String> OF_BOTH = List.of("id", "with", "ignore");
    private static final List<String> OF_MATERIALIZED =
            List.of("unique", "index", "noData", "tablespace", "accessMethod");

    private static final List<String> OF_UNIQUE = List.of("name", "map", "nullsNotDistinct");

    private final Scope scope;
    private final SortAttributes sort;
    private final ResolveAttributes foreign;
    private final ReadFields fields;
    private final Declaration.View node;
    private final ModelScope model;
    private final String what;
    private final TableDraft draft;
    private final Map<String, Sorted> ofFields = new LinkedHashMap<>();

    ResolveView(Scope scope, Declaration.View node, ModelScope model) {
        this.scope = scope;
        this.sort = new SortAttributes(scope);
        this.foreign = new ResolveAttributes(scope);
        this.fields = new ReadFields(scope);
        this.node = node;
        this.model = model;
        this.what = node.materialized() ? "a materialized view" : "a view";
        this.draft = new TableDraft(model.table(), node.documentation(), node.span());
    }

    /**
     * A view whose indexes have no names yet.
     *
     * @param draft holds them
     * @param model what the client sees; absent where no columns are declared
     */
    record ViewDraft(TableDraft draft, View view, Optional<Model> model) {
        View finish(AssignNames names) {
            return view.withIndexes(draft.nameIndexes(names));
        }
    }

    /** The view; nothing where its query could not be read, which has been reported. */
    Optional<ViewDraft> resolve() {
        Sorted attributes = sort.ofView(node.attributes(), own(), Target.MODEL, what);
        List<View.Column> columns = new ArrayList<>();
        for (ColumnScope column : model.columns()) {
            Set<String> own = new LinkedHashSet<>(List.of("map", "id", "ignore"));
            if (node.materialized()) {
                own.add("unique");
            }
            ofFields.put(
                    column.name(), sort.ofView(column.node().attributes(), own, Target.FIELD, "a field of " + what));
            sorted(column).first("ignore").ifPresent(each -> Arguments.read(each, List.of(), List.of(), scope.report));
            column(column).ifPresent(columns::add);
        }
        List<ColumnScope> key = key(attributes);
        if (node.materialized()) {
            uniques(attributes);
            ResolveIndexes indexes = new ResolveIndexes(scope, model, draft);
            attributes.all("index").forEach(indexes::resolve);
        }
        Optional<SqlText> query = node.query().flatMap(string -> ResolveSql.query(scope, string));
        ReadViewOptions options = new ReadViewOptions(scope, node.materialized());
        Map<String, String> with = options.read(attributes.first("with"));
        attributes.first("noData").ifPresent(each -> Arguments.read(each, List.of(), List.of(), scope.report));
        attributes.first("ignore").ifPresent(each -> Arguments.read(each, List.of(), List.of(), scope.report));
        ObjectName on = ObjectName.of(
                node.materialized() ? ObjectName.Kind.MATERIALIZED_VIEW : ObjectName.Kind.VIEW, model.table());
        scope.said.addAll(new Satellites(scope).read(attributes, on, model));
        // attributes of extensions are found through a model, even where the client sees none
        boolean hasModel = !model.columns().isEmpty() || !attributes.foreign().isEmpty();
        return query.map(sql -> new ViewDraft(
                draft,
                new View(
                        model.table(),
                        node.materialized(),
                        columns,
                        ReadFields.columns(key),
                        sql,
                        with,
                        List.of(),
                        List.of(),
                        !attributes.has("noData"),
                        attributes.first("accessMethod").flatMap(this::name),
                        attributes.first("tablespace").flatMap(this::name),
                        node.documentation(),
                        node.span()),
                hasModel ? Optional.of(model(attributes)) : Optional.empty()));
    }

    private Set<String> own() {
        Set<String> own = new LinkedHashSet<>(OF_BOTH);
        if (node.materialized()) {
            own.addAll(OF_MATERIALIZED);
        }
        own.addAll(Satellites.names(ObjectName.Kind.VIEW));
        return own;
    }

    private Optional<String> name(Attribute attribute) {
        Arguments arguments = Arguments.read(attribute, List.of("name"), List.of(), scope.report);
        arguments.required("name", attribute.label() + "(name)");
        return arguments.databaseName("name").map(Name::text);
    }

    private Optional<View.Column> column(ColumnScope column) {
        if (column.type().isPresent() && ResolveType.isSerial(column.type().get())) {
            scope.report.error(
                    Codes.BAD_TYPE_SHAPE,
                    column.node().type().span(),
                    column.node().type().name() + " has a sequence, and a view has none: it shows what is there",
                    "write the whole number itself, Int or BigInt");
            return Optional.empty();
        }
        return column.type()
                .map(type -> new View.Column(
                        column.column(),
                        type,
                        column.nullable(),
                        Optional.empty(),
                        column.node().documentation(),
                        column.span()));
    }

    /** By which columns a row is known; of a materialized view, a unique index holds it to that. */
    private List<ColumnScope> key(Sorted attributes) {
        List<ColumnScope> key = new ArrayList<>();
        Optional<Attribute> said = Optional.empty();
        for (ColumnScope column : model.columns()) {
            for (Attribute id : sorted(column).all("id")) {
                Arguments arguments = Arguments.read(id, List.of(), List.of("name", "map"), scope.report);
                said = isFirst(id, said, List.of(column), arguments, key);
            }
        }
        for (Attribute id : attributes.all("id")) {
            Arguments arguments = Arguments.read(id, List.of("fields"), List.of("name", "map"), scope.report);
            arguments.required("fields", "@@id([first, second])");
            List<ColumnScope> columns = fields.list(model, arguments, "fields").orElse(List.of());
            said = isFirst(id, said, columns, arguments, key);
        }
        return key;
    }

    private Optional<Attribute> isFirst(
            Attribute id,
            Optional<Attribute> before,
            List<ColumnScope> columns,
            Arguments arguments,
            List<ColumnScope> key) {
        if (before.isPresent()) {
            scope.report.error(
                    Codes.DUPLICATE_KEY,
                    id.span(),
                    "the view " + node.name() + " already has its key at "
                            + Report.place(before.get().span()),
                    "a key of several fields is `@@id([first, second])`");
            return before;
        }
        for (ColumnScope column : columns) {
            if (column.nullable()) {
                scope.report.error(
                        Codes.BAD_KEY_FIELD,
                        columns.size() == 1 ? column.node().type().span() : id.span(),
                        "the field " + column.name() + " is nullable, so no row is known by it",
                        "remove the ? behind its type");
            }
        }
        key.addAll(columns);
        if (node.materialized()) {
            unique(arguments, columns);
        } else if (arguments.has("name") || arguments.has("map")) {
            scope.report.error(
                    Codes.OPTION_NOT_ALLOWED,
                    id.span(),
                    "the key of a view is no object of the database that could have a name",
                    "leave the name out; a materialized view has an index for its key");
        }
        return Optional.of(id);
    }

    private void uniques(Sorted attributes) {
        for (ColumnScope column : model.columns()) {
            for (Attribute unique : sorted(column).all("unique")) {
                Arguments arguments = Arguments.read(unique, List.of(), OF_UNIQUE, scope.report);
                unique(arguments, List.of(column));
            }
        }
        for (Attribute unique : attributes.all("unique")) {
            Arguments arguments =
                    Arguments.read(unique, List.of("fields"), List.of("name", "map", "nullsNotDistinct"), scope.report);
            arguments.required("fields", "@@unique([first, second])");
            fields.list(model, arguments, "fields").ifPresent(columns -> unique(arguments, columns));
        }
    }

    private void unique(Arguments arguments, List<ColumnScope> columns) {
        Optional<Name> name = ReadFields.constraintName(arguments);
        boolean nullsNotDistinct = arguments.has("nullsNotDistinct")
                && arguments.bool("nullsNotDistinct").orElse(false);
        if (columns.isEmpty() || !arguments.sound()) {
            return;
        }
        draft.indexes.add(new Unnamed<>(
                name,
                draft.stem(ReadFields.columns(columns)),
                "_idx",
                true,
                arguments.span(),
                arguments.documentation(),
                given -> new Index(
                        given,
                        true,
                        "btree",
                        columns.stream()
                                .map(column -> Index.Key.of(column.column()))
                                .toList(),
                        List.of(),
                        nullsNotDistinct,
                        Optional.empty(),
                        Map.of(),
                        arguments.span())));
    }

    private Sorted sorted(ColumnScope column) {
        return ofFields.getOrDefault(column.name(), new Sorted(Map.of(), List.of()));
    }

    private Model model(Sorted attributes) {
        List<Model.Field> read = new ArrayList<>();
        for (ColumnScope column : model.columns()) {
            read.add(new Model.ColumnField(
                    column.name(),
                    column.column(),
                    false,
                    false,
                    foreign.resolve(model, sorted(column).foreign()),
                    sorted(column).has("ignore"),
                    column.node().documentation(),
                    column.span()));
        }
        return new Model(
                model.name(),
                Names.javaPlural(model.name()),
                model.table(),
                read,
                foreign.resolve(model, attributes.foreign()),
                attributes.has("ignore") || model.columns().isEmpty(),
                node.documentation(),
                model.span());
    }
}
