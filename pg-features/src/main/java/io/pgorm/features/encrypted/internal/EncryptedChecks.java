package io.pgorm.features.encrypted.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with the encrypted columns of a schema. Stateless. */
public final class EncryptedChecks {

    private EncryptedChecks() {}

    public static List<Diagnostic> check(Schema schema) {
        List<Diagnostic> found = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                EncryptedColumns.use(schema, table.name(), column.name())
                        .ifPresent(use -> check(table, column, use, found));
            }
        }
        return found;
    }

    private static void check(Table table, Column column, AttributeUse use, List<Diagnostic> found) {
        if (use.text(EncryptedColumns.KEY).filter(EncryptedColumns::isKeyName).isEmpty()) {
            found.add(Diagnostic.error(
                            EncryptedCodes.KEY_NAME,
                            "the name of a key is up to 64 letters, digits, dots, hyphens and underscores",
                            use.span())
                    .withHelp("it is the name under which the application gives the key, not the key"));
        } else if (!EncryptedColumns.isEncrypted(column)) {
            found.add(Diagnostic.error(
                            EncryptedCodes.NOT_TEXT,
                            "@encrypted is for a String or a Bytea, not for "
                                    + column.type().sql(),
                            use.span())
                    .withHelp("make it a String, and turn the value into text in the application"));
        } else {
            readers(table, column).distinct().forEach(span -> found.add(readByServer(span)));
        }
    }

    private static Diagnostic readByServer(SourceSpan span) {
        return Diagnostic.error(
                        EncryptedCodes.READ_BY_SERVER,
                        "the server would have to read an encrypted field, of which it sees no value",
                        span)
                .withHelp("to find by a value, keep a keyed hash of it (an HMAC) in a field beside it, and index that");
    }

    private static Stream<SourceSpan> readers(Table table, Column column) {
        Stream<SourceSpan> constraints = table.constraints().stream()
                .filter(constraint -> columns(constraint).anyMatch(column.name()::equals))
                .map(Constraint::span);
        Stream<SourceSpan> indexes = table.indexes().stream()
                .filter(index -> index.keys().stream().anyMatch(key -> isOver(key, column)))
                .map(Index::span);
        Stream<SourceSpan> value = column.value() instanceof ColumnValue.None ? Stream.of() : Stream.of(column.span());
        return Stream.of(constraints, indexes, value).flatMap(spans -> spans);
    }

    private static Stream<String> columns(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.columns().stream();
            case Constraint.Unique unique -> unique.columns().stream();
            case Constraint.ForeignKey key -> key.columns().stream();
            case Constraint.Exclusion exclusion ->
                exclusion.elements().stream()
                        .flatMap(element -> element.key().target() instanceof Index.ColumnTarget(String name)
                                ? Stream.of(name)
                                : Stream.of());
            // SQL, which PostgreSQL reads
            case Constraint.Check check -> Stream.of();
            case Constraint.Other other -> Stream.of();
        };
    }

    private static boolean isOver(Index.Key key, Column column) {
        return key.target() instanceof Index.ColumnTarget(String name) && name.equals(column.name());
    }
}
