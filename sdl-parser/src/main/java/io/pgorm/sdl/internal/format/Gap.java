package io.pgorm.sdl.internal.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands between two tokens.
 *
 * @param trailing the comment on the line of the token before
 * @param lines the comments on lines of their own
 * @param blankLine whether a blank line stands before the token behind, after all comments
 */
record Gap(Optional<String> trailing, List<CommentLine> lines, boolean blankLine) {

    static final Gap NONE = new Gap(Optional.empty(), List.of(), false);

    /** A comment on a line of its own. */
    record CommentLine(String text, boolean blankLineBefore) {}

    Gap {
        lines = List.copyOf(lines);
    }

    boolean hasComments() {
        return trailing.isPresent() || !lines.isEmpty();
    }

    /** Whether a blank line stands anywhere in it. */
    boolean isParted() {
        return blankLine || lines.stream().anyMatch(CommentLine::blankLineBefore);
    }

    /** Both as one, where the token between them goes elsewhere. */
    Gap and(Gap next) {
        if (!next.hasComments()) {
            return new Gap(trailing, lines, blankLine || next.blankLine);
        }
        List<CommentLine> all = new ArrayList<>(lines);
        Optional<String> first = trailing;
        if (next.trailing.isPresent() && !hasComments()) {
            first = next.trailing;
        } else {
            next.trailing.ifPresent(text -> all.add(new CommentLine(text, false)));
        }
        all.addAll(next.lines);
        return new Gap(first, all, next.blankLine);
    }

    /** The same with a blank line before its first line, if there is none in it. */
    Gap parted() {
        if (isParted()) {
            return this;
        }
        if (lines.isEmpty()) {
            return new Gap(trailing, lines, true);
        }
        List<CommentLine> all = new ArrayList<>(lines);
        all.set(0, new CommentLine(all.getFirst().text(), true));
        return new Gap(trailing, all, blankLine);
    }
}
