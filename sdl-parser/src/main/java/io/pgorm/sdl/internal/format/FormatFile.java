package io.pgorm.sdl.internal.format;

import io.pgorm.sdl.internal.grammar.PgormLexer;
import io.pgorm.sdl.internal.grammar.PgormParser;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;

/** Lays out a file: each declaration on lines of its own, a blank line around those of several lines. Stateless. */
public final class FormatFile {

    private static final int INDENT = 2;

    private final Tokens tokens;
    private final FormatTokens runs;
    private final StringBuilder out = new StringBuilder();

    private FormatFile(Tokens tokens) {
        this.tokens = tokens;
        this.runs = new FormatTokens(tokens);
    }

    /**
     * The file in the canonical layout.
     *
     * @param stream all tokens of a file whose lines end in {@code \n}
     * @param schema what was read from them without an error
     */
    public static String format(CommonTokenStream stream, PgormParser.SchemaContext schema) {
        return new FormatFile(new Tokens(stream.getTokens())).format(schema.declaration());
    }

    private String format(List<PgormParser.DeclarationContext> declarations) {
        boolean multiLineBefore = false;
        for (PgormParser.DeclarationContext declaration : declarations) {
            int from = tokens.place(declaration.getStart());
            String text = declaration(declaration, from, tokens.place(declaration.getStop()) + 1);
            boolean multiLine = text.indexOf('\n') >= 0;
            Gap gap = tokens.before(from);
            put(from > 0 && (multiLine || multiLineBefore) ? gap.parted() : gap);
            putLine(gap.blankLine() || from > 0 && gap.lines().isEmpty() && (multiLine || multiLineBefore), text);
            multiLineBefore = multiLine;
        }
        put(tokens.before(tokens.end()));
        return out.isEmpty() ? "" : out.append('\n').toString();
    }

    private void put(Gap gap) {
        gap.trailing().ifPresent(text -> out.append("  ").append(text));
        gap.lines().forEach(line -> putLine(line.blankLineBefore(), line.text()));
    }

    private void putLine(boolean blankLineBefore, String text) {
        if (!out.isEmpty()) {
            out.append(blankLineBefore ? "\n\n" : "\n");
        }
        out.append(text);
    }

    private String declaration(PgormParser.DeclarationContext declaration, int from, int to) {
        int brace = brace(from, to);
        if (brace == to) {
            return PrintDoc.print(new Doc.Group(runs.run(from, to, INDENT, options(declaration))), 0, 0);
        }
        StringBuilder text = new StringBuilder(PrintDoc.print(runs.run(from, brace, INDENT), 0, 0));
        Gap gap = tokens.before(brace);
        text.append(gap.hasComments() ? PrintDoc.print(FormatTokens.comments(gap), 0, 0) : " ");
        int headWidth = text.length() - text.lastIndexOf("\n") - 1;
        text.append(new FormatBlock(tokens, Member.of(declaration, tokens)).format(brace, headWidth));
        int behind = tokens.closing(brace) + 1;
        if (behind < to) {
            Gap tail = tokens.before(behind);
            Doc parting = tail.hasComments() ? FormatTokens.comments(tail) : Doc.SPACE;
            text.append(PrintDoc.print(Doc.all(parting, runs.run(behind, to, INDENT)), 1, 0));
        }
        return text.toString();
    }

    /** Where the options of a function begin, which go below its signature when it gets too long. */
    private int options(PgormParser.DeclarationContext declaration) {
        PgormParser.RoutineContext routine = declaration.routine();
        return routine == null || routine.option().isEmpty()
                ? -1
                : tokens.place(routine.option().getFirst().getStart());
    }

    /** Where the block of a declaration opens, or {@code to} where it has none. */
    private int brace(int from, int to) {
        int at = from;
        while (at < to && tokens.type(at) != PgormLexer.LBRACE) {
            at = tokens.opens(at) ? tokens.closing(at) + 1 : at + 1;
        }
        return at;
    }
}
