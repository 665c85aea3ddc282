package io.pgorm.ir.diagnostic;

/**
 * A stretch of a source file.
 *
 * @param file the name the file was given to the compiler under; empty where there is no source, as for a catalog
 * @param line first line, counted from 1
 * @param column first column, counted from 1 in UTF-16 units
 * @param endLine last line
 * @param endColumn the column after the last one
 */
public record SourceSpan(String file, int line, int column, int endLine, int endColumn) {

    /** The span of what no source file says: implied objects and what a catalog held. */
    public static final SourceSpan NONE = new SourceSpan("", 0, 0, 0, 0);

    /** Whether there is a place to show. */
    public boolean isPresent() {
        return line > 0;
    }

    /** The stretch from the start of this span to the end of {@code last}, which must be in the same file. */
    public SourceSpan to(SourceSpan last) {
        if (!isPresent() || !last.isPresent()) {
            return isPresent() ? this : last;
        }
        return new SourceSpan(file, line, column, last.endLine, last.endColumn);
    }
}
