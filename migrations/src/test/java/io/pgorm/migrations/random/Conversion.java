package io.pgorm.migrations.random;

import io.pgorm.ir.sql.Literals;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether values that look different after a plan still say all that they said before. Stateless. */
final class Conversion {

    /** Ways back from a value of the new type, where one of them is the right one. */
    private static final List<String> BACK = List.of(
            "v::%1$s::%2$s::text",
            "v::%2$s::text",
            "(v::%1$s::jsonb #>> '{}')::%2$s::text",
            "convert_from(v::%1$s::bytea, 'UTF8')::%2$s::text",
            "(SELECT array_agg(convert_from(u, 'UTF8')) FROM unnest(v::%1$s::bytea[]) AS u)::%2$s::text",
            "((v::%1$s)[1])::text::%2$s::text",
            "((v::%1$s)[1])::%2$s::text",
            "(SELECT array_agg(e) FROM jsonb_array_elements(v::%1$s::jsonb) AS e)::%2$s::text",
            "(SELECT array_agg(e) FROM jsonb_array_elements_text(v::%1$s::jsonb) AS e)::%2$s::text",
            "convert_from(((v::%1$s)[1])::bytea, 'UTF8')::%2$s::text",
            "CASE WHEN v IS NOT NULL THEN (ARRAY[v]::%2$s)::text END");

    private Conversion() {}

    /** Nothing is lost where the values before can be made out of those after, or where no way back is known and all that differed differs. */
    static boolean keeps(Connection connection, Contents.Values before, Contents.Values after) throws SQLException {
        if (before.texts().equals(after.texts())) {
            return true;
        }
        boolean known = false;
        // as the type of the way back writes them: a range of PostgreSQL's own has one form only, one that was made has
        // not
        List<Optional<String>> texts = back(connection, "v::%s::text".formatted(before.type()), before.texts())
                .orElse(before.texts());
        for (String way : BACK) {
            Optional<List<Optional<String>>> back =
                    back(connection, way.formatted(after.type(), before.type()), after.texts());
            known |= back.isPresent();
            if (back.isPresent() && back.get().equals(texts)) {
                return true;
            }
        }
        return !known && new HashSet<>(before.texts()).size() == new HashSet<>(after.texts()).size();
    }

    private static Optional<List<Optional<String>>> back(
            Connection connection, String expression, List<Optional<String>> texts) throws SQLException {
        String rows = texts.stream()
                .map(text -> "(" + text.map(Literals::quote).orElse("NULL") + ")")
                .collect(Collectors.joining(", "));
        try {
            return Optional.of(Contents.ask(
                            connection,
                            "SELECT w IS NULL, w FROM (SELECT " + expression + " AS w FROM (VALUES " + rows
                                    + ", (NULL::text)) AS given (v) OFFSET 0) AS made")
                    .stream()
                    .map(row -> row.get(0).equals("t") ? Optional.<String>empty() : Optional.of(row.get(1)))
                    .limit(texts.size())
                    .sorted(Comparator.comparing(
                            value -> value.map(text -> "=" + text).orElse("")))
                    .toList());
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
