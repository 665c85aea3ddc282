package io.pgorm.client.internal;

import io.pgorm.client.Constructor;
import io.pgorm.client.Part;
import io.pgorm.client.error.ShapeMismatch;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.SelectField;

/**
 * Finds a nullable field that meets a primitive parameter of the constructor. javac lets that pass, and the first NULL
 * would be a NullPointerException that names neither.
 */
final class ConstructorCheck {

    private ConstructorCheck() {}

    /**
     * @throws ShapeMismatch naming the field and the parameter. Nothing is thrown where the constructor is a lambda
     *     (as javac makes it of a reference to a record that is local to a method), or lies in a module that does not open it: then there is no signature to be seen.
     */
    static void check(Constructor constructor, List<? extends SelectField<?>> parts) {
        Optional<SerializedLambda> reference = reference(constructor);
        if (reference.isEmpty() || !reference.get().getImplMethodName().equals("<init>")) {
            return;
        }
        SerializedLambda lambda = reference.get();
        MethodType signature = MethodType.fromMethodDescriptorString(
                lambda.getImplMethodSignature(), constructor.getClass().getClassLoader());
        for (int i = 0; i < parts.size() && i < signature.parameterCount(); i++) {
            Class<?> parameter = signature.parameterType(i);
            if (parameter.isPrimitive() && isNullable(parts.get(i))) {
                throw new ShapeMismatch("field " + parts.get(i).getName() + " can be NULL, but "
                        + parameterName(lambda, constructor, i) + " is the primitive " + parameter.getName()
                        + "; make it "
                        + MethodType.methodType(parameter).wrap().returnType().getSimpleName());
            }
        }
    }

    /** What an expression gives is not known to be nullable; only a column says so. */
    private static boolean isNullable(SelectField<?> part) {
        return part instanceof org.jooq.TableField<?, ?> field
                && !(part instanceof Part<?>)
                && ((Field<?>) field).getDataType().nullable();
    }

    /** What the constructor was written as; empty where that is not to be seen. */
    static Optional<SerializedLambda> reference(Constructor constructor) {
        try {
            Method writeReplace = constructor.getClass().getDeclaredMethod("writeReplace");
            writeReplace.setAccessible(true);
            return writeReplace.invoke(constructor) instanceof SerializedLambda lambda
                    ? Optional.of(lambda)
                    : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException notToBeSeen) {
            return Optional.empty();
        }
    }

    private static String parameterName(SerializedLambda lambda, Constructor constructor, int index) {
        String className = lambda.getImplClass().replace('/', '.');
        String simple = className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
        try {
            RecordComponent[] components = Class.forName(
                            className, false, constructor.getClass().getClassLoader())
                    .getRecordComponents();
            if (components != null && index < components.length) {
                return simple + "." + components[index].getName();
            }
        } catch (ClassNotFoundException | LinkageError notToBeSeen) {
            // then its position has to do
        }
        return "parameter " + (index + 1) + " of " + simple;
    }
}
