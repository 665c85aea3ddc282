package io.pgorm.client;

/** What may be done to the rows of a model. */
public enum Operation {
    READ("read"),
    CREATE("create"),
    UPDATE("update"),
    DELETE("delete");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    /** As a sentence says it. */
    public String word() {
        return word;
    }
}
