package io.pgorm.ir;

import io.pgorm.ir.sql.Identifiers;

/**
 * The name of an object in a schema of the database.
 *
 * @param schema the schema's name, {@code public} where nothing else is said
 * @param name the object's own name
 */
public record QualifiedName(String schema, String name) {

    /** The schema of everything that does not name another. */
    public static final String DEFAULT_SCHEMA = "public";

    public static QualifiedName of(String name) {
        return new QualifiedName(DEFAULT_SCHEMA, name);
    }

    /** Quoted for SQL; qualified only where the schema is not {@value #DEFAULT_SCHEMA}. */
    public String sql() {
        String quoted = Identifiers.quote(name);
        return schema.equals(DEFAULT_SCHEMA) ? quoted : Identifiers.quote(schema) + "." + quoted;
    }

    @Override
    public String toString() {
        return schema.equals(DEFAULT_SCHEMA) ? name : schema + "." + name;
    }
}
