package io.pgorm.features.fts.internal;

import io.pgorm.features.internal.Token;
import io.pgorm.ir.Column;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression searches, where it is one that {@link SearchExpression} makes.
 *
 * @param weights of the columns in order, each a letter or empty
 */
record ReadSearch(Language language, Map<String, String> weights) {

    /** Absent for any other expression: what is read here is made again and compared. */
    static Optional<ReadSearch> of(Schema schema, Table table, String expression) {
        List<String> flat = FlatSql.of(expression);
        Optional<ReadSearch> read = guess(schema, table, flat);
        return read.filter(search -> {
            List<Column> columns = search.weights.keySet().stream()
                    .flatMap(name -> table.column(name).stream())
                    .toList();
            return columns.stream().allMatch(SearchExpression::takes)
                    && FlatSql.of(SearchExpression.of(search.language, columns, search.weights, SourceSpan.NONE)
                                    .render())
                            .equals(flat);
        });
    }

    private static Optional<ReadSearch> guess(Schema schema, Table table, List<String> flat) {
        Map<String, String> weights = new LinkedHashMap<>();
        Optional<Language> language = Optional.empty();
        for (List<String> term : terms(flat)) {
            boolean weighted = term.getFirst().equals("setweight");
            int config = weighted ? 2 : 1;
            // the column stands behind the last coalesce: that of a language may come before
            int coalesce = term.lastIndexOf("coalesce");
            if (term.size() <= config || coalesce < 0 || coalesce + 1 >= term.size()) {
                return Optional.empty();
            }
            String last = term.getLast();
            boolean letter = last.length() == 3 && last.charAt(0) == '\'';
            if (weights.put(term.get(coalesce + 1), weighted && letter ? last.substring(1, 2) : "") != null) {
                return Optional.empty();
            }
            if (language.isEmpty()) {
                language = language(schema, table, term.subList(config, coalesce));
            }
        }
        boolean all = weights.values().stream().noneMatch(String::isEmpty);
        boolean none = weights.values().stream().allMatch(String::isEmpty);
        boolean columns =
                weights.keySet().stream().allMatch(name -> table.column(name).isPresent());
        return columns && (all || none) && !weights.isEmpty()
                ? language.map(found -> new ReadSearch(found, weights))
                : Optional.empty();
    }

    private static Optional<Language> language(Schema schema, Table table, List<String> words) {
        for (String word : words) {
            Optional<Column> column = table.column(word);
            if (column.isPresent()) {
                return Optional.of(Language.ofColumn(schema, column.get()));
            }
            if (word.startsWith("'")) {
                return literal(word).map(Language.Fixed::new);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> literal(String sql) {
        List<Token> tokens = Token.of(sql);
        return tokens.size() == 1 && sql.length() > 2
                ? Optional.of(sql.substring(1, sql.length() - 1).replace("''", "'"))
                : Optional.empty();
    }

    /** The parts between {@code ||}. */
    private static List<List<String>> terms(List<String> flat) {
        List<List<String>> terms = new ArrayList<>();
        List<String> term = new ArrayList<>();
        for (int at = 0; at < flat.size(); at++) {
            if (flat.get(at).equals("|")) {
                at++;
                terms.add(term);
                term = new ArrayList<>();
            } else {
                term.add(flat.get(at));
            }
        }
        terms.add(term);
        return terms.stream().anyMatch(List::isEmpty) ? List.of() : terms;
    }
}
