package io.pgorm.ir.spi;

import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import java.util.List;
import java.util.Optional;

/** How the names of a database, and SQL, are written in the schema language, for {@link SchemaExtension#write}. */
public interface SchemaNames {

    /** The model or view of the table; absent for a table that gets none. */
    Optional<String> model(QualifiedName table);

    /** The field of the column. */
    String field(QualifiedName table, String column);

    /** The fields of the columns in brackets, {@code [a, b]}. */
    String fields(QualifiedName table, List<String> columns);

    /** Keys of an index or a partition in brackets: {@code [a, "lower(b)"]}. */
    String keys(QualifiedName table, List<Index.Key> keys);

    /** The function as a ROUTINE parameter takes it: its word, or its name in the database in a string. */
    String routine(QualifiedName routine);

    /** SQL as a string of the language, in which braces are escaped. */
    String sql(String sql);

    /** Any text as a string of the language. */
    String text(String text);

    /** A name of the database: a bare word where it is one, or a string. */
    String name(String name);
}
