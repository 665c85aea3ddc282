package io.pgorm.features.rls;

import io.pgorm.features.rls.internal.Policies;
import io.pgorm.features.rls.internal.PolicyAttribute;
import io.pgorm.features.rls.internal.PolicyChecks;
import io.pgorm.features.rls.internal.PolicyCodes;
import io.pgorm.features.rls.internal.PolicyRecursion;
import io.pgorm.features.rls.internal.WaysAround;
import io.pgorm.features.rls.internal.WritePolicies;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.DiagnosticCode;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.List;
import java.util.stream.Stream;

/**
 * Row level security: {@code @@rls(using:, check:, for:, to:, as:, name:)}, as many as wanted.
 *
 * <p>A model with one gets row level security enabled and forced, so that the owner of the table is held to the
 * policies too. Calls of {@code auth.x()} without arguments are put into subqueries, so that PostgreSQL evaluates them
 * once for a statement and not for each row. {@code @@rls.mode(enabled | forced | disabled)}
 * says otherwise whether it is on. Diagnostics: {@code PGO1001} to {@code PGO1013}.
 */
public final class RlsExtension implements SchemaExtension {

    @Override
    public String name() {
        return PolicyAttribute.NAME;
    }

    @Override
    public List<AttributeType> attributes() {
        return List.of(PolicyAttribute.TYPE, PolicyAttribute.MODE_TYPE);
    }

    @Override
    public Schema rewrite(Schema schema) {
        return Policies.add(schema);
    }

    @Override
    public List<Diagnostic> validate(Schema schema) {
        return Stream.of(PolicyChecks.check(schema), PolicyRecursion.check(schema), WaysAround.check(schema))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<DiagnosticCode> codes() {
        return PolicyCodes.ALL;
    }

    @Override
    public Written write(Schema schema, SchemaNames names) {
        return WritePolicies.write(schema, names);
    }
}
