package io.pgorm.migrations.recognize;

import io.pgorm.migrations.recognize.TableChange.AddConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells from its tokens what a statement does. What it does not know is {@link Change.Other}. Stateless. */
public final class Recognize {

    private static final Set<String> TABLE_WORDS =
            Set.of("global", "local", "temporary", "temp", "unlogged", "foreign");
    private static final Set<String> CONSTRAINT_WORDS =
            Set.of("constraint", "primary", "unique", "check", "foreign", "exclude");
    private static final Set<String> OTHER_KINDS = Set.of("like");

    private Recognize() {}

    /** What the statement does. */
    public static Change change(String sql) {
        List<Token> all = Token.of(sql);
        TokenReader tokens = new TokenReader(all);
        Token verb = tokens.next();
        if (verb.kind() != Token.Kind.WORD) {
            return new Change.Other();
        }
        return switch (verb.text()) {
            case "create" -> create(tokens);
            case "alter" -> RecognizeAlter.change(tokens, all);
            case "drop" -> drop(tokens);
            case "truncate" -> truncate(tokens);
            case "reindex" -> reindex(tokens);
            case "refresh" -> refresh(tokens);
            case "vacuum" -> TokenReader.contains(all, "full") ? new Change.Repack("VACUUM FULL") : new Change.Other();
            case "cluster" -> new Change.Repack("CLUSTER");
            case "insert", "update", "delete", "merge" -> rows(verb.text(), tokens);
            case "with" -> with(all);
            case "grant", "revoke" -> new Change.Permission(verb.text(), on(all));
            case "lock" -> lock(tokens);
            case "set" -> set(tokens);
            case "do", "call" -> new Change.Code();
            default -> new Change.Other();
        };
    }

    private static Change create(TokenReader tokens) {
        tokens.accept("or", "replace");
        boolean temporary = Set.of("temporary", "temp", "local", "global")
                .contains(tokens.peek().text());
        while (tokens.acceptAny(TABLE_WORDS)) {
            // what kind of table it is
        }
        if (tokens.accept("table")) {
            tokens.accept("if", "not", "exists");
            return table(tokens.name(), temporary, tokens);
        }
        boolean unique = tokens.accept("unique");
        if (tokens.accept("index")) {
            return index(tokens);
        }
        if (unique) {
            return new Change.Other();
        }
        String kind = ObjectKinds.read(tokens);
        tokens.accept("if", "not", "exists");
        if (kind.equals("policy") || kind.equals("role") || kind.equals("user")) {
            return new Change.Permission(kind + " " + tokens.peek().text(), on(tokens.rest()));
        }
        return kind.isEmpty() ? new Change.Other() : new Change.Create(kind, tokens.name());
    }

    /** The names behind ON, whatever kind of object they are. */
    static List<String> on(List<Token> all) {
        TokenReader tokens = new TokenReader(all);
        while (!tokens.isAtEnd()) {
            if (tokens.accept("on")) {
                ObjectKinds.read(tokens);
                return tokens.names();
            }
            tokens.next();
        }
        return List.of();
    }

    private static Change table(String name, boolean temporary, TokenReader tokens) {
        List<ColumnText> columns = new ArrayList<>();
        List<AddConstraint> constraints = new ArrayList<>();
        if (tokens.peek().isSymbol("(")) {
            TokenReader parts = new TokenReader(tokens.parenthesized());
            while (!parts.isAtEnd()) {
                TokenReader part = new TokenReader(parts.upToComma());
                Token first = part.peek();
                if (first.kind() == Token.Kind.WORD && CONSTRAINT_WORDS.contains(first.text())) {
                    constraints.add(ReadTableChange.constraint(part));
                } else if (first.isName() && !OTHER_KINDS.contains(first.text())) {
                    columns.add(ColumnText.of(part));
                }
            }
        }
        return new Change.CreateTable(name, temporary, columns, constraints);
    }

    private static Change index(TokenReader tokens) {
        boolean concurrently = tokens.accept("concurrently");
        tokens.accept("if", "not", "exists");
        String name = tokens.peek().isWord("on") ? "" : tokens.name();
        tokens.accept("on");
        boolean only = tokens.accept("only");
        return new Change.CreateIndex(name, tokens.name(), concurrently, only);
    }

    private static Change drop(TokenReader tokens) {
        if (tokens.accept("index")) {
            boolean concurrently = tokens.accept("concurrently");
            tokens.accept("if", "exists");
            return new Change.DropIndex(tokens.names(), concurrently);
        }
        if (tokens.accept("policy")) {
            tokens.accept("if", "exists");
            return new Change.Permission("policy " + tokens.peek().text(), on(tokens.rest()));
        }
        String kind = ObjectKinds.read(tokens);
        if (kind.isEmpty()) {
            return new Change.Other();
        }
        tokens.accept("if", "exists");
        List<String> names = kind.equals("trigger") || kind.equals("rule") ? List.of(tokens.name()) : tokens.names();
        return new Change.Drop(kind, names, TokenReader.contains(tokens.rest(), "cascade"));
    }

    private static Change truncate(TokenReader tokens) {
        tokens.accept("table");
        List<String> names = tokens.names();
        return new Change.Truncate(names, TokenReader.contains(tokens.rest(), "cascade"));
    }

    private static Change reindex(TokenReader tokens) {
        boolean concurrently =
                tokens.peek().isSymbol("(") && TokenReader.contains(tokens.parenthesized(), "concurrently");
        String what = tokens.next().text();
        concurrently |= tokens.accept("concurrently");
        return new Change.Reindex(what + " " + tokens.name(), concurrently);
    }

    private static Change refresh(TokenReader tokens) {
        tokens.accept("materialized", "view");
        boolean concurrently = tokens.accept("concurrently");
        return new Change.RefreshView(tokens.name(), concurrently);
    }

    private static Change rows(String verb, TokenReader tokens) {
        tokens.accept("into");
        tokens.accept("from");
        tokens.accept("only");
        String table = tokens.name();
        boolean filtered =
                verb.equals("insert") || verb.equals("merge") || TokenReader.contains(tokens.rest(), "where");
        return new Change.WriteRows(verb, table, filtered);
    }

    /** What is written behind WITH is written by the last of its words that can write. */
    private static Change with(List<Token> all) {
        int depth = 0;
        for (int i = 0; i < all.size(); i++) {
            Token token = all.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && (token.isWord("update") || token.isWord("delete") || token.isWord("insert"))) {
                return rows(token.text(), new TokenReader(all.subList(i + 1, all.size())));
            }
        }
        return new Change.Other();
    }

    private static Change lock(TokenReader tokens) {
        tokens.accept("table");
        tokens.accept("only");
        return new Change.LockTable(tokens.name());
    }

    private static Change set(TokenReader tokens) {
        tokens.accept("local");
        tokens.accept("session");
        String name = tokens.next().text();
        return name.equals("lock_timeout") || name.equals("statement_timeout")
                ? new Change.SetTimeout(name)
                : new Change.Other();
    }
}
