package io.pgorm.ir;

import java.util.Optional;

/**
 * A scalar type of the schema language.
 *
 * @param name as it is written in a schema, {@code BigInt}
 * @param sql as PostgreSQL names it, {@code bigint}; never user input
 * @param kind what its values look like
 * @param minArguments how many arguments it must have, {@code Varchar(n)}
 * @param maxArguments how many it may have
 * @param extension the extension of PostgreSQL that has to be created for it
 * @param java how the generated client sees it, where jOOQ does not know the type by itself
 */
public record PgType(
        String name,
        String sql,
        Kind kind,
        int minArguments,
        int maxArguments,
        Optional<String> extension,
        Optional<JavaMapping> java) {

    public PgType(String name, String sql, Kind kind, int minArguments, int maxArguments) {
        this(name, sql, kind, minArguments, maxArguments, Optional.empty(), Optional.empty());
    }

    /** What the values of a type look like: decides which defaults fit and how a string in a default is read. */
    public enum Kind {
        INTEGER,
        /** An integer that takes its values from a sequence of its own: {@code Serial} and its kin. */
        SERIAL,
        DECIMAL,
        BOOLEAN,
        TEXT,
        JSON,
        BYTES,
        TEMPORAL,
        UUID,
        OTHER
    }

    /**
     * The Java side of a type that jOOQ does not know.
     *
     * @param type fully qualified name of the Java class of its values
     * @param binding fully qualified name of the {@code org.jooq.Binding} between the two, with a public constructor
     *     without parameters; or a Java expression that makes one, as a type that jOOQ half knows needs it: {@code new
     *     a.b.SomeBinding<>()}, whose first parameter is then whatever jOOQ takes the type for
     * @param converter whether {@code binding} is such an expression for an {@code org.jooq.Converter} instead, from the
     *     Java type that jOOQ knows the type of the database as
     */
    public record JavaMapping(String type, String binding, boolean converter) {
        public JavaMapping(String type, String binding) {
            this(type, binding, false);
        }
    }
}
