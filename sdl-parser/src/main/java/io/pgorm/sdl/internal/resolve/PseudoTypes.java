package io.pgorm.sdl.internal.resolve;

import java.util.Set;
import java.util.TreeSet;

/** Types of PostgreSQL that only signatures of functions name, as bare words. */
final class PseudoTypes {

    /** Those that mean whatever type a call has. */
    static final Set<String> POLYMORPHIC =
            Set.of("anyelement", "anyarray", "anynonarray", "anyenum", "anyrange", "anymultirange");

    /** The same, where the types of a call are first made alike. */
    static final Set<String> COMPATIBLE = Set.of(
            "anycompatible",
            "anycompatiblearray",
            "anycompatiblenonarray",
            "anycompatiblerange",
            "anycompatiblemultirange");

    static final Set<String> RESULTS_ONLY = Set.of("trigger", "event_trigger", "void", "language_handler");

    static final Set<String> ALL = all();

    private PseudoTypes() {}

    private static Set<String> all() {
        Set<String> all = new TreeSet<>(Set.of("record", "cstring", "internal"));
        all.addAll(POLYMORPHIC);
        all.addAll(COMPATIBLE);
        all.addAll(RESULTS_ONLY);
        return all;
    }
}
