package io.pgorm.ddl;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One statement of DDL that remembers what each of its parts was made from.
 *
 * @param sql the statement without a final semicolon
 * @param span the declaration that the whole statement comes from; {@link SourceSpan#NONE} where there is none
 * @param origins the parts that come from a narrower declaration; they nest, and never overlap otherwise
 */
public record DdlStatement(String sql, SourceSpan span, List<Origin> origins) {

    public DdlStatement {
        origins = List.copyOf(origins);
    }

    /**
     * A stretch of the SQL and the declaration it comes from.
     *
     * @param start offset of its first character, in UTF-16 units from 0
     * @param end the offset after its last one
     */
    public record Origin(int start, int end, SourceSpan span) {
        boolean covers(int offset) {
            return start <= offset && offset < end;
        }

        int length() {
            return end - start;
        }
    }

    /**
     * The narrowest declaration that a character comes from; empty where nothing narrower than the statement is known.
     *
     * @param offset in UTF-16 units of {@link #sql} from 0
     */
    public Optional<SourceSpan> originAt(int offset) {
        return origins.stream()
                .filter(origin -> origin.covers(offset))
                .min(Comparator.comparingInt(Origin::length))
                .map(Origin::span);
    }

    /**
     * The narrowest declaration at the place that an error of the server names.
     *
     * @param position as PostgreSQL counts: in characters, not in UTF-16 units, from 1; anything outside of the
     *     statement, such as the 0 of an error that names no place, has no origin
     */
    public Optional<SourceSpan> originAtServerPosition(int position) {
        if (position < 1 || position > sql.codePointCount(0, sql.length())) {
            return Optional.empty();
        }
        return originAt(sql.offsetByCodePoints(0, position - 1));
    }
}
