package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * An extension of PostgreSQL that the schema needs.
 *
 * @param name as CREATE EXTENSION takes it
 * @param schema where its objects are put; where absent, the extension's own or {@code public}
 * @param span the declaration, or the first use that implied it
 */
public record Extension(String name, Optional<String> schema, SourceSpan span) implements SchemaObject {

    public Extension(String name, SourceSpan span) {
        this(name, Optional.empty(), span);
    }
}
