package io.pgorm.client.internal;

import io.pgorm.client.Constructor;
import io.pgorm.client.RowPart;
import io.pgorm.client.error.ShapeMismatch;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;

/**
 * The names of a shape's parts in JSON: those of the record whose constructor it takes. PostgreSQL calls no function of
 * Java's, so that a shape of any other function is none that it can make. Stateless.
 */
final class JsonNames {

    private JsonNames() {}

    /**
     * The names; none where the one part stands for itself, because the function gives back what it takes.
     *
     * @throws ShapeMismatch if the shape is made by something else
     */
    static List<String> of(ShapeDefinition<?> shape) {
        Constructor constructor = shape.constructor();
        if (constructor == null) {
            return List.of(); // the whole record, whose one part knows its names
        }
        Optional<List<String>> names =
                ConstructorCheck.reference(constructor).flatMap(lambda -> ofRecord(lambda, constructor));
        if (names.isPresent()) {
            return names.get();
        }
        if (shape.parts().size() == 1 && isSame(shape)) {
            return List.of();
        }
        throw new ShapeMismatch("PostgreSQL makes the JSON, and cannot call the function of the shape of "
                + String.join(
                        ", ", shape.parts().stream().map(part -> part.getName()).toList())
                + ": for JSON a shape takes the constructor of a record that is a member of a class (Card::new), or of one"
                + " part x -> x");
    }

    /** The components, if it is the constructor of all of them. */
    private static Optional<List<String>> ofRecord(SerializedLambda lambda, Constructor constructor) {
        if (!lambda.getImplMethodName().equals("<init>")) {
            return Optional.empty();
        }
        ClassLoader loader = constructor.getClass().getClassLoader();
        Class<?> type;
        try {
            type = Class.forName(lambda.getImplClass().replace('/', '.'), false, loader);
        } catch (ClassNotFoundException | LinkageError notToBeSeen) {
            return Optional.empty();
        }
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            return Optional.empty();
        }
        List<Class<?>> taken = MethodType.fromMethodDescriptorString(lambda.getImplMethodSignature(), loader)
                .parameterList();
        List<Class<?>> types = Arrays.stream(components)
                .<Class<?>>map(RecordComponent::getType)
                .toList();
        return types.equals(taken)
                ? Optional.of(
                        Arrays.stream(components).map(RecordComponent::getName).toList())
                : Optional.empty();
    }

    /** Tried, since nothing else can be known of a lambda. */
    private static boolean isSame(ShapeDefinition<?> shape) {
        if (!(shape.parts().get(0) instanceof Field<?> field) || field instanceof RowPart<?>) {
            return false;
        }
        List<Object> samples = Samples.of(field.getType());
        try {
            return !samples.isEmpty()
                    && samples.stream().allMatch(sample -> shape.assemble(new Object[] {sample}) == sample);
        } catch (RuntimeException refused) {
            return false;
        }
    }
}
