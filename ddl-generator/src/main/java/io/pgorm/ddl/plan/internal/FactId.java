package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import java.util.Locale;

/**
 * What a {@link Fact} is about: it stays the same while the fact changes.
 *
 * @param aspect which side of the object
 * @param object the object, or the one that the fact is said of
 * @param detail what tells several facts of one aspect apart: a role and a privilege; empty for most
 */
record FactId(Aspect aspect, ObjectName object, String detail) implements Comparable<FactId> {

    /** Sides of an object that have statements of their own. */
    enum Aspect {
        /** The object itself. */
        SELF,
        DEFAULT,
        OWNED_BY,
        INHERITS,
        ATTACHED,
        REPLICA_IDENTITY,
        ROW_SECURITY,
        OWNER,
        COMMENT,
        PRIVILEGE,
        DEFAULT_PRIVILEGE,
        /** A piece of SQL. */
        SQL,
        /** What a type or a collation was, until nothing needs it any more. */
        ASIDE,
        /** Something that is there in the middle of a plan only; the detail says what. */
        INTERIM
    }

    static FactId self(ObjectName object) {
        return new FactId(Aspect.SELF, object, "");
    }

    static FactId self(ObjectName.Kind kind, QualifiedName name) {
        return self(ObjectName.of(kind, name));
    }

    static FactId part(ObjectName.Kind kind, QualifiedName of, String name) {
        return self(ObjectName.part(kind, of, name));
    }

    /** What a plan makes on its way, for other actions to wait for. */
    FactId interim(String what) {
        return new FactId(Aspect.INTERIM, object, what);
    }

    FactId with(Aspect other) {
        return new FactId(other, object, detail);
    }

    /** For people: {@code column users.name}. */
    String shown() {
        return (object.kind().sql().toLowerCase(Locale.ROOT) + " "
                        + (object.name().schema().isEmpty()
                                ? object.name().name()
                                : object.name().toString())
                        + object.part().map(part -> "." + part).orElse(""))
                .strip();
    }

    @Override
    public int compareTo(FactId other) {
        int order = aspect.compareTo(other.aspect);
        if (order == 0) {
            order = object.compareTo(other.object);
        }
        return order == 0 ? detail.compareTo(other.detail) : order;
    }

    /** Before all that are said of one side of an object. */
    static FactId firstOn(Aspect aspect, ObjectName object) {
        return new FactId(aspect, object, "");
    }

    /** Behind all that are said of one side of an object. */
    static FactId lastOn(Aspect aspect, ObjectName object) {
        return new FactId(aspect, object, "\uffff");
    }
}
