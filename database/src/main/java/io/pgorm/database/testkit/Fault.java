package io.pgorm.database.testkit;

/** What becomes of a round trip on its way through a {@link FaultProxy}. */
public enum Fault {
    /** It passes. */
    NONE,
    /** The connection is reset before the server hears of it. */
    LOSE_REQUEST,
    /** The server answers, and the connection is reset in place of the answer. */
    LOSE_ANSWER,
    /** The server hears of it, and neither side ever hears of the other again, though both connections stay open. */
    STALL
}
