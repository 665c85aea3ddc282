package io.pgorm.client.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * All that the text of a step depends on. Constants of the generated code are compared by identity, which costs less than
 * jOOQ's comparison by names.
 */
final class NestedForm {

    private final Object[] constants;
    private final int[] numbers;
    private final int hash;

    private NestedForm(Object[] constants, int[] numbers) {
        this.constants = constants;
        this.numbers = numbers;
        int all = Arrays.hashCode(numbers);
        for (Object constant : constants) {
            all = 31 * all + System.identityHashCode(constant);
        }
        this.hash = all;
    }

    static NestedForm of(NestedStep step) {
        Parts parts = new Parts();
        parts.add(step.kind, step.number, step.isSingle() ? 1 : 2, step.optional ? 1 : 0);
        parts.add(step.table, step.columns.size(), step.found.size());
        if (step.guard != null) {
            parts.add(step.guard);
        }
        if (step.target != null) {
            parts.add(step.target);
        }
        List<Origin> sources = step.rows.get(0);
        int index = 0;
        for (List<NestedStep.Column> columns : List.of(step.columns, step.found)) {
            for (NestedStep.Column column : columns) {
                // the table's own column says nothing of the types in a join table, nor the other way round
                parts.add(column.field(), 0);
                parts.add(column.typed(), 0);
                if (index < sources.size()) {
                    parts.add(sources.get(index++));
                }
            }
        }
        for (Field<?> answered : step.answer) {
            parts.add(answered, -2);
        }
        for (TableField<?, ?> passed : step.passed) {
            parts.add(passed, -1);
        }
        return parts.form();
    }

    private static final class Parts {
        private final List<Object> constants = new ArrayList<>();
        private int[] numbers = new int[32];
        private int size;

        void add(Object constant, int... more) {
            constants.add(constant);
            for (int number : more) {
                add(number);
            }
        }

        private void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        void add(NestedGuard guard) {
            add(guard.step().passed.get(0), guard.step().number, guard.present() ? 1 : 0);
        }

        void add(ConflictTarget target) {
            target.columns().forEach(constants::add);
            target.index().ifPresent(constants::add);
        }

        void add(Origin source) {
            switch (source) {
                case Origin.Value(Computed.Operated operated) ->
                    add(-3 - operated.operator().ordinal());
                case Origin.Value value -> add(-1);
                case Origin.Written written -> {
                    NestedStep of = written.step();
                    constants.add(written.column());
                    add(of.number);
                    add(of.pass(written.column()));
                    add(of.isSingle() ? 1 : 2);
                }
                case Origin.Found found -> {
                    add(-2);
                    constants.add(found.key());
                    constants.add(found.column());
                }
            }
        }

        NestedForm form() {
            return new NestedForm(constants.toArray(), Arrays.copyOf(numbers, size));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof NestedForm that)
                || that.hash != hash
                || that.constants.length != constants.length
                || !Arrays.equals(that.numbers, numbers)) {
            return false;
        }
        for (int i = 0; i < constants.length; i++) {
            if (constants[i] != that.constants[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
