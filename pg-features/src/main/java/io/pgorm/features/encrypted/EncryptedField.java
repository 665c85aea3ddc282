package io.pgorm.features.encrypted;

import io.pgorm.client.FeatureField;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A column that is encrypted. The server can say whether it is NULL and by which key it was encrypted, and nothing else: its
 * type in the database has neither an equality nor an order. Generated code makes it.
 *
 * @param <R> jOOQ's record of the table
 */
public final class EncryptedField<R extends Record> extends FeatureField<R, Secret> {

    private static final long serialVersionUID = 1L;

    private final String key;

    /** @param facts the name of the key */
    public EncryptedField(TableField<R, Secret> column, List<String> facts) {
        super(column);
        this.key = facts.getFirst();
    }

    /** The id of the key that the value was encrypted by; NULL where the column is. */
    public Field<String> keyId() {
        return DSL.field("({0} ->> 'k')", SQLDataType.CLOB, this);
    }

    /**
     * The rows whose value was encrypted by a key that is not the current one: read them and write them again.
     *
     * @throws EncryptionFailure if there is no current key
     */
    public Condition isOfOldKey() {
        return keyId().ne(Encryption.currentKey(key));
    }
}
