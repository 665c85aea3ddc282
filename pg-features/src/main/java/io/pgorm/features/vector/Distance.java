package io.pgorm.features.vector;

/** How far apart two vectors are. An index is for one of them, named by its operator class. */
public enum Distance {
    /** The length of the line between them. */
    L2("<->", "l2"),
    /** The negative inner product: the smaller, the more alike. */
    INNER_PRODUCT("<#>", "ip"),
    /** One minus the cosine of the angle between them. */
    COSINE("<=>", "cosine"),
    /** The sum of the differences. */
    L1("<+>", "l1"),
    /** Of bits: how many differ. */
    HAMMING("<~>", "hamming"),
    /** Of bits: one minus what they share. */
    JACCARD("<%>", "jaccard");

    private final String operator;
    private final String word;

    Distance(String operator, String word) {
        this.operator = operator;
        this.word = word;
    }

    String operator() {
        return operator;
    }

    /** The word for it in the names of operator classes. */
    String word() {
        return word;
    }

    boolean isOfBits() {
        return this == HAMMING || this == JACCARD;
    }
}
