package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.Literals;
import io.pgorm.ir.sql.SqlScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts a statement together and notes which declaration each part comes from. What is not fixed SQL goes in through a
 * method that quotes it.
 *
 * <p>Mutable; for one statement and one thread.
 */
public final class SqlBuilder {

    private final StringBuilder sql = new StringBuilder();
    private final List<DdlStatement.Origin> origins = new ArrayList<>();

    /** SQL as it stands: words of PostgreSQL, and what the IR promises to hold as checked SQL. */
    public SqlBuilder sql(String text) {
        sql.append(text);
        return this;
    }

    /** SQL as it stands, where a condition holds. */
    public SqlBuilder sqlIf(boolean condition, String text) {
        return condition ? sql(text) : this;
    }

    public SqlBuilder name(String identifier) {
        return sql(Identifiers.quote(identifier));
    }

    public SqlBuilder name(QualifiedName name) {
        return sql(name.sql());
    }

    /** Names between parentheses: {@code ("a", "b")}. */
    public SqlBuilder names(List<String> identifiers) {
        return sql("(").each(identifiers, ", ", this::name).sql(")");
    }

    public SqlBuilder literal(String text) {
        return sql(Literals.quote(text));
    }

    /** An expression of the author between parentheses. */
    public SqlBuilder parenthesized(SqlText expression) {
        sql("(");
        expression(expression);
        return sql(")");
    }

    /** An expression of the author, left so that what follows is not swallowed by a comment at its end. */
    public SqlBuilder expression(SqlText expression) {
        return from(expression.span(), () -> {
            String text = expression.render().strip();
            sql(text);
            sqlIf(endsInLineComment(text), "\n");
        });
    }

    /** A query of the author, without the semicolon that may end it. */
    public SqlBuilder query(SqlText query) {
        String text = query.render().strip();
        String plain = text;
        while (plain.endsWith(";")) {
            plain = plain.substring(0, plain.length() - 1).stripTrailing();
        }
        return plain.equals(text)
                ? expression(query)
                : expression(new SqlText(List.of(new SqlText.Text(plain)), query.span()));
    }

    /** A text to the byte, between dollars and a tag that it does not hold. */
    public SqlBuilder dollarQuoted(String text) {
        String tag = "$$";
        for (int i = 0; (text + "$").contains(tag); i++) {
            tag = "$pgorm" + (i == 0 ? "" : i) + "$";
        }
        return sql(tag).sql(text).sql(tag);
    }

    /** Each item in its turn, with a separator between two of them. */
    public <T> SqlBuilder each(Iterable<T> items, String separator, Consumer<T> append) {
        boolean first = true;
        for (T item : items) {
            sqlIf(!first, separator);
            append.accept(item);
            first = false;
        }
        return this;
    }

    /** What {@code append} adds comes from the declaration at {@code span}. */
    public SqlBuilder from(SourceSpan span, Runnable append) {
        int start = sql.length();
        append.run();
        if (span.isPresent() && sql.length() > start) {
            origins.add(new DdlStatement.Origin(start, sql.length(), span));
        }
        return this;
    }

    /** The statement, which comes from the declaration at {@code span}. */
    public DdlStatement statement(SourceSpan span) {
        return new DdlStatement(sql.toString(), span, origins);
    }

    /** Whether whatever is put behind the SQL would be a part of its last comment. */
    public static boolean endsInLineComment(String sql) {
        List<SqlScanner.Segment> segments = SqlScanner.scan(sql);
        return !segments.isEmpty() && segments.getLast().text().startsWith("--");
    }
}
