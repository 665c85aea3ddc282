package io.pgorm.migrations.recognize;

import io.pgorm.migrations.recognize.TableChange.ConstraintKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A clause of ALTER TABLE from its tokens. Stateless. */
final class ReadTableChange {

    private static final Set<String> TABLE_CONSTRAINT =
            Set.of("constraint", "primary", "unique", "check", "foreign", "exclude");

    private ReadTableChange() {}

    static TableChange of(List<Token> clause) {
        TokenReader tokens = new TokenReader(clause);
        if (tokens.accept("add")) {
            return add(tokens);
        }
        if (tokens.accept("drop")) {
            return drop(tokens);
        }
        if (tokens.accept("alter")) {
            return tokens.accept("constraint") ? new TableChange.Other() : column(tokens);
        }
        if (tokens.accept("validate", "constraint")) {
            return new TableChange.ValidateConstraint(tokens.name());
        }
        if (tokens.accept("rename")) {
            return rename(tokens);
        }
        if (tokens.accept("set", "schema")) {
            return new TableChange.Move(tokens.name());
        }
        if (tokens.accept("attach", "partition")) {
            return new TableChange.AttachPartition(tokens.name());
        }
        if (tokens.accept("detach", "partition")) {
            String name = tokens.name();
            return new TableChange.DetachPartition(name, TokenReader.contains(tokens.rest(), "concurrently"));
        }
        return table(clause);
    }

    private static TableChange table(List<Token> clause) {
        if (TokenReader.contains(clause, "row", "level", "security") || TokenReader.contains(clause, "owner", "to")) {
            return new TableChange.ChangeAccess(ColumnText.type(clause));
        }
        boolean rewrite = TokenReader.contains(clause, "set", "logged")
                || TokenReader.contains(clause, "set", "unlogged")
                || TokenReader.contains(clause, "set", "tablespace")
                || TokenReader.contains(clause, "set", "access", "method");
        return rewrite ? new TableChange.Rewrite(ColumnText.type(clause)) : new TableChange.Other();
    }

    private static TableChange add(TokenReader tokens) {
        if (!tokens.accept("column")
                && tokens.peek().kind() == Token.Kind.WORD
                && TABLE_CONSTRAINT.contains(tokens.peek().text())) {
            return constraint(tokens);
        }
        tokens.accept("if", "not", "exists");
        return new TableChange.AddColumn(ColumnText.of(tokens));
    }

    static TableChange.AddConstraint constraint(TokenReader tokens) {
        String name = tokens.accept("constraint") ? tokens.next().text() : "";
        List<Token> rest = tokens.rest();
        ConstraintKind kind = switch (rest.isEmpty() ? "" : rest.getFirst().text()) {
            case "primary" -> ConstraintKind.PRIMARY_KEY;
            case "unique" -> ConstraintKind.UNIQUE;
            case "foreign" -> ConstraintKind.FOREIGN_KEY;
            case "exclude" -> ConstraintKind.EXCLUDE;
            case "not" -> ConstraintKind.NOT_NULL;
            default -> ConstraintKind.CHECK;
        };
        return new TableChange.AddConstraint(
                name,
                kind,
                TokenReader.contains(rest, "not", "valid"),
                TokenReader.contains(rest, "using", "index"),
                notNullOf(kind, rest));
    }

    /** Only {@code a IS NOT NULL AND b IS NOT NULL} says so, with any parentheses. */
    private static List<String> notNullOf(ConstraintKind kind, List<Token> rest) {
        if (kind == ConstraintKind.NOT_NULL) {
            return rest.size() > 2 ? List.of(rest.get(2).text()) : List.of();
        }
        if (kind != ConstraintKind.CHECK) {
            return List.of();
        }
        TokenReader tokens = new TokenReader(rest.stream()
                .filter(token -> !token.isSymbol("(") && !token.isSymbol(")"))
                .toList());
        tokens.accept("check");
        List<String> columns = new ArrayList<>();
        do {
            String column = tokens.next().text();
            if (!tokens.accept("is", "not", "null")) {
                return List.of();
            }
            columns.add(column);
        } while (tokens.accept("and"));
        tokens.accept("no", "inherit");
        tokens.accept("not", "valid");
        return tokens.isAtEnd() ? columns : List.of();
    }

    private static TableChange drop(TokenReader tokens) {
        boolean constraint = tokens.accept("constraint");
        if (!constraint) {
            tokens.accept("column");
        }
        tokens.accept("if", "exists");
        String name = tokens.next().text();
        boolean cascade = tokens.accept("cascade");
        return constraint ? new TableChange.DropConstraint(name, cascade) : new TableChange.DropColumn(name, cascade);
    }

    private static TableChange column(TokenReader tokens) {
        tokens.accept("column");
        String name = tokens.next().text();
        if (tokens.accept("set", "data", "type") || tokens.accept("type")) {
            String type = ColumnText.type(tokens.upTo(Set.of("using", "collate")));
            return new TableChange.ChangeType(name, type, TokenReader.contains(tokens.rest(), "using"));
        }
        if (tokens.accept("set", "not", "null")) {
            return new TableChange.SetNotNull(name);
        }
        if (tokens.accept("drop", "not", "null")) {
            return new TableChange.DropNotNull(name);
        }
        if (tokens.accept("set", "expression")) {
            return new TableChange.Rewrite("expression of " + name);
        }
        return new TableChange.ChangeColumn(name);
    }

    private static TableChange rename(TokenReader tokens) {
        if (tokens.accept("constraint")) {
            return new TableChange.RenameConstraint(tokens.next().text());
        }
        if (tokens.accept("to")) {
            return new TableChange.Move(tokens.next().text());
        }
        tokens.accept("column");
        String from = tokens.next().text();
        tokens.accept("to");
        return new TableChange.RenameColumn(from, tokens.next().text());
    }
}
