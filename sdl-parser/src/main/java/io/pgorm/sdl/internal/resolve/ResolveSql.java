package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.SqlScanner;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ModelScope.FieldScope;
import io.pgorm.sdl.internal.resolve.ModelScope.RelationScope;
import io.pgorm.sdl.internal.syntax.StringValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an SQL expression in a string: names in braces become references, and what could never be one expression is
 * refused. Only code counts; {@code '{}'} and comments are left as they stand.
 */
final class ResolveSql {

    private static final Pattern REFERENCE =
            Pattern.compile("\\{\\s*([\\p{L}_][\\p{L}\\p{Nd}_]*)(?:\\s*\\.\\s*([\\p{L}_][\\p{L}\\p{Nd}_]*))?\\s*}");
    private static final Pattern SESSION_CALL =
            Pattern.compile("(?<![\\w.$\"])auth\\s*\\.\\s*(\\w+)\\s*\\(", Pattern.CASE_INSENSITIVE);

    /** What SQL in some place may name. */
    enum Reach {
        /** Nothing: a default has no row to look at. */
        NOTHING,
        /** The columns of its own row: a check, a generated column, an index. */
        ROW,
        /** Other tables too: a policy. */
        EVERYTHING
    }

    private final Scope scope;
    private final ModelScope self;
    private final Reach reach;
    private final StringValue string;
    private final List<SqlText.Part> parts = new ArrayList<>();
    private boolean sound = true;

    private ResolveSql(Scope scope, ModelScope self, Reach reach, StringValue string) {
        this.scope = scope;
        this.self = self;
        this.reach = reach;
        this.string = string;
    }

    /** The expression, or nothing where it has an error, which is reported. */
    static Optional<SqlText> expression(Scope scope, ModelScope self, Reach reach, StringValue string) {
        return new ResolveSql(scope, self, reach, string).run();
    }

    private Optional<SqlText> run() {
        List<SqlScanner.Segment> segments = SqlScanner.scan(string.text());
        boolean blank = segments.stream()
                .allMatch(segment -> segment.kind() == SqlScanner.Kind.COMMENT
                        || segment.kind() == SqlScanner.Kind.CODE
                                && segment.text().isBlank());
        if (blank) {
            refuse(string.span(), "there is no SQL in this string", "write an SQL expression, or leave it out");
            return Optional.empty();
        }
        Brackets brackets = new Brackets();
        for (SqlScanner.Segment segment : segments) {
            if (!segment.closed()) {
                refuse(
                        string.span(segment.start(), segment.start() + 1),
                        "the SQL ends inside " + nameOf(segment) + " that begins here",
                        "close it");
            }
            if (segment.kind() == SqlScanner.Kind.CODE) {
                code(segment, brackets);
            } else {
                parts.add(new SqlText.Text(segment.text()));
            }
        }
        brackets.finish();
        endLineComment(segments.getLast());
        return sound ? Optional.of(new SqlText(stripEnds(parts), string.span())) : Optional.empty();
    }

    private static String nameOf(SqlScanner.Segment segment) {
        return switch (segment.kind()) {
            case LITERAL -> "a string literal";
            case QUOTED_IDENTIFIER -> "a quoted name";
            case COMMENT -> "a comment";
            case CODE -> "code";
        };
    }

    private void code(SqlScanner.Segment segment, Brackets brackets) {
        String code = segment.text();
        brackets.read(code, segment.start());
        Matcher calls = SESSION_CALL.matcher(code);
        while (calls.find()) {
            int start = segment.start() + calls.start();
            scope.sessionCalls.add(new Scope.SessionCall(
                    calls.group(1).toLowerCase(Locale.ROOT), string.span(start, segment.start() + calls.end(1))));
        }
        int done = 0;
        Matcher references = REFERENCE.matcher(code);
        for (int open = code.indexOf('{'); open >= 0; open = code.indexOf('{', done)) {
            if (!references.find(open) || references.start() != open) {
                refuse(
                        string.span(segment.start() + open, segment.start() + open + 1),
                        "a { in SQL begins the name of a field",
                        "write {field}, {Model.field} or {Model}");
                return;
            }
            addText(code.substring(done, open));
            reference(references, segment.start());
            done = references.end();
        }
        addText(code.substring(done));
    }

    private void addText(String text) {
        if (!text.isEmpty()) {
            parts.add(new SqlText.Text(text));
        }
    }

    private void reference(Matcher found, int base) {
        SourceSpan span = string.span(base + found.start(), base + found.end());
        String first = found.group(1);
        if (found.group(2) != null) {
            ModelScope model = scope.models.get(first);
            if (model == null) {
                refuseReference(span, "there is no model " + first, first, List.copyOf(scope.models.keySet()));
            } else {
                column(model, found.group(2), span, true);
            }
        } else if (!self.fields().containsKey(first) && scope.models.containsKey(first)) {
            if (isInReach(scope.models.get(first), span)) {
                parts.add(new SqlText.TableReference(scope.models.get(first).table()));
            }
        } else {
            column(self, first, span, false);
        }
    }

    private boolean isInReach(ModelScope model, SourceSpan span) {
        if (reach == Reach.EVERYTHING || reach == Reach.ROW && model == self) {
            return true;
        }
        sound = false;
        scope.report.error(
                Codes.REFERENCE_OUT_OF_REACH,
                span,
                reach == Reach.NOTHING
                        ? "a default can name no fields: there is no row yet"
                        : "this SQL sees one row of " + self.name() + " only, and no other table",
                reach == Reach.NOTHING
                        ? "a value that follows from other fields is `@generated(\"...\")`"
                        : "a foreign key, or a policy, can look at other tables");
        return false;
    }

    private void column(ModelScope model, String name, SourceSpan span, boolean qualified) {
        FieldScope field = model.fields().get(name);
        switch (field) {
            case ColumnScope column when !isInReach(model, span) -> {}
            case ColumnScope column ->
                parts.add(new SqlText.ColumnReference(
                        qualified ? Optional.of(model.table()) : Optional.empty(), column.column()));
            case RelationScope relation -> {
                sound = false;
                scope.report.error(
                        Codes.UNKNOWN_REFERENCE,
                        span,
                        model.name() + "." + name + " is a relation, which is no column",
                        "name the field that holds its key");
            }
            case null -> {
                if (model.namesKnown()) {
                    List<String> known = new ArrayList<>(
                            model.columns().stream().map(FieldScope::name).toList());
                    if (!qualified) {
                        known.addAll(scope.models.keySet());
                    }
                    refuseReference(span, "the model " + model.name() + " has no field " + name, name, known);
                }
                sound = false;
            }
        }
    }

    private void refuseReference(SourceSpan span, String message, String written, List<String> known) {
        sound = false;
        scope.report.error(
                Codes.UNKNOWN_REFERENCE, span, message, Suggest.didYouMean(written, known, Optional.empty()));
    }

    private void refuse(SourceSpan span, String message, String help) {
        sound = false;
        scope.report.error(Codes.BAD_SQL, span, message, help);
    }

    /** Whatever follows in the DDL must not become part of the comment. */
    private void endLineComment(SqlScanner.Segment last) {
        if (last.kind() == SqlScanner.Kind.COMMENT && last.text().startsWith("--")) {
            parts.add(new SqlText.Text("\n"));
        }
    }

    private static List<SqlText.Part> stripEnds(List<SqlText.Part> parts) {
        List<SqlText.Part> stripped = new ArrayList<>(parts);
        if (stripped.getFirst() instanceof SqlText.Text(String text)) {
            stripped.set(0, new SqlText.Text(text.stripLeading()));
        }
        boolean comment = stripped.size() > 1
                && stripped.get(stripped.size() - 2) instanceof SqlText.Text(String before)
                && before.startsWith("--");
        if (!comment && stripped.getLast() instanceof SqlText.Text(String text)) {
            stripped.set(stripped.size() - 1, new SqlText.Text(text.stripTrailing()));
        }
        stripped.removeIf(part -> part instanceof SqlText.Text(String text) && text.isEmpty());
        return stripped;
    }

    /** Follows the brackets of the code through all its segments. */
    private final class Brackets {

        private record Open(char bracket, int at) {}

        private final Deque<Open> open = new ArrayDeque<>();
        private boolean failed;

        void read(String code, int start) {
            for (int i = 0; i < code.length() && !failed; i++) {
                char c = code.charAt(i);
                switch (c) {
                    case '(', '[' -> open.push(new Open(c, start + i));
                    case ')', ']' -> close(c, start + i);
                    case ';' ->
                        fail(start + i, "a ; ends the statement, and this is an expression inside one", "leave it out");
                    default -> {}
                }
            }
        }

        private void close(char bracket, int at) {
            char wanted = bracket == ')' ? '(' : '[';
            Open last = open.poll();
            if (last == null || last.bracket() != wanted) {
                fail(at, "this " + bracket + " closes nothing", "leave it out, or open it before");
            }
        }

        void finish() {
            Open left = open.peek();
            if (left != null && !failed) {
                fail(left.at(), "this " + left.bracket() + " is not closed in the SQL", "close it");
            }
        }

        private void fail(int at, String message, String help) {
            failed = true;
            refuse(string.span(at, at + 1), message, help);
        }
    }
}
