package io.pgorm.client.internal;

import io.pgorm.client.ModelTable;
import io.pgorm.client.ModelType;
import io.pgorm.client.Operation;
import io.pgorm.client.Permission;
import io.pgorm.client.error.OperationForbidden;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.hook.ErrorOutcome;
import io.pgorm.client.hook.QueryCall;
import io.pgorm.client.hook.QueryHook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands around each call: permissions, then hooks. Where there are none, nothing is looked at. Safe for use by
 * several threads.
 */
final class Watch {

    private static final int KEPT = 2_048;

    private final List<QueryHook> hooks;
    private final Optional<Permission> permission;
    private final Results results;
    private final Map<String, ModelType<?>> models = new HashMap<>();
    private final Map<String, Facts> facts = new ConcurrentHashMap<>();

    Watch(
            List<QueryHook> given,
            Optional<Permission> permission,
            Results results,
            List<? extends ModelTable<?>> tables) {
        List<QueryHook> all = new ArrayList<>(given);
        ServiceLoader.load(QueryHook.class).forEach(all::add);
        all.sort(Comparator.comparingInt(QueryHook::order));
        this.hooks = List.copyOf(all);
        this.permission = permission;
        this.results = results;
        tables.forEach(table -> models.put(table.model().table().getName(), table.model()));
    }

    boolean isIdle() {
        return hooks.isEmpty() && permission.isEmpty();
    }

    Results results() {
        return results;
    }

    /** What the statements may have written; empty where nothing is kept, or they only read. */
    Optional<Facts> writes(List<Rendered> statements) {
        return results.isIdle() || Statements.onlyRead(statements)
                ? Optional.empty()
                : Optional.of(factsOf(statements.stream().map(Rendered::sql).toList()));
    }

    /** The result that is kept for calls like this one, if the channel keeps some. */
    <R> R kept(
            Duration time,
            Identity identity,
            List<Rendered> statements,
            Object[] arguments,
            Channel.ResultReader<R> reader,
            Supplier<R> read) {
        if (!Statements.onlyRead(statements)) {
            return read.get();
        }
        Facts facts = require(statements.stream().map(Rendered::sql).toList());
        return results.read(time, identity, statements, arguments, reader, facts, read);
    }

    /** Sends statements, the hooks around it. */
    <R> R around(
            Identity identity,
            boolean inTransaction,
            List<Rendered> statements,
            Object[] arguments,
            Function<List<Rendered>, R> send) {
        if (isIdle() || statements.isEmpty()) {
            return send.apply(statements);
        }
        Facts together = require(statements.stream().map(Rendered::sql).toList());
        if (hooks.isEmpty()) {
            return send.apply(statements);
        }
        QueryCall call = before(call(identity, inTransaction, statements, arguments, together));
        R result;
        try {
            result = send.apply(changed(statements, call));
        } catch (PgOrmException e) {
            return replaced(onError(call, e));
        }
        return cast(after(call, result));
    }

    /**
     * The tables that the texts name.
     *
     * @throws OperationForbidden if what they do is not allowed
     */
    Facts require(List<String> texts) {
        Facts all = factsOf(texts);
        permission.ifPresent(allowed -> all.tables().forEach((table, operations) -> {
            ModelType<?> model = models.get(table);
            if (model != null) {
                operations.forEach(operation -> require(allowed, model, operation));
            }
        }));
        return all;
    }

    private static void require(Permission permission, ModelType<?> model, Operation operation) {
        if (!permission.allows(model, operation)) {
            throw new OperationForbidden(operation.word(), model.name());
        }
    }

    private Facts factsOf(List<String> texts) {
        return texts.stream().map(this::factsOf).reduce(new Facts(Map.of()), Facts::and);
    }

    Facts factsOf(String sql) {
        if (facts.size() > KEPT) {
            facts.clear();
        }
        return facts.computeIfAbsent(sql, FactsReader::read);
    }

    boolean isModel(String table) {
        return models.containsKey(table);
    }

    private QueryCall call(
            Identity identity, boolean inTransaction, List<Rendered> statements, Object[] arguments, Facts together) {
        List<String> texts = statements.stream().map(Rendered::sql).toList();
        return call(identity, inTransaction, texts, together, () -> Arrays.deepHashCode(values(statements, arguments)));
    }

    private QueryCall call(
            Identity identity,
            boolean inTransaction,
            List<String> texts,
            Facts together,
            java.util.function.IntSupplier parametersHash) {
        Set<String> tables =
                together.tables().keySet().stream().filter(this::isModel).collect(Collectors.toUnmodifiableSet());
        boolean writing = !texts.stream().allMatch(Statements::onlyReads);
        return new QueryCall(texts, tables, writing, identity.role(), inTransaction, parametersHash.getAsInt());
    }

    /** For jOOQ, which sends and reads by itself. Empty where there is nothing to do. */
    Optional<QueryCall> beforeJooq(Identity identity, boolean inTransaction, String sql, Object[] values) {
        if (isIdle()) {
            return Optional.empty();
        }
        Facts together = require(List.of(sql));
        return hooks.isEmpty()
                ? Optional.empty()
                : Optional.of(before(
                        call(identity, inTransaction, List.of(sql), together, () -> Arrays.deepHashCode(values))));
    }

    static Object[] values(List<Rendered> statements, Object[] arguments) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(arguments));
        for (Rendered statement : statements) {
            for (Rendered.Bound bound : statement.bound()) {
                if (!(bound.value() instanceof Rendered.Slot)) {
                    values.add(bound.value());
                }
            }
        }
        return values.toArray();
    }

    private QueryCall before(QueryCall call) {
        QueryCall changed = call;
        for (QueryHook hook : hooks) {
            changed = hook.before(changed);
        }
        return changed;
    }

    private static List<Rendered> changed(List<Rendered> statements, QueryCall call) {
        List<Rendered> changed = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Rendered statement = statements.get(i);
            String text = call.statements().get(i);
            changed.add(text.equals(statement.sql()) ? statement : new Rendered(text, statement.bound()));
        }
        return changed;
    }

    @Nullable
    Object after(QueryCall call, @Nullable Object result) {
        Object changed = result;
        for (int i = hooks.size() - 1; i >= 0; i--) {
            changed = hooks.get(i).after(call, changed);
        }
        return changed;
    }

    ErrorOutcome onError(QueryCall call, PgOrmException error) {
        ErrorOutcome outcome = ErrorOutcome.rethrow(error);
        for (int i = hooks.size() - 1; i >= 0; i--) {
            if (outcome instanceof ErrorOutcome.Rethrow(PgOrmException failure)) {
                outcome = hooks.get(i).onError(call, failure);
            }
        }
        return outcome;
    }

    private static <R> R replaced(ErrorOutcome outcome) {
        return switch (outcome) {
            case ErrorOutcome.Rethrow rethrow -> throw rethrow.exception();
            case ErrorOutcome.Replace replace -> cast(replace.result());
        };
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a hook answers for the type of what it puts in the place of a result
    private static <R> R cast(@Nullable Object result) {
        return (R) result;
    }
}
