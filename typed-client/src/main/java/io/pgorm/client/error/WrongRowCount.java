package io.pgorm.client.error;

/** A write met another number of rows than it was said to; nothing of it took effect. */
public final class WrongRowCount extends PgOrmException {

    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long actual;

    /** @param what which rows, where a write has several parts */
    public WrongRowCount(String what, long expected, long actual) {
        super(
                (what.isEmpty() ? "" : what + ": ") + "expected " + expected + (expected == 1 ? " row" : " rows")
                        + " and met " + actual + "; nothing was written",
                null);
        this.expected = expected;
        this.actual = actual;
    }

    /** How many rows the write was to meet. */
    public long expected() {
        return expected;
    }

    /** How many it met. */
    public long actual() {
        return actual;
    }
}
