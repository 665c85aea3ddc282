package io.pgorm.client;

import java.util.List;
import org.jooq.TableField;

/**
 * A primary or unique key of a model. Made once, by the generated code: queries by a key are kept for as long as it is.
 * Compared by identity.
 *
 * @param <M> the record of the model
 */
public final class Key<M> {

    private final ModelType<M> model;
    private final List<? extends TableField<?, ?>> fields;

    private Key(ModelType<M> model, List<? extends TableField<?, ?>> fields) {
        this.model = model;
        this.fields = List.copyOf(fields);
    }

    public static <M> Key<M> of(ModelType<M> model, TableField<?, ?>... fields) {
        return new Key<>(model, List.of(fields));
    }

    public ModelType<M> model() {
        return model;
    }

    public List<? extends TableField<?, ?>> fields() {
        return fields;
    }
}
