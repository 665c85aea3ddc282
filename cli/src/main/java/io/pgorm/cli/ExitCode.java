package io.pgorm.cli;

/** What the command exits with; scripts depend on it. */
public final class ExitCode {

    public static final int OK = 0;
    /** The schema is wrong, or migrations are, or they failed. */
    public static final int SCHEMA = 1;
    /** The command was used wrongly, or something that it needs is not there. */
    public static final int USAGE = 2;
    /** It was done, and what came out is not the same as what went in. */
    public static final int DIFFERENT = 3;

    private ExitCode() {}
}
