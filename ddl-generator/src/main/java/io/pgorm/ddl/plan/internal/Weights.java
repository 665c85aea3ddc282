package io.pgorm.ddl.plan.internal;

/** The place of a kind of fact where no need decides: as a person would write a schema. */
final class Weights {

    private Weights() {}

    static int of(FactId id) {
        return switch (id.aspect()) {
            case SELF -> self(id);
            case DEFAULT -> 9;
            case OWNED_BY -> 10;
            case INHERITS, ATTACHED -> 12;
            case REPLICA_IDENTITY -> 17;
            case ASIDE -> 3;
            // what it does at each statement begins when all others are done
            case SQL -> id.object().name().name().startsWith("event trigger ") ? 27 : 18;
            case ROW_SECURITY -> 21;
            case OWNER -> 22;
            case PRIVILEGE -> 23;
            case DEFAULT_PRIVILEGE -> 24;
            case COMMENT -> 25;
            case INTERIM -> 27;
        };
    }

    private static int self(FactId id) {
        return switch (id.object().kind()) {
            case ROLE -> 0;
            case SCHEMA -> 1;
            case EXTENSION, LANGUAGE -> 2;
            case TYPE -> 3;
            case DOMAIN -> 4;
            case DOMAIN_CONSTRAINT -> 5;
            case SEQUENCE -> 6;
            case TABLE, FOREIGN_TABLE -> 7;
            case COLUMN, DEFAULT -> 8;
            case FUNCTION, PROCEDURE, AGGREGATE -> 11;
            case CONSTRAINT -> 13;
            case VIEW, MATERIALIZED_VIEW -> 15;
            case INDEX -> 16;
            case TRIGGER, RULE -> 19;
            case POLICY -> 20;
            case LARGE_OBJECT, SQL -> 26;
        };
    }
}
