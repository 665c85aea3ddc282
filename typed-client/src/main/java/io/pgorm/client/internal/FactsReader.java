package io.pgorm.client.internal;

import io.pgorm.client.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tables of a statement by the words before them. For what our own statements and jOOQ's look like that is
 * exact; for text by hand it finds what stands after FROM, JOIN, USING, INTO, UPDATE, DELETE FROM, COPY and TRUNCATE. For one
 * statement and one thread.
 */
final class FactsReader {

    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'"
                    + "|\\$([A-Za-z_]*)\\$.*?\\$\\1\\$"
                    + "|--[^\\n]*|/\\*.*?\\*/"
                    + "|\"(?<quoted>(?:[^\"]|\"\")*)\""
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
                    + "|(?<sign>[(),.;])",
            Pattern.DOTALL);

    private static final Set<String> END_OF_TABLES = Set.of(
            "where",
            "group",
            "order",
            "limit",
            "having",
            "union",
            "except",
            "intersect",
            "returning",
            "window",
            "offset",
            "fetch",
            "for",
            "set",
            "values",
            "select",
            "on",
            "when");

    private static final Set<String> BEFORE_NAME = Set.of("only", "lateral", "table", "into");

    private final List<Token> tokens = new ArrayList<>();
    private final Map<String, Set<Operation>> found = new HashMap<>();
    /** For each open parenthesis whether a comma is followed by a table. */
    private final Deque<Boolean> lists = new ArrayDeque<>(List.of(false));

    /** The table of the last MERGE. */
    private @Nullable String merged;

    private int at;

    private record Token(String text, boolean quoted) {
        boolean is(String word) {
            return !quoted && text.equals(word);
        }
    }

    private FactsReader(String sql) {
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            if (matcher.group("quoted") != null) {
                tokens.add(new Token(matcher.group("quoted").replace("\"\"", "\""), true));
            } else if (matcher.group("word") != null) {
                tokens.add(new Token(matcher.group("word").toLowerCase(Locale.ROOT), false));
            } else if (matcher.group("sign") != null) {
                tokens.add(new Token(matcher.group("sign"), false));
            }
        }
    }

    static Facts read(String sql) {
        FactsReader reader = new FactsReader(sql);
        while (reader.at < reader.tokens.size()) {
            reader.step();
        }
        return new Facts(reader.found);
    }

    private void step() {
        Token token = tokens.get(at++);
        if (token.quoted) {
            return;
        }
        switch (token.text) {
            case "(" -> lists.push(Boolean.TRUE.equals(lists.peek()) && !next("select"));
            case ")" -> {
                if (lists.size() > 1) {
                    lists.pop();
                }
            }
            case "," -> {
                if (Boolean.TRUE.equals(lists.peek())) {
                    name(Operation.READ);
                }
            }
            case "from" -> {
                listFollows(true);
                name(before(2, "delete") ? Operation.DELETE : Operation.READ);
            }
            case "join" -> name(Operation.READ);
            case "using" -> {
                listFollows(true);
                name(Operation.READ);
            }
            case "into" -> {
                if (before(2, "merge")) {
                    merged = name(Operation.READ);
                } else {
                    name(Operation.CREATE);
                }
            }
            case "insert" -> merging(Operation.CREATE);
            case "delete" -> merging(Operation.DELETE);
            case "update" -> {
                if (before(2, "do")) {
                    also(Operation.UPDATE);
                } else if (before(2, "then")) {
                    merging(Operation.UPDATE);
                } else if (!before(2, "for") && !before(2, "key")) {
                    name(Operation.UPDATE);
                }
            }
            case "copy" -> name(Operation.CREATE);
            case "truncate" -> name(Operation.DELETE);
            default -> {
                if (END_OF_TABLES.contains(token.text)) {
                    listFollows(false);
                }
            }
        }
    }

    private boolean next(String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }

    private boolean before(int distance, String word) {
        return at >= distance && tokens.get(at - distance).is(word);
    }

    private void listFollows(boolean follows) {
        lists.pop();
        lists.push(follows);
    }

    /** A branch of a MERGE. */
    private void merging(Operation operation) {
        if (merged != null && before(2, "then")) {
            add(merged, operation);
        }
    }

    /** The name that comes now, without its schema; null where something else comes. */
    private @Nullable String name(Operation operation) {
        while (at < tokens.size() && !tokens.get(at).quoted && BEFORE_NAME.contains(tokens.get(at).text)) {
            at++;
        }
        if (at >= tokens.size() || !isName(tokens.get(at))) {
            return null;
        }
        String name = tokens.get(at++).text;
        while (next(".") && at + 1 < tokens.size()) {
            name = tokens.get(at + 1).text;
            at += 2;
        }
        add(name, operation);
        return name;
    }

    private void add(String table, Operation operation) {
        found.computeIfAbsent(table, unused -> EnumSet.noneOf(Operation.class)).add(operation);
    }

    /** The table of the INSERT before. */
    private void also(Operation operation) {
        found.entrySet().stream()
                .filter(entry -> entry.getValue().contains(Operation.CREATE))
                .forEach(entry -> entry.getValue().add(operation));
    }

    private static boolean isName(Token token) {
        return token.quoted
                || (Character.isLetter(token.text.charAt(0)) || token.text.charAt(0) == '_')
                        && !token.text.equals("select")
                        && !token.text.equals("unnest");
    }
}
