package io.pgorm.features.vector;

import io.pgorm.features.vector.internal.VectorChecks;
import io.pgorm.features.vector.internal.VectorCodes;
import io.pgorm.features.vector.internal.VectorFields;
import io.pgorm.features.vector.internal.VectorOperatorClasses;
import io.pgorm.features.vector.internal.VectorType;
import io.pgorm.ir.PgType;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.ClientField;
import io.pgorm.ir.spi.DiagnosticCode;
import io.pgorm.ir.spi.IndexMethod;
import io.pgorm.ir.spi.OperatorClass;
import io.pgorm.ir.spi.SchemaExtension;
import java.util.List;
import java.util.stream.Stream;

/**
 * The types {@code Vector(n)}, {@code Halfvec(n)} and {@code Sparsevec(n)}, and indexes by HNSW and IVFFlat, by the
 * extension {@code vector} from 0.8 on. Diagnostics: {@code PGO1201} to {@code PGO1206}.
 */
public final class VectorExtension implements SchemaExtension {

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public List<PgType> types() {
        return Stream.of(VectorType.values()).map(VectorType::type).toList();
    }

    @Override
    public List<IndexMethod> indexMethods() {
        return VectorOperatorClasses.methods();
    }

    @Override
    public List<OperatorClass> operatorClasses() {
        return VectorOperatorClasses.all();
    }

    @Override
    public List<Diagnostic> validate(Schema schema) {
        return VectorChecks.check(schema);
    }

    @Override
    public List<ClientField> clientFields(Schema schema) {
        return VectorFields.of(schema);
    }

    @Override
    public List<DiagnosticCode> codes() {
        return VectorCodes.ALL;
    }
}
