package io.pgorm.ir.diagnostic;

/** How much a diagnostic weighs. Only an {@link #ERROR} keeps a schema from being used. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
