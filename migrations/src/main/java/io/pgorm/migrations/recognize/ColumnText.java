package io.pgorm.migrations.recognize;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The definition of a column. Immutable.
 *
 * @param type without blanks where none is needed: {@code varchar(10)}, {@code timestamp with time zone}
 * @param filling how the rows that are there get their value
 */
public record ColumnText(
        String name,
        String type,
        boolean notNull,
        boolean primaryKey,
        boolean unique,
        boolean references,
        boolean check,
        Filling filling) {

    /** The value of a new column in rows that are there. */
    public enum Filling {
        /** None. */
        NULL,
        /** The same for all, which is kept in the catalog. */
        CONSTANT,
        /** Another for each row, so that all are written: a volatile default, an identity, a stored expression. */
        EACH_ROW
    }

    private static final Set<String> CLAUSES = Set.of(
            "not",
            "null",
            "default",
            "generated",
            "primary",
            "unique",
            "references",
            "check",
            "constraint",
            "collate",
            "storage",
            "compression",
            "options",
            "deferrable",
            "initially",
            "on",
            "match");
    private static final Set<String> SERIAL =
            Set.of("serial", "bigserial", "smallserial", "serial2", "serial4", "serial8");

    static ColumnText of(TokenReader tokens) {
        String name = tokens.next().text();
        String type = type(tokens.upTo(CLAUSES));
        boolean notNull = false;
        boolean primaryKey = false;
        boolean unique = false;
        boolean references = false;
        boolean check = false;
        Filling filling = SERIAL.contains(type) ? Filling.EACH_ROW : Filling.NULL;
        while (!tokens.isAtEnd()) {
            if (tokens.accept("not", "null")) {
                notNull = true;
            } else if (tokens.accept("default")) {
                List<Token> value = tokens.upTo(CLAUSES);
                if (!TokenReader.contains(value, "null")) {
                    filling = Volatility.mayDiffer(value) ? Filling.EACH_ROW : Filling.CONSTANT;
                }
            } else if (tokens.accept("generated")) {
                List<Token> how = tokens.upTo(Set.of("not", "null", "primary", "unique", "references", "check"));
                filling = TokenReader.contains(how, "virtual") ? Filling.NULL : Filling.EACH_ROW;
            } else if (tokens.accept("primary", "key")) {
                primaryKey = true;
            } else if (tokens.accept("unique")) {
                unique = true;
            } else if (tokens.accept("references")) {
                references = true;
            } else if (tokens.accept("check")) {
                check = true;
            } else if (tokens.peek().isSymbol("(")) {
                tokens.parenthesized();
            } else {
                tokens.next();
            }
        }
        return new ColumnText(name, type, notNull, primaryKey, unique, references, check, filling);
    }

    static String type(List<Token> tokens) {
        String text = tokens.stream().map(Token::text).collect(Collectors.joining(" "));
        return text.replaceAll(" ?([().,\\[\\]]) ?", "$1")
                .replaceAll("\\)(?=[a-z])", ") ")
                .strip();
    }

    /** Whether its type counts up by a sequence. */
    public boolean isSerial() {
        return SERIAL.contains(type);
    }
}
