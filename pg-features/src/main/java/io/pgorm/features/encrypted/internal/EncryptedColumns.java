package io.pgorm.features.encrypted.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Model;
import io.pgorm.ir.PgType;
import io.pgorm.ir.PgType.JavaMapping;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.AttributeUse;
import io.pgorm.ir.spi.ClientField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The columns that are encrypted. Stateless. */
public final class EncryptedColumns {

    public static final String NAME = "encrypted";

    static final String KEY = "key";

    public static final AttributeType ATTRIBUTE = new AttributeType(
            NAME,
            AttributeType.Target.FIELD,
            false,
            List.of(AttributeType.Parameter.required(KEY, AttributeType.Kind.TEXT)),
            "encrypts the column in the client, by the key of this name");

    private static final String PACKAGE = "io.pgorm.features.encrypted.";
    private static final String TYPE = "Encrypted";

    /** The name becomes a part of generated code. */
    private static final Pattern KEY_NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Set<String> ENCRYPTABLE = Set.of("text", "bytea");

    private EncryptedColumns() {}

    static Optional<AttributeUse> use(Schema schema, QualifiedName table, String column) {
        return schema
                .modelOf(table)
                .flatMap(model -> model.fieldOf(column))
                .map(Model.ColumnField::attributes)
                .orElse(List.of())
                .stream()
                .filter(use -> use.name().equals(NAME))
                .findFirst();
    }

    static boolean isKeyName(String name) {
        return KEY_NAME.matcher(name).matches();
    }

    static boolean isEncrypted(Column column) {
        return column.type() instanceof ColumnType.Scalar scalar
                && scalar.type().name().equals(TYPE);
    }

    public static Schema rewrite(Schema schema) {
        return schema.mapTables(table -> table.withColumns(table.columns().stream()
                .map(column -> use(schema, table.name(), column.name())
                        .flatMap(use -> use.text(KEY))
                        .filter(EncryptedColumns::isKeyName)
                        .map(key -> encrypted(column, key))
                        .orElse(column))
                .toList()));
    }

    /** Json, because it has no equality and no order: PostgreSQL itself refuses what would find nothing. */
    private static Column encrypted(Column column, String key) {
        if (!(column.type() instanceof ColumnType.Scalar scalar)
                || scalar.array()
                || !ENCRYPTABLE.contains(scalar.type().sql())) {
            return column;
        }
        PgType type = new PgType(
                TYPE,
                "json",
                PgType.Kind.OTHER,
                0,
                0,
                Optional.empty(),
                Optional.of(
                        new JavaMapping(PACKAGE + "Secret", "new " + PACKAGE + "EncryptedBinding<>(\"" + key + "\")")));
        return column.withType(new ColumnType.Scalar(type, List.of(), false));
    }

    public static List<ClientField> fields(Schema schema) {
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(EncryptedColumns::isEncrypted)
                        .map(column -> new ClientField(
                                table.name(),
                                column.name(),
                                PACKAGE + "EncryptedField",
                                PACKAGE + "Secret",
                                use(schema, table.name(), column.name()).flatMap(use -> use.text(KEY)).stream()
                                        .toList())))
                .toList();
    }
}
