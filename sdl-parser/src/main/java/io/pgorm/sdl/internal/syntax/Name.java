package io.pgorm.sdl.internal.syntax;

import io.pgorm.ir.diagnostic.SourceSpan;

/** A word at its place; words joined by dots count as one. */
public record Name(String text, SourceSpan span) {
    @Override
    public String toString() {
        return text;
    }
}
