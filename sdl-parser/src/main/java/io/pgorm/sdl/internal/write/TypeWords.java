package io.pgorm.sdl.internal.write;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.PgType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.Schema;
import io.pgorm.sdl.internal.resolve.Vocabulary;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types as words of the language; what no word is for as {@code Pg("...")}. Immutable. */
final class TypeWords {

    private static final Pattern SHAPE = Pattern.compile("([^()]*?)\\s*(?:\\(([^()]*)\\))?([^()]*)");
    private static final Pattern ARGUMENT = Pattern.compile("-?[0-9]+|[\\p{L}_][\\p{L}\\p{Nd}_]*");
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("character varying", "varchar"),
            Map.entry("character", "char"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("time without time zone", "time"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("decimal", "numeric"),
            Map.entry("varbit", "bit varying"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"));

    private final Schema schema;
    private final Vocabulary vocabulary;
    private final Naming naming;
    private final Set<QualifiedName> references = new HashSet<>();

    TypeWords(Schema schema, Vocabulary vocabulary, Naming naming) {
        this.schema = schema;
        this.vocabulary = vocabulary;
        this.naming = naming;
        schema.objects(CompositeType.class).forEach(type -> references.add(type.name()));
        schema.objects(RangeType.class).forEach(type -> references.add(type.name()));
        schema.objects(DomainType.class).forEach(type -> references.add(type.name()));
    }

    /** The type as the compiler would have it, where it knows it; what is raw may have a word after all. */
    ColumnType known(ColumnType type) {
        return type instanceof ColumnType.Raw(String text, boolean array) ? known(text, array) : type;
    }

    /** A type that stands as SQL in a signature. */
    ColumnType known(String sql) {
        String text = sql.strip();
        return text.endsWith("[]") ? known(text.substring(0, text.length() - 2), true) : known(text, false);
    }

    private ColumnType known(String text, boolean array) {
        Optional<ColumnType> declared = SqlNames.qualified(text).flatMap(name -> declared(name, array));
        return declared.or(() -> scalar(text, array)).orElseGet(() -> new ColumnType.Raw(text, array));
    }

    private Optional<ColumnType> declared(QualifiedName name, boolean array) {
        if (schema.enumType(name).isPresent()) {
            return Optional.of(new ColumnType.EnumReference(name, array));
        }
        boolean table = naming.model(name).isPresent();
        return references.contains(name) || table
                ? Optional.of(new ColumnType.TypeReference(name, array))
                : Optional.empty();
    }

    private Optional<ColumnType> scalar(String text, boolean array) {
        Matcher shape = SHAPE.matcher(text.strip());
        if (!shape.matches()) {
            return Optional.empty();
        }
        String base = (shape.group(1) + shape.group(3)).replaceAll("\\s+", " ").strip();
        List<String> arguments = shape.group(2) == null
                ? List.of()
                : Arrays.stream(shape.group(2).split(",")).map(String::strip).toList();
        if (!arguments.stream().allMatch(each -> ARGUMENT.matcher(each).matches())) {
            return Optional.empty();
        }
        String name = SYNONYMS.getOrDefault(base, base);
        return vocabulary.types().values().stream()
                .filter(type -> type.kind() != PgType.Kind.SERIAL && isCalled(type, name))
                .filter(type -> isTaking(type, arguments) || type.extension().isPresent())
                .findFirst()
                .map(type -> new ColumnType.Scalar(type, charOfOne(type, arguments), array));
    }

    private static boolean isTaking(PgType type, List<String> arguments) {
        return arguments.size() >= type.minArguments() && arguments.size() <= type.maxArguments();
    }

    /** The word of an extension's type means the type where DDL finds it without a schema before it. */
    private boolean isCalled(PgType type, String name) {
        if (type.extension().isEmpty()) {
            return type.sql().equals(name);
        }
        boolean installed = schema.extensions().stream()
                .anyMatch(extension -> type.extension().equals(Optional.of(extension.name()))
                        && extension
                                .schema()
                                .orElse(QualifiedName.DEFAULT_SCHEMA)
                                .equals(QualifiedName.DEFAULT_SCHEMA));
        return installed
                && SqlNames.qualified(name)
                        .filter(QualifiedName.of(type.sql())::equals)
                        .isPresent();
    }

    private static List<String> charOfOne(PgType type, List<String> arguments) {
        return type.sql().equals("char") && arguments.equals(List.of("1")) ? List.of() : arguments;
    }

    /** The type in the text, with its brackets. */
    String write(ColumnType type) {
        boolean array = type instanceof ColumnType.Raw raw && raw.text().endsWith("[]");
        ColumnType known = array ? type : known(type);
        String word = switch (known) {
            // an attribute of an extension may have said the arguments, or else nothing but SQL does
            case ColumnType.Scalar scalar
            when !isTaking(scalar.type(), scalar.arguments()) ->
                raw(new ColumnType.Scalar(scalar.type(), scalar.arguments(), false).sql());
            case ColumnType.Scalar scalar ->
                scalar.type().name()
                        + (scalar.arguments().isEmpty() ? "" : "(" + String.join(", ", scalar.arguments()) + ")");
            case ColumnType.EnumReference reference -> reference(reference.name());
            case ColumnType.TypeReference reference -> reference(reference.name());
            case ColumnType.Raw raw -> raw(raw.text());
        };
        return known.array() ? word + "[]" : word;
    }

    /** The type of a field: a model there would be a relation, so that the row type of one is SQL. */
    String writeField(ColumnType type) {
        ColumnType known = known(type);
        boolean row = known instanceof ColumnType.TypeReference reference
                && naming.type(reference.name()).isEmpty()
                && naming.model(reference.name()).isPresent();
        return row ? writeRaw(known) : write(known);
    }

    /** The type as SQL in {@code Pg("...")}, whatever it is. */
    String writeRaw(ColumnType type) {
        String sql = type.sql();
        return type.array() ? raw(sql.substring(0, sql.length() - 2)) + "[]" : raw(sql);
    }

    private String reference(QualifiedName name) {
        return naming.type(name).or(() -> naming.model(name)).orElseGet(() -> raw(name.sql()));
    }

    private static String raw(String sql) {
        return "Pg(" + Strings.line(sql) + ")";
    }
}
