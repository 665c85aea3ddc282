package io.pgorm.migrations.script;

import static io.pgorm.ir.sql.SqlScanner.isWordPart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * psql's way of finding the end of a statement: a semicolon outside of quotes, comments, parentheses, and the body of a
 * function that begins with BEGIN ATOMIC. One object reads one text.
 */
final class StatementSplitter {

    /** Opens a file that the script includes. */
    interface Include {
        void read(String path, String place) throws IOException;
    }

    private static final Set<String> INCLUDES = Set.of("i", "ir", "include", "include_relative");
    /** What pg_dump writes around a dump, so that nothing in it can be a command of psql's; here nothing is. */
    private static final Set<String> GUARDS = Set.of("restrict", "unrestrict");

    private static final Set<String> CHOICES = Set.of("if", "elif", "else", "endif");

    private final String file;
    private final String text;
    private final List<ScriptStatement> statements;
    private final List<String> notes;
    private final Include include;

    private int at;
    private int line = 1;
    private final StringBuilder current = new StringBuilder();
    private final List<String> words = new ArrayList<>();
    private int firstLine;
    private int parentheses;
    private int begins;

    StatementSplitter(String file, String text, List<ScriptStatement> statements, List<String> notes, Include include) {
        this.file = file;
        this.text = text;
        this.statements = statements;
        this.notes = notes;
        this.include = include;
    }

    void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '\'' -> quoted('\'', isEscapeString());
                case '"' -> quoted('"', false);
                case '$' -> dollar();
                case '-' -> {
                    if (text.startsWith("--", at)) {
                        comment(endOfLine(at));
                    } else {
                        take(at + 1);
                    }
                }
                case '/' -> {
                    if (text.startsWith("/*", at)) {
                        comment(endOfBlockComment());
                    } else {
                        take(at + 1);
                    }
                }
                case '\\' -> command();
                case '(', '[' -> {
                    parentheses++;
                    take(at + 1);
                }
                case ')', ']' -> {
                    parentheses = Math.max(0, parentheses - 1);
                    take(at + 1);
                }
                case ';' -> {
                    if (parentheses == 0 && begins == 0) {
                        at++;
                        finish();
                    } else {
                        take(at + 1);
                    }
                }
                default -> {
                    if (isWordPart(c)) {
                        word();
                    } else {
                        take(at + 1);
                    }
                }
            }
        }
        finish();
    }

    /** Moves on to {@code end}; what lies between is a part of the statement, unless that has not begun. */
    private void take(int end) {
        String taken = text.substring(at, end);
        if (current.length() > 0 || !taken.isBlank()) {
            if (current.length() == 0) {
                firstLine = line;
            }
            current.append(taken);
        }
        skip(end);
    }

    private void skip(int end) {
        for (int i = at; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        at = end;
    }

    private void comment(int end) {
        if (current.length() == 0) {
            skip(end);
        } else {
            take(end);
        }
    }

    private void quoted(char quote, boolean escapes) {
        int end = at + 1;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (escapes && c == '\\') {
                end += 2;
            } else if (c != quote) {
                end++;
            } else if (end + 1 < text.length() && text.charAt(end + 1) == quote) {
                end += 2;
            } else {
                take(end + 1);
                return;
            }
        }
        throw open("a " + (quote == '"' ? "quoted name" : "string"));
    }

    private boolean isEscapeString() {
        if (at == 0 || Character.toUpperCase(text.charAt(at - 1)) != 'E') {
            return false;
        }
        return at == 1 || !isWordPart(text.charAt(at - 2));
    }

    private void dollar() {
        int end = at + 1;
        while (end < text.length() && isWordPart(text.charAt(end)) && text.charAt(end) != '$') {
            end++;
        }
        boolean isTag = end < text.length() && text.charAt(end) == '$' && !Character.isDigit(text.charAt(at + 1));
        if (!isTag) {
            take(at + 1);
            return;
        }
        String tag = text.substring(at, end + 1);
        int close = text.indexOf(tag, end + 1);
        if (close < 0) {
            throw open("a string that begins with " + tag);
        }
        take(close + tag.length());
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int endOfBlockComment() {
        int depth = 0;
        int end = at;
        while (end < text.length()) {
            if (text.startsWith("/*", end)) {
                depth++;
                end += 2;
            } else if (text.startsWith("*/", end)) {
                depth--;
                end += 2;
                if (depth == 0) {
                    return end;
                }
            } else {
                end++;
            }
        }
        throw open("a comment");
    }

    private ScriptException open(String what) {
        return new ScriptException(file + ":" + line + ": " + what + " is not closed", null);
    }

    private void word() {
        int end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end).toLowerCase(Locale.ROOT);
        if (parentheses == 0) {
            words.add(word);
            if (isRoutine()) {
                switch (word) {
                    case "begin" -> begins++;
                    case "case" -> begins += begins > 0 ? 1 : 0;
                    case "end" -> begins -= begins > 0 ? 1 : 0;
                    default -> {}
                }
            }
        }
        take(end);
    }

    private boolean isRoutine() {
        if (words.size() < 2 || !words.getFirst().equals("create")) {
            return false;
        }
        int kind = words.get(1).equals("or") ? 3 : 1;
        return words.size() > kind
                && (words.get(kind).equals("function") || words.get(kind).equals("procedure"));
    }

    private void finish() {
        String sql = current.toString().strip();
        if (!sql.isEmpty()) {
            statements.add(new ScriptStatement(file, firstLine, sql, words));
            if (words.size() > 1 && words.getFirst().equals("copy") && words.contains("stdin")) {
                skipRows();
            }
        }
        current.setLength(0);
        words.clear();
        parentheses = 0;
        begins = 0;
    }

    /** What follows COPY ... FROM stdin is data, up to a line of its own that says so. */
    private void skipRows() {
        skip(Math.min(text.length(), endOfLine(at) + 1));
        while (at < text.length()) {
            String row = text.substring(at, endOfLine(at)).stripTrailing();
            skip(Math.min(text.length(), endOfLine(at) + 1));
            if (row.equals("\\.")) {
                return;
            }
        }
    }

    private void command() {
        String place = file + ":" + line;
        int end = endOfLine(at);
        String rest = text.substring(at + 1, end).strip();
        skip(end);
        if (rest.startsWith(".") || rest.startsWith("\\")) {
            return;
        }
        int blank = 0;
        while (blank < rest.length() && !Character.isWhitespace(rest.charAt(blank))) {
            blank++;
        }
        String name = rest.substring(0, blank);
        String argument = rest.substring(blank).strip();
        if (INCLUDES.contains(name)) {
            include(argument, place);
        } else if (CHOICES.contains(name)) {
            throw new ScriptException(
                    place + ": psql's \\" + name + " is not followed; write the script without it", null);
        } else if (name.startsWith("g")) {
            // \g, \gexec, \gset, \gx end a statement as a semicolon does
            if (!name.equals("g")) {
                notes.add(place + ": \\" + name + " is not carried out; the statement before it is run as it stands");
            }
            finish();
        } else if (!GUARDS.contains(name)) {
            notes.add(place + ": psql's \\" + name + " is passed over");
        }
    }

    private void include(String argument, String place) {
        String path = argument.replaceAll("^'(.*)'$", "$1");
        try {
            include.read(path, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
