package io.pgorm.features.fts;

import io.pgorm.features.fts.internal.FtsAttribute;
import io.pgorm.features.fts.internal.FtsCodes;
import io.pgorm.features.fts.internal.SearchChecks;
import io.pgorm.features.fts.internal.SearchColumns;
import io.pgorm.features.fts.internal.SearchFields;
import io.pgorm.features.fts.internal.WriteSearch;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeType;
import io.pgorm.ir.spi.ClientField;
import io.pgorm.ir.spi.DiagnosticCode;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.ir.spi.SchemaNames;
import io.pgorm.ir.spi.Written;
import java.util.List;

/** Full text search: {@code @@fts(fields, language:, column:, name:)}. Diagnostics: {@code PGO1501} to {@code PGO1504}. */
public final class FtsExtension implements SchemaExtension {

    @Override
    public String name() {
        return FtsAttribute.NAME;
    }

    @Override
    public List<AttributeType> attributes() {
        return List.of(FtsAttribute.TYPE);
    }

    @Override
    public Schema rewrite(Schema schema) {
        return SearchColumns.add(schema);
    }

    @Override
    public List<Diagnostic> validate(Schema schema) {
        return SearchChecks.check(schema);
    }

    @Override
    public List<DiagnosticCode> codes() {
        return FtsCodes.ALL;
    }

    @Override
    public List<ClientField> clientFields(Schema schema) {
        return SearchFields.of(schema);
    }

    @Override
    public Written write(Schema schema, SchemaNames names) {
        return WriteSearch.write(schema, names);
    }
}
