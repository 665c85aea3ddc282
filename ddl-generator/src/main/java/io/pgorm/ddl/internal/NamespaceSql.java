package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.QualifiedName;
import java.util.Optional;

/** The SQL of a schema of the database. Stateless. */
public final class NamespaceSql {

    private NamespaceSql() {}

    /** Nothing for {@code public}, which is there. Others may be too, where a platform brings them. */
    public static Optional<DdlStatement> create(Namespace namespace) {
        return namespace.name().equals(QualifiedName.DEFAULT_SCHEMA)
                ? Optional.empty()
                : Optional.of(new SqlBuilder()
                        .sql("CREATE SCHEMA IF NOT EXISTS ")
                        .name(namespace.name())
                        .statement(namespace.span()));
    }
}
