package io.pgorm.ir.spi;

import io.pgorm.ir.PgType;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings words to the schema language: types, attributes, operator classes, and what they mean in SQL. Found by {@link
 * java.util.ServiceLoader}; the features that come with PG-ORM are made of nothing else.
 *
 * <p>Life of a schema: parsed and resolved with the words of all extensions; {@link #rewrite rewritten} by each
 * extension in the order of their names; {@link #validate validated} by each; turned to SQL, with what each {@link
 * #generate generates}. A schema that is read from a database is {@link #write written} with the words of all. An
 * implementation is stateless, safe for use by several threads, and does not throw: what is wrong with a schema is a
 * diagnostic.
 */
public interface SchemaExtension {

    /** Its name, in lower case: each of its attributes is named after it, {@code postgis} or {@code postgis.Point}. */
    String name();

    /** The scalar types it brings. */
    default List<PgType> types() {
        return List.of();
    }

    /** The attributes it brings, of models and of fields. */
    default List<AttributeType> attributes() {
        return List.of();
    }

    /** The index methods it brings, in lower case. */
    default List<IndexMethod> indexMethods() {
        return List.of();
    }

    /** The operator classes it brings. */
    default List<OperatorClass> operatorClasses() {
        return List.of();
    }

    /** The schema with what the attributes say put into tables, columns, indexes and policies. */
    default Schema rewrite(Schema schema) {
        return schema;
    }

    /** What is to be said of the rewritten schema. Codes that start with {@code PGO} are PG-ORM's own:
     * another's extension takes a prefix of its own. */
    default List<Diagnostic> validate(Schema schema) {
        return List.of();
    }

    /** The codes that {@link #validate} and the rest of it report, each once, in their order. */
    default List<DiagnosticCode> codes() {
        return List.of();
    }

    /** The SQL for what tables, columns, indexes and policies cannot say. */
    default List<SqlObject> generate(Schema schema) {
        return List.of();
    }

    /**
     * The columns that are more than plain fields in the generated client. At most one extension may speak for a column:
     * of several the first by name is heard.
     *
     * @param schema rewritten and without errors
     */
    default List<ClientField> clientFields(Schema schema) {
        return List.of();
    }

    /**
     * What a database holds that no catalog of PostgreSQL tells, as SQL that makes it again: that a table is a
     * hypertable. With the same ids as in {@link #generate}.
     *
     * @param connection to the database, which is only read
     * @param schema what its catalog tells
     * @throws SQLException where it cannot be asked
     */
    default List<SqlObject> read(Connection connection, Schema schema) throws SQLException {
        return List.of();
    }

    /**
     * A schema that was read from a database, without what came to be there while the database ran and no schema
     * declares: partitions that a generated function made ahead of time. Before two of them are compared, and before
     * one is {@link #write written}.
     *
     * @param schema without models, as a catalog holds it
     */
    default Schema forget(Schema schema) {
        return schema;
    }

    /**
     * The other way: what of a schema read from a database it says in its own words. Whatever no extension takes is
     * written in the words of the language itself, or as SQL.
     *
     * @param schema without models, as a catalog holds it
     */
    default Written write(Schema schema, SchemaNames names) {
        return Written.NOTHING;
    }
}
