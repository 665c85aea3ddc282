package io.pgorm.sdl.internal.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Chooses the lines of a {@link Doc}. For one thread. */
final class PrintDoc {

    /** How wide a line is at most, where that can be had. */
    static final int WIDTH = 120;

    private record Part(int indent, boolean flat, Doc doc) {}

    private final StringBuilder out = new StringBuilder();
    private final Deque<Part> rest = new ArrayDeque<>();
    private int column;

    private PrintDoc(int column) {
        this.column = column;
    }

    /**
     * The text of it.
     *
     * @param column where its first line begins
     * @param indent where its other lines begin
     */
    static String print(Doc doc, int column, int indent) {
        PrintDoc printer = new PrintDoc(column);
        printer.rest.push(new Part(indent, false, doc));
        while (!printer.rest.isEmpty()) {
            printer.step(printer.rest.pop());
        }
        return printer.out.toString();
    }

    private void step(Part part) {
        switch (part.doc()) {
            case Doc.Text text -> put(text.text());
            case Doc.Comment comment -> put(comment.text());
            case Doc.Line line when part.flat() -> put(line.flat());
            case Doc.Line line -> lineEnd(part.indent());
            case Doc.LineEnd end -> lineEnd(part.indent());
            case Doc.Indent indent -> rest.push(new Part(part.indent() + indent.by(), part.flat(), indent.content()));
            case Doc.IndentTo indent -> rest.push(new Part(indent.column(), part.flat(), indent.content()));
            case Doc.Group group -> {
                Part flat = new Part(part.indent(), true, group.content());
                rest.push(!group.broken() && fits(flat) ? flat : new Part(part.indent(), false, group.content()));
            }
            case Doc.All all -> pushAll(rest, part, all);
        }
    }

    private static void pushAll(Deque<Part> parts, Part part, Doc.All all) {
        for (int i = all.parts().size() - 1; i >= 0; i--) {
            parts.push(new Part(part.indent(), part.flat(), all.parts().get(i)));
        }
    }

    private void put(String text) {
        out.append(text);
        int lastLine = text.lastIndexOf('\n');
        column = lastLine < 0 ? column + width(text) : width(text.substring(lastLine + 1));
    }

    private void lineEnd(int indent) {
        out.append('\n').repeat(' ', indent);
        column = indent;
    }

    /** Whether the part and what follows it fit up to the next line end. */
    private boolean fits(Part first) {
        int left = WIDTH - column;
        Deque<Part> parts = new ArrayDeque<>();
        parts.push(first);
        Iterator<Part> behind = rest.iterator();
        while (left >= 0) {
            if (parts.isEmpty()) {
                if (!behind.hasNext()) {
                    return true;
                }
                parts.push(behind.next());
            }
            Part part = parts.pop();
            switch (part.doc()) {
                case Doc.Text text -> {
                    int end = text.text().indexOf('\n');
                    if (end >= 0) {
                        return width(text.text().substring(0, end)) <= left;
                    }
                    left -= width(text.text());
                }
                case Doc.Comment comment -> {
                    return true;
                }
                case Doc.Line line when part.flat() -> left -= width(line.flat());
                case Doc.Line line -> {
                    return true;
                }
                case Doc.LineEnd end -> {
                    return true;
                }
                case Doc.Indent indent -> parts.push(new Part(part.indent(), part.flat(), indent.content()));
                case Doc.IndentTo indent -> parts.push(new Part(part.indent(), part.flat(), indent.content()));
                case Doc.Group group ->
                    parts.push(new Part(part.indent(), part.flat() && !group.broken(), group.content()));
                case Doc.All all -> pushAll(parts, part, all);
            }
        }
        return false;
    }

    /** In characters as people count them, near enough. */
    static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
