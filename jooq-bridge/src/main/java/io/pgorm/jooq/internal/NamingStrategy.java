package io.pgorm.jooq.internal;

import io.pgorm.ir.EnumType;
import io.pgorm.ir.Model;
import io.pgorm.ir.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.Definition;
import org.jooq.meta.EnumDefinition;
import org.jooq.meta.ForeignKeyDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;

/** Gives what jOOQ generates the names of the schema. jOOQ makes it by its class name. */
public final class NamingStrategy extends DefaultGeneratorStrategy {

    private final JavaNames names = GenerationRun.current().names();

    @Override
    public String getJavaClassName(Definition definition, Mode mode) {
        Optional<String> ours = switch (definition) {
            case TableDefinition table -> model(table).map(model -> model.plural() + suffix(mode));
            case EnumDefinition type -> enumType(type).map(EnumType::javaName);
            default -> Optional.empty();
        };
        return ours.orElseGet(() -> super.getJavaClassName(definition, mode));
    }

    private static String suffix(Mode mode) {
        return switch (mode) {
            case RECORD -> "Record";
            case PATH -> "Path";
            default -> "";
        };
    }

    /**
     * jOOQ gives each schema a package of its own as soon as there are two. In which schema a model or an enum is must
     * change no line of an application, so that those stand where they stand when there is only one.
     */
    @Override
    public String getJavaPackageName(Definition definition, Mode mode) {
        if (definition instanceof EnumDefinition) {
            return getTargetPackage();
        }
        String standard = super.getJavaPackageName(definition, mode);
        SchemaDefinition schema = definition.getSchema();
        if (schema == null) {
            return standard;
        }
        boolean atHome = schema.getInputName().equals(QualifiedName.DEFAULT_SCHEMA)
                || definition instanceof TableDefinition table && model(table).isPresent();
        String ofSchema = super.getJavaPackageName(schema, mode);
        return atHome ? getTargetPackage() + standard.substring(ofSchema.length()) : standard;
    }

    @Override
    public String getJavaIdentifier(Definition definition) {
        Optional<String> ours = switch (definition) {
            case TableDefinition table -> model(table).map(names::tableConstant);
            case ColumnDefinition column -> columnConstant(column);
            default -> Optional.empty();
        };
        return ours.orElseGet(() -> super.getJavaIdentifier(definition));
    }

    private Optional<String> columnConstant(ColumnDefinition column) {
        return model(column.getContainer())
                .flatMap(model ->
                        model.fieldOf(column.getName()).map(field -> names.fieldConstant(model, field.name())));
    }

    @Override
    public String getJavaEnumLiteral(EnumDefinition definition, String literal) {
        return enumType(definition)
                .flatMap(type -> type.values().stream()
                        .filter(value -> value.label().equals(literal))
                        .map(EnumType.Value::name)
                        .findFirst())
                .orElseGet(() -> super.getJavaEnumLiteral(definition, literal));
    }

    /** A path is followed by the relation's own name: {@code POSTS.author()}. */
    @Override
    public String getJavaMethodName(Definition definition, Mode mode) {
        if (definition instanceof ForeignKeyDefinition key) {
            List<String> columns =
                    key.getKeyColumns().stream().map(Definition::getName).toList();
            Optional<String> relation = model(key.getKeyTable())
                    .flatMap(model -> model.relationFields().stream()
                            .filter(field -> field.link() instanceof Model.Direct direct
                                    && direct.owner()
                                    && direct.local().equals(columns))
                            .map(field -> JavaNames.pathMethod(field.name()))
                            .findFirst());
            if (relation.isPresent()) {
                return relation.get();
            }
        }
        return super.getJavaMethodName(definition, mode);
    }

    @Override
    public List<String> getJavaClassImplements(Definition definition, Mode mode) {
        if (definition instanceof TableDefinition table && mode == Mode.DEFAULT) {
            Optional<Model> model = model(table);
            if (model.isPresent()) {
                return List.of(
                        "io.pgorm.client.ModelTable<" + names.own(model.get().name()) + ">");
            }
        }
        return super.getJavaClassImplements(definition, mode);
    }

    private Optional<Model> model(TableDefinition table) {
        return names.model(name(table));
    }

    private Optional<EnumType> enumType(EnumDefinition type) {
        return names.enumType(name(type));
    }

    static QualifiedName name(Definition definition) {
        return new QualifiedName(definition.getSchema().getInputName(), definition.getInputName());
    }
}
