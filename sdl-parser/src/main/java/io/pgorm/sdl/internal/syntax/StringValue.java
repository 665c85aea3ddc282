package io.pgorm.sdl.internal.syntax;

import io.pgorm.ir.diagnostic.SourceSpan;

/** A string: what it means, and where in the file each of its characters stands. Immutable. */
public final class StringValue implements Value {

    private final String text;
    private final int[] offsets;
    private final SourceText source;
    private final SourceSpan span;

    /** @param offsets the place of each character of the text, and of the end */
    StringValue(String text, int[] offsets, SourceText source, SourceSpan span) {
        this.text = text;
        this.offsets = offsets.clone();
        this.source = source;
        this.span = span;
    }

    /** What it means: escapes resolved, indentation stripped. */
    public String text() {
        return text;
    }

    @Override
    public SourceSpan span() {
        return span;
    }

    @Override
    public String kind() {
        return "a string";
    }

    /** Where a stretch of its text stands in the file. */
    public SourceSpan span(int from, int to) {
        int last = to > from ? offsets[to - 1] + 1 : offsets[from];
        return source.span(offsets[from], Math.max(last, offsets[from]));
    }

    @Override
    public String toString() {
        return "StringValue[text=" + text + "]";
    }
}
