package io.pgorm.client.internal;

import io.pgorm.client.internal.Channel.ResultReader;
import io.pgorm.client.internal.Channel.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one round trip and what is made of their outcomes; not sent yet, so that several may travel together.
 * Immutable; safe for use by several threads.
 *
 * @param <R> what it gives
 */
public record Call<R>(Scope scope, List<Rendered> statements, ResultReader<R> reader) {

    private static final Object[] NOTHING = {};

    public Call {
        statements = List.copyOf(statements);
    }

    static <R> Call<R> one(Rendered statement, ResultReader<R> reader) {
        return new Call<>(Scope.STATEMENT, List.of(statement), reader);
    }

    /** Several calls in one round trip. */
    public static <R> Call<R> together(List<? extends Call<?>> calls, ResultReader<R> reader) {
        List<Rendered> statements =
                calls.stream().flatMap(call -> call.statements().stream()).toList();
        boolean locking = calls.stream().anyMatch(call -> call.scope() == Scope.LOCKING);
        Scope several = statements.size() == 1 ? Scope.STATEMENT : Scope.SNAPSHOT;
        return new Call<>(locking ? Scope.LOCKING : several, statements, reader);
    }

    /** Sends it by itself. */
    R send(Channel channel, Identity identity) {
        return send(channel, identity, NOTHING);
    }

    /** @param arguments for the slots of the statements */
    public R send(Channel channel, Identity identity, Object[] arguments) {
        return channel.send(identity, scope, statements, arguments, reader);
    }

    /** The same with its slots filled. */
    public Call<R> with(@Nullable Object[] arguments) {
        return new Call<>(
                scope,
                statements.stream()
                        .map(statement -> statement.filledWith(arguments))
                        .toList(),
                reader);
    }

    /** What is made of its result. */
    public <T> Call<T> then(java.util.function.Function<R, T> more) {
        return new Call<>(scope, statements, outcomes -> more.apply(reader.read(outcomes)));
    }
}
