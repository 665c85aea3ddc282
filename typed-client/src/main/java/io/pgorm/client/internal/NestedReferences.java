package io.pgorm.client.internal;

import io.pgorm.client.ModelType;
import io.pgorm.client.NestedCreate;
import io.pgorm.client.Ref;
import io.pgorm.client.internal.NestedStep.Column;
import io.pgorm.client.internal.NestedStep.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jooq.TableField;

/** Rows that are named by a key: they are found, or made where they are missing. For one thread. */
final class NestedReferences {

    private final NestedSteps steps;
    /** References whose rows are made where they are missing, each once. */
    private final Set<Ref<?>> ensured = Collections.newSetFromMap(new IdentityHashMap<>());

    NestedReferences(NestedSteps steps) {
        this.steps = steps;
    }

    /** Steps from now on may be done where those so far are not. */
    void forget() {
        ensured.clear();
    }

    /** The value of a column of a row that is there, or is made where it is not. */
    Origin origin(Ref<?> reference, TableField<?, ?> column) {
        ensure(reference);
        int part = reference.key().fields().indexOf(column);
        return part >= 0
                ? new Origin.Value(reference.values().get(part))
                : new Origin.Found(reference.key(), reference.values(), column);
    }

    /** Makes the row where it is missing, if that was asked for. */
    void ensure(Ref<?> reference) {
        reference.otherwise().ifPresent(otherwise -> insertMissing(reference, otherwise));
    }

    private void insertMissing(Ref<?> reference, NestedCreate<?> otherwise) {
        if (!ensured.add(reference)) {
            return;
        }
        ModelType<?> model = reference.key().model();
        if (!otherwise.assignments().related().isEmpty()) {
            throw new IllegalArgumentException("connectOrCreate takes a row of " + model.name()
                    + " without related rows, for it may be there already");
        }
        Sources row = new Sources(otherwise.assignments());
        List<Column> columns = new ArrayList<>();
        row.columns().forEach(column -> columns.add(Column.of(model, column)));
        NestedStep like = steps.lastLike(Kind.INSERT_MISSING, columns);
        NestedStep step = like != null ? like : steps.add(Kind.INSERT_MISSING, model, columns, List.of());
        step.rows.add(List.copyOf(row.origins()));
    }
}
