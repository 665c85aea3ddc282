package io.pgorm.client.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL of one statement, or of several that travel together, with what is bound to its parameters.
 *
 * @param sql with {@code ?} for each parameter
 * @param bound one for each parameter, in order
 */
public record Rendered(String sql, List<Bound> bound) {

    public Rendered {
        bound = List.copyOf(bound);
    }

    /**
     * A parameter. Its value is never part of {@code toString}.
     *
     * @param value the value; a {@link Slot} stands for one that each call gives
     */
    public record Bound(Binder binder, @Nullable Object value) {
        @Override
        public String toString() {
            return "?";
        }
    }

    /** The place of a value that is not known when the SQL is rendered. */
    public record Slot(int position) {}

    /** Statements that have no parameters. */
    public static Rendered of(String sql) {
        return new Rendered(sql, List.of());
    }

    /** All of them as one text, in order. */
    public static Rendered together(List<Rendered> statements) {
        if (statements.size() == 1) {
            return statements.get(0);
        }
        int size = 0;
        for (Rendered statement : statements) {
            size += statement.bound.size();
        }
        List<Bound> bound = new ArrayList<>(size);
        for (Rendered statement : statements) {
            bound.addAll(statement.bound);
        }
        return new Rendered(JoinedTexts.of(statements), bound);
    }

    /** With this before it. */
    Rendered after(String words) {
        return new Rendered(words + sql, bound);
    }

    /** With what {@code pg_hint_plan} is told before it. */
    Rendered hinted(String hint) {
        return after("/*+ " + hint + " */ ");
    }

    /** With the arguments in place of the slots. */
    Rendered filledWith(@Nullable Object[] arguments) {
        List<Bound> filled = new ArrayList<>(bound.size());
        for (Bound parameter : bound) {
            filled.add(
                    parameter.value instanceof Slot(int position)
                            ? new Bound(parameter.binder, arguments[position])
                            : parameter);
        }
        return new Rendered(sql, filled);
    }

    /** Binds every parameter; {@code arguments} fill the slots. */
    void bindTo(PreparedStatement statement, Object[] arguments) throws SQLException {
        for (int i = 0; i < bound.size(); i++) {
            Bound parameter = bound.get(i);
            Object value = parameter.value instanceof Slot(int position) ? arguments[position] : parameter.value;
            parameter.binder.bind(statement, i + 1, value);
        }
    }
}
