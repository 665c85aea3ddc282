package io.pgorm.client;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a client may do to which model, said in one place and looked at before anything is sent: in the statements of the
 * call itself, so that relations of a shape, nested writes and {@code db.sql()} are included. To read what a write gives
 * back is part of the write. It stands above row level security, which the server enforces, and is no replacement for it.
 *
 * <p>A model that is not named may be used as {@link #otherwise} says. SQL that is text is understood as far as the tables
 * after FROM, JOIN, INTO, UPDATE and DELETE FROM; what a function, a view or a trigger does is not seen. Immutable.
 */
public final class Permission {

    private final Map<String, Set<Operation>> allowed;
    private final Set<Operation> otherwise;

    private Permission(Map<String, Set<Operation>> allowed, Set<Operation> otherwise) {
        this.allowed = Map.copyOf(allowed);
        this.otherwise = otherwise;
    }

    /** Nothing is allowed that is not named. */
    public static Permission none() {
        return new Permission(Map.of(), Set.of());
    }

    /** Everything is allowed, but for models that are named. */
    public static Permission all() {
        return new Permission(Map.of(), EnumSet.allOf(Operation.class));
    }

    /** For rows of the model, exactly these. */
    public Permission allow(ModelTable<?> table, Operation... operations) {
        Map<String, Set<Operation>> more = new HashMap<>(allowed);
        more.put(table.model().name(), Set.copyOf(List.of(operations)));
        return new Permission(more, otherwise);
    }

    /** For the rows of all models that are not named, exactly these. */
    public Permission otherwise(Operation... operations) {
        return new Permission(allowed, Set.copyOf(Arrays.asList(operations)));
    }

    /** Whether it is allowed. */
    public boolean allows(ModelType<?> model, Operation operation) {
        return allowed.getOrDefault(model.name(), otherwise).contains(operation);
    }
}
