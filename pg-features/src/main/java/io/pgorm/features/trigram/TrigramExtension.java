package io.pgorm.features.trigram;

import io.pgorm.ir.Column;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.ClientField;
import io.pgorm.ir.spi.OperatorClass;
import io.pgorm.ir.spi.OperatorClass.Choice;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operator classes of {@code pg_trgm}. PostgreSQL has no default for a GIN or GiST index on text, and trigrams are
 * what such an index is for: the compiler supplies them.
 */
public final class TrigramExtension implements SchemaExtension {

    private static final String FIELD = "io.pgorm.features.trigram.TrigramField";

    private static final Optional<String> PG_TRGM = Optional.of("pg_trgm");

    @Override
    public String name() {
        return "trigram";
    }

    @Override
    public List<OperatorClass> operatorClasses() {
        return List.of(
                new OperatorClass("gin_trgm_ops", "gin", "text", PG_TRGM, Choice.COMPILER),
                new OperatorClass("gist_trgm_ops", "gist", "text", PG_TRGM, Choice.COMPILER));
    }

    /** The columns of text that have an index of trigrams. */
    @Override
    public List<ClientField> clientFields(Schema schema) {
        List<ClientField> fields = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                List<String> methods = table.indexes().stream()
                        .filter(index -> index.where().isEmpty())
                        .filter(index -> index.keys().stream().anyMatch(key -> isOver(key, column.name())))
                        .map(Index::method)
                        .distinct()
                        .toList();
                if (!methods.isEmpty()) {
                    fields.add(new ClientField(table.name(), column.name(), FIELD, "java.lang.String", methods));
                }
            }
        }
        return fields;
    }

    private static boolean isOver(Index.Key key, String column) {
        return key.target() instanceof Index.ColumnTarget(String name)
                && name.equals(column)
                && key.operatorClass().filter(ops -> ops.contains("_trgm_ops")).isPresent();
    }
}
