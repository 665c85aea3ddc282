package io.pgorm.features.internal;

import io.pgorm.ir.QualifiedName;

/** Names of functions that features generate. Stateless. */
public final class GeneratedNames {

    private static final String PREFIX = "pgorm_";

    private GeneratedNames() {}

    /** {@code pgorm_notify_orders}. */
    public static String of(String rest) {
        return PREFIX + rest;
    }

    /** Whether the name is one of ours: what calls it is written by the feature that made both. */
    public static boolean isOne(QualifiedName name) {
        return name.name().startsWith(PREFIX);
    }
}
