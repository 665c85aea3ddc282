package io.pgorm.migrations.rows.internal;

import java.util.List;

/**
 * What a type is made of.
 *
 * @param name its own name, without schema
 * @param sql its name with schema where it needs one, without modifier
 * @param kind {@code b} base, {@code c} composite, {@code d} domain, {@code e} enum, {@code r} range, {@code m}
 *     multirange, {@code p} pseudo
 * @param element of an array the type of its elements, of a domain the type below, of a range what it is of; else 0
 * @param array whether it is an array
 * @param delimiter what stands between elements of arrays of this type
 * @param modifier of a domain: that of the type below
 * @param notNull of a domain: whether it refuses NULL
 * @param labels of an enum
 * @param attributes of a composite type
 * @param checks of a domain, with {@code VALUE} for the value
 */
record TypeShape(
        long oid,
        String name,
        String sql,
        char kind,
        long element,
        boolean array,
        String delimiter,
        int modifier,
        boolean notNull,
        List<String> labels,
        List<Attribute> attributes,
        List<String> checks) {

    TypeShape {
        labels = List.copyOf(labels);
        attributes = List.copyOf(attributes);
        checks = List.copyOf(checks);
    }

    /** A part of a composite type. */
    record Attribute(long type, int modifier) {}
}
