package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.GeneratedNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Columns of the IR out of the catalog's rows. Immutable. */
final class Columns {

    private record Place(long table, int column) {}

    private final Types types;
    private final Comments comments;
    private final Map<Place, SequenceRow> identities = new LinkedHashMap<>();

    Columns(Types types, Comments comments, List<SequenceRow> sequences) {
        this.types = types;
        this.comments = comments;
        sequences.stream()
                .filter(SequenceRow::identity)
                .forEach(sequence -> identities.put(new Place(sequence.table(), sequence.column()), sequence));
    }

    /**
     * @param table whose column it is
     * @param partition whether that is a partition, which has all columns of its parent as its own
     */
    Column of(ColumnRow row, QualifiedName table, boolean partition) {
        return new Column(
                row.name(),
                types.of(row.type(), row.typePrinted()),
                !row.notNull(),
                value(row, table),
                row.collation(),
                storage(row.storage()),
                compression(row.compression()),
                !row.local() && !partition,
                comments.of("pg_class", row.relation(), row.number()),
                SourceSpan.NONE);
    }

    View.Column ofView(ColumnRow row) {
        return new View.Column(
                row.name(),
                types.of(row.type(), row.typePrinted()),
                true,
                row.collation(),
                comments.of("pg_class", row.relation(), row.number()),
                SourceSpan.NONE);
    }

    private ColumnValue value(ColumnRow row, QualifiedName table) {
        if (row.identity() == 'a' || row.identity() == 'd') {
            @Nullable SequenceRow sequence = identities.get(new Place(row.relation(), row.number()));
            // a partition shares the sequence of the table above it
            return sequence == null ? ColumnValue.NONE : identity(row, table, sequence);
        }
        if (row.expression().isEmpty()) {
            return ColumnValue.NONE;
        }
        var expression = Sql.expression(row.expression().get());
        return switch (row.generated()) {
            case 's' -> new ColumnValue.Generated(expression, true);
            case 'v' -> new ColumnValue.Generated(expression, false);
            default -> new ColumnValue.Default(expression);
        };
    }

    private static ColumnValue identity(ColumnRow row, QualifiedName table, SequenceRow sequence) {
        QualifiedName usual = new QualifiedName(table.schema(), GeneratedNames.sequence(table.name(), row.name()));
        return new ColumnValue.Identity(
                row.identity() == 'a',
                sequence.options(row.typePrinted()),
                sequence.name().equals(usual) ? Optional.empty() : Optional.of(sequence.name()));
    }

    private static Optional<Column.Storage> storage(char letter) {
        return switch (letter) {
            case 'p' -> Optional.of(Column.Storage.PLAIN);
            case 'e' -> Optional.of(Column.Storage.EXTERNAL);
            case 'x' -> Optional.of(Column.Storage.EXTENDED);
            case 'm' -> Optional.of(Column.Storage.MAIN);
            default -> Optional.empty();
        };
    }

    private static Optional<String> compression(char letter) {
        return switch (letter) {
            case 'l' -> Optional.of("lz4");
            case 'p' -> Optional.of("pglz");
            default -> Optional.empty();
        };
    }
}
