package io.pgorm.database.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A statement that the server refused, and what it said.
 *
 * @param statement the statement
 * @param error the server's words
 */
public record RefusedStatement(DdlStatement statement, ServerErrorMessage error) {

    private static final String CODE = "PGO0901";

    /** Names in the server's messages stand between double quotes. */
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    /** What is missing after it is not told by its name: its types, operators and functions. */
    private static final Pattern EXTENSION = Pattern.compile("CREATE EXTENSION\\b");

    private static final Pattern ROUTINE = Pattern.compile("CREATE (OR REPLACE )?(FUNCTION|PROCEDURE)\\b");

    /** How a function is told that is not there, with types between its parentheses. */
    private static final Pattern MISSING_ROUTINE =
            Pattern.compile("(?:function|procedure) (?:.*\\.)?\"?([^.\"(]+)\"?\\(.*");

    private static final String NO_FUNCTION = "42883";

    private static final String GENERATED = "GENERATED ALWAYS AS (";

    /** Codes that say that something is not there: table, column, type or other object, function, schema. */
    private static final Set<String> NOT_THERE = Set.of("42P01", "42703", "42704", "42883", "3F000");

    /** Classes of codes that say nothing about the statement: no connection, no resources, shutdown, broken disk. */
    private static final List<String> SERVER_IN_TROUBLE = List.of("08", "53", "57P", "58000", "58030");

    /** @throws SQLException {@code failure}, if it is not the statement's fault: the connection or the server is gone */
    public static RefusedStatement of(DdlStatement statement, SQLException failure) throws SQLException {
        if (failure instanceof PSQLException server && server.getServerErrorMessage() != null) {
            String state = Objects.requireNonNullElse(failure.getSQLState(), "");
            if (SERVER_IN_TROUBLE.stream().noneMatch(state::startsWith)) {
                return new RefusedStatement(statement, server.getServerErrorMessage());
            }
        }
        throw failure;
    }

    /** Whether it was refused only because a statement before it was. */
    public boolean isConsequenceOf(List<DdlStatement> failed) {
        if (failed.isEmpty() || !NOT_THERE.contains(error.getSQLState())) {
            return false;
        }
        List<String> names = namesInMessage();
        return anyMatches(failed, EXTENSION)
                || names.stream().anyMatch(name -> failed.stream().anyMatch(other -> offset(other, name) >= 0))
                || NO_FUNCTION.equals(error.getSQLState()) && lacksOneOf(failed);
    }

    /** An operator has no name by which to tell the function behind it. */
    private boolean lacksOneOf(List<DdlStatement> failed) {
        Matcher function = MISSING_ROUTINE.matcher(Objects.requireNonNullElse(error.getMessage(), ""));
        return function.lookingAt()
                ? anyMatches(
                        failed, Pattern.compile("(?i).*\\b" + Pattern.quote(function.group(1)) + "\\b", Pattern.DOTALL))
                : anyMatches(failed, ROUTINE);
    }

    private static boolean anyMatches(List<DdlStatement> statements, Pattern start) {
        return statements.stream()
                .map(DdlStatement::sql)
                .anyMatch(sql -> start.matcher(sql).lookingAt());
    }

    /** The error as the author of the schema sees it. */
    public Diagnostic diagnostic() {
        String message = Objects.requireNonNullElse(error.getMessage(), "PostgreSQL refuses this");
        Diagnostic diagnostic = Diagnostic.error(CODE, oneLine(message), span());
        String help = Stream.of(
                        error.getDetail(),
                        error.getHint(),
                        NewerServer.help(message).orElse(null))
                .filter(Objects::nonNull)
                .map(RefusedStatement::oneLine)
                .collect(Collectors.joining(" "));
        return help.isEmpty() ? diagnostic : diagnostic.withHelp(help);
    }

    /** By the error's position; else by a name that it gives; else that of the statement. */
    private SourceSpan span() {
        return statement
                .originAtServerPosition(error.getPosition())
                .or(() -> Stream.of(error.getConstraint(), error.getColumn(), error.getTable())
                        .filter(Objects::nonNull)
                        .flatMap(name -> origin(name).stream())
                        .findFirst())
                .or(() -> namesInMessage().stream()
                        .flatMap(name -> origin(name).stream())
                        .findFirst())
                .or(this::onlyGeneratedColumn)
                .orElse(statement.span());
    }

    private Optional<SourceSpan> origin(String name) {
        int offset = offset(statement, name);
        return offset < 0 ? Optional.empty() : statement.originAt(offset);
    }

    /** Of an expression that is not immutable, the server says neither where it is nor what column it is for. */
    private Optional<SourceSpan> onlyGeneratedColumn() {
        String sql = statement.sql();
        int first = sql.indexOf(GENERATED);
        boolean one = first >= 0 && sql.indexOf(GENERATED, first + 1) < 0;
        return one && Objects.requireNonNullElse(error.getMessage(), "").startsWith("generation expression")
                ? statement.originAt(first + GENERATED.length())
                : Optional.empty();
    }

    private List<String> namesInMessage() {
        String message = Objects.requireNonNullElse(error.getMessage(), "");
        return QUOTED.matcher(message)
                .results()
                .map(MatchResult::group)
                .map(RefusedStatement::unquoted)
                .toList();
    }

    private static String unquoted(String name) {
        return name.substring(1, name.length() - 1);
    }

    /** Where the statement names it; negative where it does not. */
    private static int offset(DdlStatement statement, String name) {
        boolean possible = !name.isEmpty() && Identifiers.byteLength(name) <= Identifiers.MAX_BYTES;
        return possible ? statement.sql().indexOf(Identifiers.quote(name)) : -1;
    }

    private static String oneLine(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
