package io.pgorm.sdl.internal.format;

import java.util.List;

/**
 * Text whose lines are not chosen yet, after Wadler: a group stands on one line if it fits, else each of its own
 * {@link Line}s is a line end.
 */
sealed interface Doc {

    Doc EMPTY = new All(List.of());
    Doc SPACE = new Text(" ");

    /** A piece as it stands; one that holds line ends is never indented. */
    record Text(String text) implements Doc {}

    /** A comment: takes no part in what fits, and a line end must follow. */
    record Comment(String text) implements Doc {}

    /** A line end in a group that is broken, {@code flat} in one that is not. */
    record Line(String flat) implements Doc {}

    /** A line end in any case. */
    record LineEnd() implements Doc {}

    /** What is indented {@code by} more columns. */
    record Indent(int by, Doc content) implements Doc {}

    /** What is indented to a column, wherever the rest stands. */
    record IndentTo(int column, Doc content) implements Doc {}

    /** What stands on one line or is broken at all of its own lines. */
    record Group(Doc content, boolean broken) implements Doc {
        Group(Doc content) {
            this(content, holdsLineEnd(content));
        }
    }

    /** One after the other. */
    record All(List<Doc> parts) implements Doc {
        public All {
            parts = List.copyOf(parts);
        }
    }

    static Doc all(Doc... parts) {
        return new All(List.of(parts));
    }

    private static boolean holdsLineEnd(Doc doc) {
        return switch (doc) {
            case Text text -> false;
            case Line line -> false;
            case Comment comment -> true;
            case LineEnd end -> true;
            case Indent indent -> holdsLineEnd(indent.content());
            case IndentTo indent -> holdsLineEnd(indent.content());
            case Group group -> group.broken();
            case All all -> all.parts().stream().anyMatch(Doc::holdsLineEnd);
        };
    }
}
