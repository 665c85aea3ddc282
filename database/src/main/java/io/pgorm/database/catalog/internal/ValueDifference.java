package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Routine;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two values of the IR part by part, whatever their kind, so that a new part of a record is compared without a
 * word being said here. Where in a schema something stands makes no difference, nor do an SQL text's references beside
 * the text that they give. Stateless.
 */
public final class ValueDifference {

    /** Lists of these are in an order that means something; other named things are found by their names. */
    private static final Set<Class<?>> ORDERED = Set.of(
            Column.class,
            View.Column.class,
            EnumType.Value.class,
            CompositeType.Attribute.class,
            Routine.Parameter.class);

    private ValueDifference() {}

    /**
     * Adds a line for each difference.
     *
     * @param path what the two values are, in words
     */
    public static void between(String path, Object a, Object b, List<String> lines) {
        if (a instanceof Optional<?> first && b instanceof Optional<?> second) {
            if (first.isPresent() && second.isPresent()) {
                between(path, first.get(), second.get(), lines);
            } else if (first.isPresent() || second.isPresent()) {
                lines.add(path + ": " + show(a) + ", not " + show(b));
            }
        } else if (a instanceof List<?> first && b instanceof List<?> second) {
            lists(path, first, second, lines);
        } else if (isComposed(a) && a.getClass() == b.getClass()) {
            for (RecordComponent part : a.getClass().getRecordComponents()) {
                if (part.getType() != SourceSpan.class) {
                    between(path + " " + part.getName(), valueOf(part, a), valueOf(part, b), lines);
                }
            }
        } else if (!show(a).equals(show(b))) {
            lines.add(path + ": " + show(a) + ", not " + show(b));
        }
    }

    private static boolean isComposed(Object value) {
        return value instanceof Record
                && !(value instanceof SqlText)
                && !(value instanceof ColumnType)
                && !(value instanceof QualifiedName)
                && !(value instanceof ObjectName);
    }

    private static void lists(String path, List<?> a, List<?> b, List<String> lines) {
        Optional<Map<String, Object>> first = byName(a);
        Optional<Map<String, Object>> second = byName(b);
        if (first.isEmpty() || second.isEmpty()) {
            if (!show(a).equals(show(b))) {
                lines.add(path + ": " + show(a) + ", not " + show(b));
            }
            return;
        }
        List<String> both = new ArrayList<>(first.get().keySet());
        both.retainAll(second.get().keySet());
        addMissing(path + ": only in the first: ", first.get(), both, lines);
        addMissing(path + ": only in the second: ", second.get(), both, lines);
        first.get().forEach((name, value) -> {
            @Nullable Object other = second.get().get(name);
            if (other != null) {
                between(path + " " + name, value, other, lines);
            }
        });
        List<String> otherOrder = new ArrayList<>(second.get().keySet());
        otherOrder.retainAll(both);
        if (!both.equals(otherOrder) && ORDERED.contains(a.getFirst().getClass())) {
            lines.add(path + ": in the order " + both + ", not " + otherOrder);
        }
    }

    private static void addMissing(String words, Map<String, Object> from, List<String> both, List<String> lines) {
        from.forEach((name, value) -> {
            if (!both.contains(name)) {
                lines.add(words + name + " = " + show(value));
            }
        });
    }

    /** Empty where the elements have no names, or two have the same. */
    private static Optional<Map<String, Object>> byName(List<?> list) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (Object element : list) {
            @Nullable String name = nameOf(element);
            if (name == null || byName.put(name, element) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(byName);
    }

    private static @Nullable String nameOf(Object element) {
        if (!isComposed(element)) {
            return null;
        }
        return Arrays.stream(element.getClass().getRecordComponents())
                .filter(part -> part.getName().equals("name"))
                .map(part -> valueOf(part, element))
                .filter(name -> name instanceof String || name instanceof QualifiedName)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }

    private static Object valueOf(RecordComponent part, Object record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + part, e);
        }
    }

    private static String show(Object value) {
        return switch (value) {
            case SqlText text -> text.render();
            case ColumnType type -> type.sql();
            case QualifiedName name -> name.toString();
            case ObjectName name -> ObjectKeys.of(name);
            case Optional<?> optional -> optional.map(ValueDifference::show).orElse("nothing");
            case List<?> list -> list.stream().map(ValueDifference::show).collect(Collectors.joining(", ", "[", "]"));
            case Record composed ->
                composed.getClass().getSimpleName()
                        + Arrays.stream(composed.getClass().getRecordComponents())
                                .filter(part -> part.getType() != SourceSpan.class)
                                .map(part -> part.getName() + "=" + show(valueOf(part, composed)))
                                .collect(Collectors.joining(", ", "(", ")"));
            default -> String.valueOf(value);
        };
    }
}
