package io.pgorm.client.internal;

import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** What a column is set to where the database makes the new value, of what the row holds. */
public sealed interface Computed {

    /**
     * The column itself and a value, by an operator: its SQL is the same for every value.
     *
     * @param operand never part of {@code toString}
     */
    record Operated(Operator operator, Object operand) implements Computed {
        @Override
        public String toString() {
            return operator + " ?";
        }
    }

    /** Any expression; rendered at each call. */
    record Expression(Field<?> field) implements Computed {
        @Override
        public String toString() {
            return "expression";
        }
    }

    /** An operator of PostgreSQL's between a column and a value. */
    enum Operator {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDED_BY("/"),
        JOINED_WITH("||");

        final String sql;

        Operator(String sql) {
            this.sql = sql;
        }

        <T> Field<T> of(TableField<?, T> column, Field<T> operand) {
            return DSL.field("{0} " + sql + " {1}", column.getDataType(), column, operand);
        }
    }
}
