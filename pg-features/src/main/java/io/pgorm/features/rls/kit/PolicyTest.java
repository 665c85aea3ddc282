package io.pgorm.features.rls.kit;

import io.pgorm.client.AbstractDb;
import io.pgorm.features.rls.kit.internal.Attempt;
import io.pgorm.features.rls.kit.internal.Attempts;
import java.util.function.Predicate;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * One sentence about the policies: {@code as(ANN).canSee(DRAFT)}. Says nothing by itself; {@link PolicyTests} tries it.
 *
 * @param <D> the generated client
 */
public final class PolicyTest<D extends AbstractDb<D>> {

    private final String name;
    private final boolean allowed;
    private final Caller<D> caller;
    private final Attempt<D> attempt;

    private PolicyTest(Caller<D> caller, boolean allowed, String what, Attempt<D> attempt) {
        this.name = caller + (allowed ? " can " : " cannot ") + what;
        this.allowed = allowed;
        this.caller = caller;
        this.attempt = attempt;
    }

    /** Begins a sentence about a caller. */
    public static <D extends AbstractDb<D>> As<D> as(Caller<D> caller) {
        return new As<>(caller);
    }

    /** The sentence: {@code Bo cannot update Ann's draft}. */
    public String name() {
        return name;
    }

    boolean allowed() {
        return allowed;
    }

    Caller<D> caller() {
        return caller;
    }

    Attempt<D> attempt() {
        return attempt;
    }

    @Override
    public String toString() {
        return name;
    }

    /** A caller, of whom something is to be said. */
    public static final class As<D extends AbstractDb<D>> {
        private final Caller<D> caller;

        private As(Caller<D> caller) {
            this.caller = caller;
        }

        public PolicyTest<D> canSee(Row row) {
            return row(true, "see", PolicyOperation.SELECT, row);
        }

        public PolicyTest<D> cannotSee(Row row) {
            return row(false, "see", PolicyOperation.SELECT, row);
        }

        /** A row like this one, which is taken away before. */
        public PolicyTest<D> canInsert(Row row) {
            return row(true, "insert", PolicyOperation.INSERT, row);
        }

        public PolicyTest<D> cannotInsert(Row row) {
            return row(false, "insert", PolicyOperation.INSERT, row);
        }

        public PolicyTest<D> canUpdate(Row row) {
            return row(true, "update", PolicyOperation.UPDATE, row);
        }

        public PolicyTest<D> cannotUpdate(Row row) {
            return row(false, "update", PolicyOperation.UPDATE, row);
        }

        /** The row may become one with this value: it passes the check of a policy too. */
        public <T> PolicyTest<D> canUpdate(Row row, Field<T> field, @Nullable T value) {
            return change(true, row, field, value);
        }

        /** The row must not become one with this value, such as one of another owner. */
        public <T> PolicyTest<D> cannotUpdate(Row row, Field<T> field, @Nullable T value) {
            return change(false, row, field, value);
        }

        public PolicyTest<D> canDelete(Row row) {
            return row(true, "delete", PolicyOperation.DELETE, row);
        }

        public PolicyTest<D> cannotDelete(Row row) {
            return row(false, "delete", PolicyOperation.DELETE, row);
        }

        /** Any other of the operations. */
        public PolicyTest<D> can(PolicyOperation operation, Row row) {
            return row(true, operation.words(), operation, row);
        }

        public PolicyTest<D> cannot(PolicyOperation operation, Row row) {
            return row(false, operation.words(), operation, row);
        }

        /**
         * Anything that the client can do.
         *
         * @param what for messages: {@code "write in Ann's name"}
         * @param attempt gives whether it had an effect; an error of a policy or a missing privilege is none
         */
        public PolicyTest<D> can(String what, Predicate<D> attempt) {
            return new PolicyTest<>(caller, true, what, Attempts.own(attempt));
        }

        public PolicyTest<D> cannot(String what, Predicate<D> attempt) {
            return new PolicyTest<>(caller, false, what, Attempts.own(attempt));
        }

        private PolicyTest<D> row(boolean allowed, String verb, PolicyOperation operation, Row row) {
            return new PolicyTest<>(caller, allowed, verb + " " + row, Attempts.of(operation, row));
        }

        private <T> PolicyTest<D> change(boolean allowed, Row row, Field<T> field, @Nullable T value) {
            String what = "change " + field.getName() + " of " + row;
            return new PolicyTest<>(caller, allowed, what, Attempts.change(row, field, value));
        }
    }
}
