package io.pgorm.features.vector.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.ClientField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns of vectors as fields of the client, with their dimensions and indexes. Stateless. */
public final class VectorFields {

    private static final String PACKAGE = "io.pgorm.features.vector.";
    private static final String BIT_STRING = "io.pgorm.client.type.BitString";

    private VectorFields() {}

    public static List<ClientField> of(Schema schema) {
        List<ClientField> fields = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                of(table, column).ifPresent(fields::add);
            }
        }
        return fields;
    }

    private static Optional<ClientField> of(Table table, Column column) {
        if (!(column.type() instanceof ColumnType.Scalar scalar) || scalar.array()) {
            return Optional.empty();
        }
        List<String> facts = new ArrayList<>();
        facts.add(scalar.arguments().isEmpty() ? "" : scalar.arguments().getFirst());
        table.indexes().forEach(index -> fact(index, column.name()).ifPresent(facts::add));
        Optional<VectorType> vector = VectorType.of(scalar);
        if (vector.isPresent()) {
            String name = vector.get().type().name();
            return Optional.of(
                    new ClientField(table.name(), column.name(), PACKAGE + name + "Field", PACKAGE + name, facts));
        }
        return scalar.type().sql().equals("bit") && facts.size() > 1
                ? Optional.of(new ClientField(table.name(), column.name(), PACKAGE + "BitField", BIT_STRING, facts))
                : Optional.empty();
    }

    /** The index, if it finds all rows by a distance of the column. */
    private static Optional<String> fact(Index index, String column) {
        boolean isByDistance = index.method().equals(VectorOperatorClasses.HNSW)
                || index.method().equals(VectorOperatorClasses.IVFFLAT);
        return isByDistance && index.where().isEmpty()
                ? index.keys().stream()
                        .filter(key -> key.target() instanceof Index.ColumnTarget(String name) && name.equals(column))
                        .findFirst()
                        .flatMap(Index.Key::operatorClass)
                        .map(operatorClass -> index.method() + " " + operatorClass)
                : Optional.empty();
    }
}
