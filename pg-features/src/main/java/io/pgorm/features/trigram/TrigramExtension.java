package io.pgorm.features.trigram;

import io.pgorm.ir.spi.OperatorClass;
import io.pgorm.ir.spi.OperatorClass.Choice;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.List;
import java.util.Optional;

/**
 * The operator classes of {@code pg_trgm}. PostgreSQL has no default for a GIN or GiST index on text, and trigrams are
 * what such an index is for: the compiler supplies them.
 */
public final class TrigramExtension implements SchemaExtension {

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
}
