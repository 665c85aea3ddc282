package io.pgorm.migrations.random;

/** The kinds of items, and how often each is drawn. */
enum Kind {
    SCHEMA(2),
    ENUM(5),
    DOMAIN(4),
    COMPOSITE(3),
    RANGE(2),
    SEQUENCE(3),
    FUNCTION(6),
    TABLE(18),
    PARTITION(5),
    COLUMN(30),
    KEY(8),
    CHECK(6),
    FOREIGN_KEY(10),
    EXCLUSION(1),
    INDEX(12),
    VIEW(9),
    MATERIALIZED_VIEW(4),
    READER(4),
    PROCEDURE(2),
    TRIGGER_FUNCTION(3),
    TRIGGER(6),
    POLICY(5),
    GRANT(8),
    DEFAULT_PRIVILEGE(2),
    OTHER(4);

    private final int weight;

    Kind(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    /** Whether it stands in a schema by itself. */
    boolean isPlaced() {
        return switch (this) {
            case ENUM, DOMAIN, COMPOSITE, RANGE, SEQUENCE, FUNCTION, TABLE, PARTITION, VIEW, MATERIALIZED_VIEW -> true;
            case READER, PROCEDURE, TRIGGER_FUNCTION, OTHER -> true;
            default -> false;
        };
    }

    /** Whether only a type or a relation of the same schema could have its name. */
    boolean isRelationOrType() {
        return switch (this) {
            case ENUM, DOMAIN, COMPOSITE, RANGE, SEQUENCE, TABLE, VIEW, MATERIALIZED_VIEW -> true;
            default -> false;
        };
    }
}
