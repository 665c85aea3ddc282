package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Column;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.Role;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.sdl.internal.resolve.Names;
import io.pgorm.sdl.internal.resolve.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** What everything of a schema is called in the text. For one thread. */
final class Naming implements SchemaNames {

    /** Classes of every client, and of Java's own that a model would hide. */
    private static final List<String> CLASSES = List.of(
            "Pg",
            "Db",
            "Session",
            "Tables",
            "Keys",
            "DefaultSchema",
            "DefaultCatalog",
            "Object",
            "Override",
            "Deprecated",
            "SuppressWarnings");
    /** Methods of every Java object. */
    private static final Set<String> METHODS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Levels levels;
    private final Set<String> classes = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private final Map<QualifiedName, String> models = new LinkedHashMap<>();
    private final Map<QualifiedName, String> types = new HashMap<>();
    private final Map<QualifiedName, String> sequences = new HashMap<>();
    private final Map<QualifiedName, String> routines = new HashMap<>();
    private final Map<QualifiedName, Map<String, String>> fields = new HashMap<>();
    private final Map<QualifiedName, Set<String>> takenFields = new HashMap<>();
    private final Set<QualifiedName> withoutModel;

    /** @param withoutModel tables that are said otherwise than by a model */
    Naming(Schema schema, Vocabulary vocabulary, Levels levels, Set<QualifiedName> withoutModel) {
        this.levels = levels;
        this.withoutModel = withoutModel;
        CLASSES.forEach(name -> classes.add(name.toLowerCase(Locale.ROOT)));
        declared.addAll(vocabulary.types().keySet());
        schema.enums().forEach(type -> nameType(type.name(), types));
        for (Table table : schema.tables()) {
            if (!withoutModel.contains(table.name())) {
                nameModel(table.name());
                nameFields(
                        table.name(), table.columns().stream().map(Column::name).toList());
            }
        }
        for (View view : schema.views()) {
            nameModel(view.name());
            nameFields(
                    view.name(), view.columns().stream().map(View.Column::name).toList());
        }
        schema.objects(DomainType.class).forEach(type -> nameType(type.name(), types));
        schema.objects(RangeType.class).forEach(type -> nameType(type.name(), types));
        for (CompositeType type : schema.objects(CompositeType.class)) {
            nameType(type.name(), types);
            nameFields(
                    type.name(),
                    type.attributes().stream()
                            .map(CompositeType.Attribute::name)
                            .toList());
        }
        schema.objects(Sequence.class).forEach(sequence -> namePlain(sequence.name(), sequences));
        for (Routine routine : schema.routines()) {
            if (!routines.containsKey(routine.name())) {
                namePlain(routine.name(), routines);
            }
        }
        for (Role role : schema.objects(Role.class)) {
            declared.add(role.name());
        }
    }

    /** Several may be tried where the compiler refuses one for a reason of its own. */
    Piece namePiece(QualifiedName name) {
        return Piece.of("name", name, 3);
    }

    private String numbered(String base, int from, java.util.function.Predicate<String> isFree) {
        int number = 1 + from;
        String name = number == 1 ? base : base + number;
        while (!isFree.test(name)) {
            number++;
            name = base + number;
        }
        return name;
    }

    private void nameModel(QualifiedName table) {
        String base = NamesBack.type(table.name(), true);
        boolean elsewhere = !table.schema().equals(QualifiedName.DEFAULT_SCHEMA);
        if (elsewhere && !areFree(base)) {
            base = NamesBack.type(table.schema(), false) + base;
        }
        String name = numbered(base, levels.of(namePiece(table)), this::areFree);
        declared.add(name);
        classesOf(name).forEach(each -> classes.add(each.toLowerCase(Locale.ROOT)));
        models.put(table, name);
    }

    private static List<String> classesOf(String model) {
        return List.of(model, model + "Create", model + "Update", model + "Client", Names.javaPlural(model));
    }

    private boolean areFree(String model) {
        return !declared.contains(model)
                && classesOf(model).stream().noneMatch(each -> classes.contains(each.toLowerCase(Locale.ROOT)));
    }

    private void nameType(QualifiedName name, Map<QualifiedName, String> names) {
        String base = NamesBack.type(name.name(), false);
        String chosen = numbered(
                base,
                levels.of(namePiece(name)),
                each -> !declared.contains(each) && !classes.contains(each.toLowerCase(Locale.ROOT)));
        declared.add(chosen);
        classes.add(chosen.toLowerCase(Locale.ROOT));
        names.put(name, chosen);
    }

    /** What may begin with a small letter keeps its name where that is a word in snake case. */
    private void namePlain(QualifiedName name, Map<QualifiedName, String> names) {
        String own = name.name();
        boolean kept = Strings.isWord(own) && NamesBack.isSnakeOf(own, own);
        String chosen = numbered(
                kept ? own : NamesBack.field(own), levels.of(namePiece(name)), each -> !declared.contains(each));
        declared.add(chosen);
        names.put(name, chosen);
    }

    private void nameFields(QualifiedName table, List<String> columns) {
        columns.forEach(column -> fields.computeIfAbsent(table, key -> new LinkedHashMap<>())
                .put(column, freshField(table, column, NamesBack.field(column))));
    }

    /** A name for a field that is no column, unlike all others of the model. */
    String freshField(QualifiedName table, String id, String base) {
        Set<String> taken = takenFields.computeIfAbsent(table, key -> new HashSet<>());
        String possible = SourceVersion.isKeyword(base) || METHODS.contains(base) ? base + "_" : base;
        String name = numbered(
                possible, levels.of(Piece.of("name", table, id, 3)), each -> !taken.contains(Names.constant(each)));
        taken.add(Names.constant(name));
        return name;
    }

    boolean isFreeField(QualifiedName table, String name) {
        return !takenFields.getOrDefault(table, Set.of()).contains(Names.constant(name))
                && !SourceVersion.isKeyword(name)
                && !METHODS.contains(name);
    }

    /** The word for an enum, domain, composite type or range of the schema. */
    Optional<String> type(QualifiedName name) {
        return Optional.ofNullable(types.get(name));
    }

    Optional<String> sequence(QualifiedName name) {
        return Optional.ofNullable(sequences.get(name));
    }

    Optional<String> routineWord(QualifiedName name) {
        return Optional.ofNullable(routines.get(name));
    }

    @Override
    public Optional<String> model(QualifiedName table) {
        return Optional.ofNullable(models.get(table));
    }

    @Override
    public String field(QualifiedName table, String column) {
        String name = fields.getOrDefault(table, Map.of()).get(column);
        return name == null ? Strings.line(Identifiers.quote(column)) : name;
    }

    @Override
    public String fields(QualifiedName table, List<String> columns) {
        return Strings.list(columns.stream().map(column -> field(table, column)).toList());
    }

    @Override
    public String keys(QualifiedName table, List<Index.Key> keys) {
        return Strings.list(keys.stream()
                .map(key -> switch (key.target()) {
                    case Index.ColumnTarget(String column) -> field(table, column);
                    case Index.ExpressionTarget(SqlText expression) -> sql(expression.render());
                })
                .toList());
    }

    @Override
    public String routine(QualifiedName routine) {
        return routineWord(routine).orElseGet(() -> Strings.line(qualified(routine)));
    }

    /** As a name of the database in a string. */
    static String qualified(QualifiedName name) {
        return name.schema().equals(QualifiedName.DEFAULT_SCHEMA) ? name.name() : name.schema() + "." + name.name();
    }

    @Override
    public String sql(String sql) {
        return Strings.text(sql);
    }

    @Override
    public String text(String text) {
        return Strings.text(text);
    }

    @Override
    public String name(String name) {
        return Strings.name(name);
    }
}
