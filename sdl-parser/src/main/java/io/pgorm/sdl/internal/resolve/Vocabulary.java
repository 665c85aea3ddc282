package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.PgType;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.IndexMethod;
import io.pgorm.ir.spi.OperatorClass;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words of the language: its own, and those that its extensions bring. Where two extensions bring the same word,
 * the first by name has it. Immutable.
 */
public final class Vocabulary {

    private static final List<IndexMethod> BUILTIN_METHODS = Stream.of("btree", "hash", "gin", "gist", "spgist", "brin")
            .map(name -> new IndexMethod(name, Optional.empty()))
            .toList();

    private final Map<String, PgType> types = new LinkedHashMap<>();
    private final Map<String, AttributeType> modelAttributes = new LinkedHashMap<>();
    private final Map<String, AttributeType> fieldAttributes = new LinkedHashMap<>();
    private final Map<String, IndexMethod> indexMethods = new LinkedHashMap<>();
    private final List<OperatorClass> operatorClasses;

    /** @param extensions in the order of their names */
    public Vocabulary(List<SchemaExtension> extensions) {
        BuiltinTypes.ALL.forEach(type -> types.put(type.name(), type));
        BUILTIN_METHODS.forEach(method -> indexMethods.put(method.name(), method));
        for (SchemaExtension extension : extensions) {
            extension.types().forEach(type -> types.putIfAbsent(type.name(), type));
            extension.indexMethods().forEach(method -> indexMethods.putIfAbsent(method.name(), method));
            extension
                    .attributes()
                    .forEach(attribute -> attributes(attribute.target()).putIfAbsent(attribute.name(), attribute));
        }
        operatorClasses = extensions.stream()
                .flatMap(extension -> extension.operatorClasses().stream())
                .toList();
    }

    public Map<String, PgType> types() {
        return types;
    }

    public Map<String, AttributeType> attributes(AttributeType.Target target) {
        return target == AttributeType.Target.MODEL ? modelAttributes : fieldAttributes;
    }

    public Map<String, IndexMethod> indexMethods() {
        return indexMethods;
    }

    public List<OperatorClass> operatorClasses() {
        return operatorClasses;
    }
}
