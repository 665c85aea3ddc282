package io.pgorm.ddl.internal.order;

import io.pgorm.ir.SqlObject;

/** Where a step stands if it has to wait for nothing, in the order of the constants. */
public enum Stratum {
    ROLES,
    NAMESPACES,
    EXTENSIONS,
    TYPES,
    SEQUENCES,
    FUNCTIONS,
    TABLES,
    /** Defaults and checks that could not be made with their table. */
    EXPRESSIONS,
    OWNED_SEQUENCES,
    VIEWS,
    INDEXES,
    CONSTRAINTS,
    FOREIGN_KEYS,
    /** Partitions that were made as tables. */
    ATTACHMENTS,
    REPLICA_IDENTITIES,
    TRIGGERS,
    SECURITY,
    OWNERS,
    DEFAULT_PRIVILEGES,
    REVOKES,
    GRANTS,
    COLUMN_GRANTS,
    LAST,
    COMMENTS;

    /** That of SQL which is no object of the schema. */
    public static Stratum of(SqlObject.Phase phase) {
        return switch (phase) {
            case EXTENSIONS -> EXTENSIONS;
            case TYPES -> TYPES;
            case FUNCTIONS -> FUNCTIONS;
            case TABLES -> TABLES;
            case INDEXES -> INDEXES;
            case FOREIGN_KEYS -> FOREIGN_KEYS;
            case SECURITY -> SECURITY;
            case COMMENTS -> LAST;
        };
    }
}
