package io.pgorm.features.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Puts an attribute of a model together as a schema says it. Mutable; for one attribute and one thread. */
public final class AttributeText {

    private final String name;
    private final List<String> arguments = new ArrayList<>();

    public AttributeText(String name) {
        this.name = name;
    }

    /** An argument that needs no name, in the words of the language. */
    public AttributeText add(String value) {
        arguments.add(value);
        return this;
    }

    public AttributeText add(String parameter, String value) {
        return add(parameter + ": " + value);
    }

    public AttributeText add(String parameter, Optional<String> value) {
        value.ifPresent(text -> add(parameter, text));
        return this;
    }

    /** A list between brackets; nothing for an empty one. */
    public AttributeText addList(String parameter, Collection<String> values) {
        return values.isEmpty() ? this : add(parameter, list(values));
    }

    public AttributeText addIf(boolean condition, String parameter, String value) {
        return condition ? add(parameter, value) : this;
    }

    public static String list(Collection<String> values) {
        return "[" + String.join(", ", values) + "]";
    }

    @Override
    public String toString() {
        return "@@" + name + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
    }
}
