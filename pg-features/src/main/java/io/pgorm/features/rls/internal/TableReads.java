package io.pgorm.features.rls.internal;

import io.pgorm.features.internal.Token;
import io.pgorm.ir.Policy;
import io.pgorm.ir.QualifiedName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which tables the subqueries of an SQL expression read. Stateless; it knows no more grammar than that takes. */
final class TableReads {

    /** What ends a list of tables. */
    private static final Set<String> CLAUSES = Set.of(
            "select",
            "where",
            "group",
            "order",
            "having",
            "limit",
            "offset",
            "fetch",
            "window",
            "union",
            "intersect",
            "except");

    private TableReads() {}

    /** The tables that the conditions of a policy read. */
    static Set<QualifiedName> of(Policy policy) {
        Set<QualifiedName> tables = new HashSet<>();
        conditions(policy).forEach(sql -> addTables(Token.of(sql), tables));
        return tables;
    }

    /** The tables and views that a query reads. */
    static Set<QualifiedName> of(String query) {
        Set<QualifiedName> tables = new HashSet<>();
        addTables(Token.of(query), tables);
        return tables;
    }

    /** Whether a condition of the policy has a subquery, whatever it reads. */
    static boolean hasSubquery(Policy policy) {
        return conditions(policy).flatMap(sql -> Token.of(sql).stream()).anyMatch(token -> token.is("select"));
    }

    private static Stream<String> conditions(Policy policy) {
        return Stream.concat(policy.using().stream(), policy.check().stream()).map(text -> text.render());
    }

    private static void addTables(List<Token> tokens, Set<QualifiedName> tables) {
        Deque<Boolean> inList = new ArrayDeque<>(List.of(false));
        boolean tableNext = false;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.is("(")) {
                // FROM (a JOIN b ...): the list goes on inside.
                inList.push(tableNext);
            } else if (token.is(")")) {
                if (inList.size() > 1) {
                    inList.pop();
                }
                tableNext = false;
            } else if (token.is("from") || token.is("join")) {
                boolean comparison = at > 0 && tokens.get(at - 1).is("distinct");
                tableNext = !comparison;
                replaceTop(inList, inList.element() || tableNext);
            } else if (token.kind() == Token.Kind.WORD && CLAUSES.contains(token.text())) {
                replaceTop(inList, false);
                tableNext = false;
            } else if (token.is(",")) {
                tableNext = inList.element();
            } else if (tableNext && token.isName() && !token.is("only") && !token.is("lateral")) {
                boolean qualified = is(tokens, at + 1, ".") && at + 2 < tokens.size();
                QualifiedName name = qualified
                        ? new QualifiedName(token.text(), tokens.get(at + 2).text())
                        : QualifiedName.of(token.text());
                at += qualified ? 2 : 0;
                if (!is(tokens, at + 1, "(")) {
                    tables.add(name);
                }
                tableNext = false;
            }
        }
    }

    private static void replaceTop(Deque<Boolean> stack, boolean value) {
        stack.pop();
        stack.push(value);
    }

    private static boolean is(List<Token> tokens, int at, String text) {
        return at < tokens.size() && tokens.get(at).is(text);
    }
}
