package io.pgorm.jooq.internal;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Model;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.impl.TableImpl;

/**
 * What things of a schema are called in Java: by their names in the schema, never by what they are mapped to, so that a
 * {@code @map} changes no line of an application. Immutable.
 */
final class JavaNames {

    private static final Set<String> TABLE_METHODS = Arrays.stream(TableImpl.class.getMethods())
            .filter(method -> method.getParameterCount() == 0)
            .map(java.lang.reflect.Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final Schema schema;
    private final String packageName;
    private final Map<QualifiedName, Model> modelByTable;
    private final Map<QualifiedName, EnumType> enumByName;

    JavaNames(Schema schema, String packageName) {
        this.schema = schema;
        this.packageName = packageName;
        this.modelByTable =
                schema.models().stream().collect(Collectors.toUnmodifiableMap(Model::table, Function.identity()));
        this.enumByName =
                schema.enums().stream().collect(Collectors.toUnmodifiableMap(EnumType::name, Function.identity()));
    }

    String packageName() {
        return packageName;
    }

    Optional<Model> model(QualifiedName table) {
        return Optional.ofNullable(modelByTable.get(table));
    }

    Model model(String name) {
        return schema.model(name).orElseThrow(() -> new IllegalArgumentException("no model " + name));
    }

    Optional<EnumType> enumType(QualifiedName name) {
        return Optional.ofNullable(enumByName.get(name));
    }

    /** The simple names of all types in the client's own package. */
    Set<String> ownTypes() {
        Set<String> names = new HashSet<>(Set.of("Db", "Session"));
        schema.enums().forEach(type -> names.add(type.javaName()));
        schema.composites().forEach(type -> names.add(type.javaName()));
        schema.models()
                .forEach(model -> Stream.of("", "Create", "Update", "Ref", "Client")
                        .forEach(suffix -> names.add(model.name() + suffix)));
        return names;
    }

    String own(String simpleName) {
        return packageName + "." + simpleName;
    }

    /** jOOQ's class of a model's table. */
    String tableClass(Model model) {
        return packageName + ".tables." + model.plural();
    }

    /** jOOQ's class of a row of a model's table. */
    String recordClass(Model model) {
        return packageName + ".tables.records." + model.plural() + "Record";
    }

    /** {@code BLOG_POSTS}. */
    String tableConstant(Model model) {
        return constant(model.plural());
    }

    /** {@code CREATED_AT}; never the name of the table's own constant, which stands in the same class. */
    String fieldConstant(Model model, String field) {
        String name = constant(field);
        return name.equals(tableConstant(model)) ? name + "_" : name;
    }

    /** {@code BLOG_POSTS} of {@code BlogPosts} and of {@code blog_posts}. */
    static String constant(String name) {
        return name.replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1_$2")
                .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static String decapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** The method of a jOOQ path that follows a relation. */
    static String pathMethod(String relation) {
        return TABLE_METHODS.contains(relation) ? relation + "_" : relation;
    }

    /** The Java type of what a session knows, as it is given to {@code Session}. */
    String sessionType(ColumnType type) {
        return switch (type) {
            case ColumnType.EnumReference reference ->
                enumType(reference.name()).map(found -> own(found.javaName())).orElse("java.lang.String");
            case ColumnType.TypeReference reference -> "java.lang.String";
            case ColumnType.Raw raw -> "java.lang.String";
            case ColumnType.Scalar scalar -> scalarSessionType(scalar.type().sql());
        };
    }

    private static String scalarSessionType(String sql) {
        return switch (sql) {
            case "smallint" -> "java.lang.Short";
            case "integer" -> "java.lang.Integer";
            case "bigint" -> "java.lang.Long";
            case "numeric" -> "java.math.BigDecimal";
            case "boolean" -> "java.lang.Boolean";
            case "uuid" -> "java.util.UUID";
            case "date" -> "java.time.LocalDate";
            case "timestamp with time zone" -> "java.time.OffsetDateTime";
            default -> "java.lang.String";
        };
    }
}
