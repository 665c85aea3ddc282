package io.pgorm.features.rls.internal;

/** The codes of what is said about policies. A code never changes its meaning. */
final class PolicyCodes {

    static final String RESTRICTIVE_ONLY = "PGO1001";
    static final String INSERT_WITHOUT_SELECT = "PGO1002";
    static final String CLAUSE_NOT_ALLOWED = "PGO1003";
    static final String NO_CONDITION = "PGO1004";
    static final String RECURSION = "PGO1005";
    static final String CHANGE_WITHOUT_SELECT = "PGO1006";
    static final String DUPLICATE_NAME = "PGO1007";
    static final String UPDATE_WITHOUT_USING = "PGO1008";
    static final String BAD_NAME = "PGO1009";

    private PolicyCodes() {}
}
