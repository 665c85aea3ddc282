package io.pgorm.migrations.recognize;

import java.util.ArrayList;
import java.util.List;

/** Statements that begin with ALTER. Stateless. */
final class RecognizeAlter {

    private RecognizeAlter() {}

    static Change change(TokenReader tokens, List<Token> all) {
        if (tokens.accept("default", "privileges")) {
            return new Change.Permission("default privileges", List.of());
        }
        if (tokens.accept("table") || tokens.accept("foreign", "table")) {
            tokens.accept("if", "exists");
            tokens.accept("only");
            String table = tokens.name();
            tokens.acceptSymbol("*");
            List<TableChange> clauses = new ArrayList<>();
            while (!tokens.isAtEnd()) {
                clauses.add(ReadTableChange.of(tokens.upToComma()));
            }
            return new Change.AlterTable(table, clauses);
        }
        String kind = ObjectKinds.read(tokens);
        tokens.accept("if", "exists");
        if (kind.isEmpty()) {
            return new Change.Other();
        }
        String name = tokens.name();
        return switch (kind) {
            case "role", "user", "policy" -> new Change.Permission(kind + " " + name, Recognize.on(tokens.rest()));
            case "type" -> type(name, tokens, all);
            case "domain" -> domain(name, tokens);
            case "extension" ->
                tokens.accept("update") ? new Change.UpdateExtension(name) : new Change.Alter(kind, name);
            default -> {
                if (TokenReader.contains(all, "owner", "to")) {
                    yield new Change.Permission(kind + " " + name, List.of(name));
                }
                boolean moved = TokenReader.contains(all, "rename", "to") || TokenReader.contains(all, "set", "schema");
                yield moved ? new Change.Move(kind, name) : new Change.Alter(kind, name);
            }
        };
    }

    private static Change type(String name, TokenReader tokens, List<Token> all) {
        if (tokens.accept("add", "value")) {
            List<Token> rest = tokens.rest();
            return new Change.AddEnumValue(
                    name, TokenReader.contains(rest, "before") || TokenReader.contains(rest, "after"));
        }
        if (tokens.accept("rename", "value")) {
            return new Change.RenameEnumValue(name);
        }
        boolean moved = TokenReader.contains(all, "rename", "to") || TokenReader.contains(all, "set", "schema");
        return moved ? new Change.Move("type", name) : new Change.Alter("type", name);
    }

    private static Change domain(String name, TokenReader tokens) {
        if (tokens.accept("add")) {
            return new Change.AlterDomain(name, !TokenReader.contains(tokens.rest(), "not", "valid"));
        }
        if (tokens.accept("set", "not", "null")) {
            return new Change.AlterDomain(name, true);
        }
        return new Change.AlterDomain(name, false);
    }
}
