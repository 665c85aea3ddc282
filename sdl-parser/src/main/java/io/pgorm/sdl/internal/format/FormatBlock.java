package io.pgorm.sdl.internal.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Lays out what stands in the braces of a declaration: a line for each member, names, types and attributes in columns. */
final class FormatBlock {

    private static final String INDENT = "  ";
    private static final String BETWEEN = "  ";
    /** What is wider moves its own line out of the columns, not all others. */
    private static final int WIDEST = 40;
    /** How wide an enum on one line is at most. */
    private static final int ENUM_WIDTH = 80;

    private final Tokens tokens;
    private final FormatTokens runs;
    private final List<Member> members;
    private final int nameWidth;
    private final int typeWidth;

    /** A line, or several, before its comment. */
    private record Row(boolean blankLineBefore, String text, Optional<String> comment) {
        boolean isColumn() {
            return comment.isPresent() && text.indexOf('\n') < 0;
        }
    }

    FormatBlock(Tokens tokens, List<Member> members) {
        this.tokens = tokens;
        this.runs = new FormatTokens(tokens);
        this.members = members;
        this.nameWidth = widest(member -> PrintDoc.width(tokens.text(member.from())));
        this.typeWidth = widest(member -> {
            String type = type(member);
            return type.indexOf('\n') < 0 ? PrintDoc.width(type) : 0;
        });
    }

    private int widest(ToIntFunction<Member> width) {
        return members.stream()
                .filter(member -> member.kind() != Member.Kind.ATTRIBUTE)
                .mapToInt(width)
                .filter(columns -> columns <= WIDEST)
                .max()
                .orElse(0);
    }

    /** From the opening brace to the closing one. */
    String format(int open, int headWidth) {
        int close = tokens.closing(open);
        if (members.isEmpty() && !tokens.before(close).hasComments()) {
            return "{}";
        }
        Optional<String> oneLine = oneLine(close).filter(text -> headWidth + PrintDoc.width(text) <= ENUM_WIDTH);
        if (oneLine.isPresent()) {
            return oneLine.get();
        }
        List<Row> rows = rows(close);
        StringBuilder text = new StringBuilder("{");
        int first = members.isEmpty() ? close : members.getFirst().from();
        tokens.before(first)
                .trailing()
                .ifPresent(comment -> text.append(BETWEEN).append(comment));
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            text.append(row.blankLineBefore() && i > 0 ? "\n\n" : "\n")
                    .append(INDENT)
                    .append(row.text());
            int column = row.isColumn() ? commentColumn(rows, i) : 0;
            row.comment()
                    .ifPresent(comment -> text.repeat(' ', Math.max(0, column - PrintDoc.width(row.text())))
                            .append(BETWEEN)
                            .append(comment));
        }
        return text.append("\n}").toString();
    }

    private Optional<String> oneLine(int close) {
        StringBuilder text = new StringBuilder("{");
        for (Member member : members) {
            Gap gap = tokens.before(member.from());
            boolean plain = member.kind() == Member.Kind.VALUE && member.attributes() == member.to();
            boolean parted = gap.isParted() && member != members.getFirst();
            if (!plain || parted || gap.hasComments()) {
                return Optional.empty();
            }
            text.append(' ').append(tokens.text(member.from()));
        }
        return tokens.before(close).hasComments()
                ? Optional.empty()
                : Optional.of(text.append(" }").toString());
    }

    private List<Row> rows(int close) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            Gap gap = tokens.before(member.from());
            boolean attributesBegin = member.kind() == Member.Kind.ATTRIBUTE
                    && i > 0
                    && members.get(i - 1).kind() != Member.Kind.ATTRIBUTE;
            gap = attributesBegin ? gap.parted() : gap;
            addComments(gap, rows);
            int next = i + 1 < members.size() ? members.get(i + 1).from() : close;
            rows.add(new Row(gap.blankLine(), text(member), tokens.before(next).trailing()));
        }
        addComments(tokens.before(close), rows);
        return rows;
    }

    private static void addComments(Gap gap, List<Row> rows) {
        for (Gap.CommentLine line : gap.lines()) {
            rows.add(new Row(line.blankLineBefore(), line.text(), Optional.empty()));
        }
    }

    /** The comments behind lines that follow each other stand under each other. */
    private static int commentColumn(List<Row> rows, int at) {
        int from = at;
        while (from > 0 && rows.get(from - 1).isColumn() && !rows.get(from).blankLineBefore()) {
            from--;
        }
        int column = 0;
        for (int i = from; i < rows.size() && rows.get(i).isColumn(); i++) {
            if (i > from && rows.get(i).blankLineBefore()) {
                break;
            }
            column = Math.max(column, PrintDoc.width(rows.get(i).text()));
        }
        return column;
    }

    private String type(Member member) {
        return member.type() == member.attributes()
                ? ""
                : PrintDoc.print(runs.run(member.type(), member.attributes(), 2), 0, INDENT.length());
    }

    private String text(Member member) {
        if (member.kind() == Member.Kind.ATTRIBUTE) {
            return PrintDoc.print(runs.run(member.from(), member.to(), 2), INDENT.length(), INDENT.length());
        }
        boolean last = member.attributes() == member.to();
        StringBuilder text = new StringBuilder();
        put(text, tokens.text(member.from()), nameWidth, last && member.kind() == Member.Kind.VALUE);
        if (member.kind() == Member.Kind.FIELD) {
            put(text, type(member), typeWidth, last);
        }
        if (last) {
            return text.toString();
        }
        int column = INDENT.length() + nameWidth + BETWEEN.length();
        column += member.kind() == Member.Kind.FIELD ? typeWidth + BETWEEN.length() : 0;
        Gap gap = tokens.before(member.attributes());
        Doc attributes = runs.run(member.attributes(), member.to(), 0);
        if (gap.hasComments()) {
            text.setLength(text.toString().stripTrailing().length());
            attributes = Doc.all(FormatTokens.comments(gap), attributes);
        }
        int start = INDENT.length() + PrintDoc.width(text.substring(text.lastIndexOf("\n") + 1));
        return text.append(PrintDoc.print(new Doc.Group(new Doc.IndentTo(column, attributes)), start, INDENT.length()))
                .toString();
    }

    private static void put(StringBuilder text, String cell, int width, boolean last) {
        text.append(cell);
        if (!last) {
            boolean padded = cell.indexOf('\n') < 0;
            text.repeat(' ', padded ? Math.max(0, width - PrintDoc.width(cell)) : 0)
                    .append(BETWEEN);
        }
    }
}
