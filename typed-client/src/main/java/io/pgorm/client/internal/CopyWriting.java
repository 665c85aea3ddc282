package io.pgorm.client.internal;

import io.pgorm.client.Create;
import io.pgorm.client.ModelType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows by COPY: in PostgreSQL's binary format where all columns have types whose format is known, else as text. Rows for
 * other columns than the first one's are put aside. For one thread.
 */
final class CopyWriting {

    private static final byte[] HEADER = "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private final BulkRows first;
    private final Iterator<? extends Create<?>> more;
    private final Consumer<Create<?>> others;

    /**
     * @param first rows to begin with
     * @param more all others
     * @param others takes the rows for other columns
     */
    CopyWriting(BulkRows first, Iterator<? extends Create<?>> more, Consumer<Create<?>> others) {
        this.first = first;
        this.more = more;
        this.others = others;
    }

    String sql() {
        ModelType<?> model = first.model();
        String columns = first.columns().list().stream()
                .map(column -> Rendering.sql(DSL.name(column.getName())))
                .collect(Collectors.joining(", "));
        return "copy " + Rendering.sql(model.table()) + " (" + columns + ") from stdin (format "
                + (first.hasBinary() ? "binary" : "text") + ")";
    }

    /**
     * @param sql {@link #sql}, or what a hook has made of it
     * @return how many rows were written
     */
    long write(Connection connection, String sql) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            CopyBuffer out = new CopyBuffer(copy);
            if (first.hasBinary()) {
                out.raw(HEADER);
                rows(out, this::binary);
                out.int16(-1);
            } else {
                rows(out, this::text);
            }
            out.flush();
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private interface RowFormat {
        void write(CopyBuffer out, @Nullable Object[] row);
    }

    private void rows(CopyBuffer out, RowFormat format) throws SQLException {
        List<@Nullable Object[]> known = first.rows();
        for (@Nullable Object[] row : known) {
            format.write(out, row);
            out.rowEnded();
        }
        @Nullable Object[] row = new @Nullable Object[first.columns().size()];
        while (more.hasNext()) {
            Create<?> next = more.next();
            if (next.assignments().fill(first.columns().array(), row)) {
                format.write(out, row);
                out.rowEnded();
            } else {
                others.accept(next);
            }
        }
    }

    private void binary(CopyBuffer out, @Nullable Object[] row) {
        out.int16(row.length);
        ColumnFormat[] formats = first.formats();
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            BinaryFormat format = formats[i].binary();
            if (value == null || format == null) {
                out.int32(-1);
            } else {
                format.write(out, formats[i].base().apply(value));
            }
        }
    }

    private void text(CopyBuffer out, @Nullable Object[] row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            String text = first.formats()[i].asText(row[i]);
            line.append(i == 0 ? "" : "\t").append(text == null ? "\\N" : TextFormat.escaped(text));
        }
        out.raw(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
}
