package io.pgorm.ir;

import java.util.List;
import java.util.Optional;

/**
 * What a grant, an owner or a comment is about.
 *
 * @param name the object; for a part, the table, view, type or domain that has it; for a schema, role, extension or
 *     language, its own name in the schema {@code ""}
 * @param part the column, constraint, index of none, trigger or policy within it
 * @param argumentTypes of a routine or an aggregate, as SQL
 */
public record ObjectName(Kind kind, QualifiedName name, Optional<String> part, List<String> argumentTypes)
        implements Comparable<ObjectName> {

    public ObjectName {
        argumentTypes = List.copyOf(argumentTypes);
    }

    /** By kind, as {@link Kind} lists them, then by name. */
    @Override
    public int compareTo(ObjectName other) {
        // by hand, for a planner calls it more often than anything else
        int order = kind.compareTo(other.kind);
        if (order == 0) {
            order = name.schema().compareTo(other.name.schema());
        }
        if (order == 0) {
            order = name.name().compareTo(other.name.name());
        }
        if (order == 0) {
            order = part.orElse("").compareTo(other.part.orElse(""));
        }
        if (order == 0 && !argumentTypes.equals(other.argumentTypes)) {
            order = String.join(",", argumentTypes).compareTo(String.join(",", other.argumentTypes));
        }
        return order;
    }

    public static ObjectName of(Kind kind, QualifiedName name) {
        return new ObjectName(kind, name, Optional.empty(), List.of());
    }

    /** A schema, role, extension or language, which has no schema around it. */
    public static ObjectName global(Kind kind, String name) {
        return of(kind, new QualifiedName("", name));
    }

    public static ObjectName part(Kind kind, QualifiedName owner, String part) {
        return new ObjectName(kind, owner, Optional.of(part), List.of());
    }

    public static ObjectName routine(Routine routine) {
        Kind kind = routine.kind() == Routine.Kind.PROCEDURE ? Kind.PROCEDURE : Kind.FUNCTION;
        return new ObjectName(kind, routine.name(), Optional.empty(), routine.argumentTypes());
    }

    /** Kinds of objects, each with the words by which DDL names it. */
    public enum Kind {
        SCHEMA("SCHEMA"),
        ROLE("ROLE"),
        EXTENSION("EXTENSION"),
        LANGUAGE("LANGUAGE"),
        TYPE("TYPE"),
        DOMAIN("DOMAIN"),
        DOMAIN_CONSTRAINT("CONSTRAINT"),
        SEQUENCE("SEQUENCE"),
        TABLE("TABLE"),
        COLUMN("COLUMN"),
        /** The default of a column, which PostgreSQL records as an object of its own. */
        DEFAULT("DEFAULT"),
        CONSTRAINT("CONSTRAINT"),
        TRIGGER("TRIGGER"),
        POLICY("POLICY"),
        RULE("RULE"),
        INDEX("INDEX"),
        VIEW("VIEW"),
        MATERIALIZED_VIEW("MATERIALIZED VIEW"),
        FOREIGN_TABLE("FOREIGN TABLE"),
        FUNCTION("FUNCTION"),
        PROCEDURE("PROCEDURE"),
        AGGREGATE("AGGREGATE"),
        LARGE_OBJECT("LARGE OBJECT"),
        /** What has no kind here and is kept as SQL: its name is the id of the {@link SqlObject}, in the schema "". */
        SQL("");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }
}
