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

    private static final Pattern SUBQUERY = Pattern.compile("\\bselect\\b", Pattern.CASE_INSENSITIVE);

    /** What SQL in some place may name. */
    enum Reach {
        /** Nothing: a default has no row to look at. */
        NOTHING,
        /** The columns of its own row: a check, a generated column, an index. */
        ROW,
        /** Other tables too: a policy. */
        EVERYTHING
    }

    /** What kind of SQL stands in a string. */
    private enum Form {
        /** One expression or query, without the space around it. */
        EXPRESSION,
        /** Statements. */
        SCRIPT,
        /** The body of a function, to the letter. */
        BODY
    }

    private final Scope scope;
    private final Optional<ModelScope> self;
    private final Reach reach;
    private final Form form;
    private final StringValue string;
    private final List<SqlText.Part> parts = new ArrayList<>();
    /** Whether tables of a subquery may have a column of the same name, which would be meant then. */
    private boolean subquery;

    private boolean sound = true;

    private ResolveSql(Scope scope, Optional<ModelScope> self, Reach reach, Form form, StringValue string) {
        this.scope = scope;
        this.self = self;
        this.reach = reach;
        this.form = form;
        this.string = string;
    }

    /** The expression, or nothing where it has an error, which is reported. */
    static Optional<SqlText> expression(Scope scope, ModelScope self, Reach reach, StringValue string) {
        return new ResolveSql(scope, Optional.of(self), reach, Form.EXPRESSION, string).run();
    }

    /** An expression that belongs to no model: the check of a domain, the default of a parameter. */
    static Optional<SqlText> constant(Scope scope, StringValue string) {
        return new ResolveSql(scope, Optional.empty(), Reach.NOTHING, Form.EXPRESSION, string).run();
    }

    /** The query of a view. */
    static Optional<SqlText> query(Scope scope, StringValue string) {
        return new ResolveSql(scope, Optional.empty(), Reach.EVERYTHING, Form.EXPRESSION, string).run();
    }

    /** Statements. */
    static Optional<SqlText> script(Scope scope, StringValue string) {
        return new ResolveSql(scope, Optional.empty(), Reach.EVERYTHING, Form.SCRIPT, string).run();
    }

    /** The body of a function in SQL or PL/pgSQL, to the letter but for references. */
    static Optional<SqlText> body(Scope scope, StringValue string) {
        return new ResolveSql(scope, Optional.empty(), Reach.EVERYTHING, Form.BODY, string).run();
    }

    private Optional<SqlText> run() {
        List<SqlScanner.Segment> segments = SqlScanner.scan(string.text());
        boolean blank = segments.stream()
                .allMatch(segment -> segment.kind() == SqlScanner.Kind.COMMENT
                        || segment.kind() == SqlScanner.Kind.CODE
                                && segment.text().isBlank());
        if (blank && form != Form.BODY) {
            refuse(string.span(), "there is no SQL in this string", "write an SQL expression, or leave it out");
            return Optional.empty();
        }
        subquery = segments.stream()
                .anyMatch(segment -> segment.kind() == SqlScanner.Kind.CODE
                        && SUBQUERY.matcher(segment.text()).find());
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
        if (form == Form.BODY) {
            return sound ? Optional.of(new SqlText(parts, string.span())) : Optional.empty();
        }
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
            reference(
                    references,
                    segment.start(),
                    subquery && !code.substring(0, open).endsWith("."));
            done = references.end();
        }
        addText(code.substring(done));
    }

    private void addText(String text) {
        if (!text.isEmpty()) {
            parts.add(new SqlText.Text(text));
        }
    }

    /** @param ownQualified whether a field of the model itself is to be named with its table */
    private void reference(Matcher found, int base, boolean ownQualified) {
        SourceSpan span = string.span(base + found.start(), base + found.end());
        String first = found.group(1);
        Optional<ModelScope> named = scope.relation(first);
        boolean own = self.isPresent() && self.get().fields().containsKey(first);
        if (found.group(2) != null) {
            if (named.isEmpty()) {
                refuseReference(span, "there is no model " + first, first, scope.relations());
            } else {
                column(named.get(), found.group(2), span, true, List.of());
            }
        } else if (!own && named.isPresent()) {
            if (isInReach(named.get(), span)) {
                parts.add(new SqlText.TableReference(named.get().table()));
            }
        } else if (self.isPresent()) {
            column(self.get(), first, span, ownQualified && reach == Reach.EVERYTHING, scope.relations());
        } else if (reach == Reach.NOTHING) {
            outOfReach(span);
        } else {
            refuseReference(span, "there is no model " + first, first, scope.relations());
        }
    }

    private boolean isInReach(ModelScope model, SourceSpan span) {
        boolean inReach = reach == Reach.EVERYTHING
                || reach == Reach.ROW && self.filter(own -> own == model).isPresent();
        if (!inReach) {
            outOfReach(span);
        }
        return inReach;
    }

    private void outOfReach(SourceSpan span) {
        sound = false;
        String row = self.map(own -> "this SQL sees one row of " + own.name() + " only, and no other table")
                .orElse("");
        boolean ofField = self.isPresent();
        scope.report.error(
                Codes.REFERENCE_OUT_OF_REACH,
                span,
                reach == Reach.ROW
                        ? row
                        : ofField
                                ? "a default can name no fields: there is no row yet"
                                : "this SQL belongs to no table: it can name no fields",
                reach == Reach.ROW
                        ? "a foreign key, or a policy, can look at other tables"
                        : ofField
                                ? "a value that follows from other fields is `@generated(\"...\")`"
                                : "write an expression over constants and functions, in a check of a domain over"
                                        + " VALUE");
    }

    /** @param others what else may have been meant */
    private void column(ModelScope model, String name, SourceSpan span, boolean qualified, List<String> others) {
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
                    known.addAll(others);
                    refuseReference(
                            span, "the " + model.what() + " " + model.name() + " has no field " + name, name, known);
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
                    case ';' -> semicolon(start + i);
                    default -> {}
                }
            }
        }

        private void semicolon(int at) {
            if (form == Form.EXPRESSION) {
                fail(at, "a ; ends the statement, and this is an expression inside one", "leave it out");
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
