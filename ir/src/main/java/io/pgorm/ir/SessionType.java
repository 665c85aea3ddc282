package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;

/**
 * What a request knows about its caller: the {@code session} block, or the one implied by a call of {@code
 * auth.uid()}.
 *
 * @param external whether the database brings its own {@code auth} functions, so that none are created
 */
public record SessionType(List<Field> fields, boolean external, SourceSpan span) {

    public SessionType {
        fields = List.copyOf(fields);
    }

    /**
     * One fact: {@code auth.NAME()} in SQL, {@code Session.NAME(...)} in Java.
     *
     * @param function the name of the function in schema {@code auth}, in snake case
     * @param setting the transaction-local setting that holds its text
     */
    public record Field(
            String name, String function, String setting, ColumnType type, boolean nullable, SourceSpan span) {}
}
