package io.pgorm.ir;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a sequence counts. What is not given is PostgreSQL's default for the type and the direction.
 *
 * @param type {@code smallint}, {@code integer} or {@code bigint}; for an identity, the type of its column
 * @param increment by how much it goes on, negative for downwards
 * @param cache how many values a session takes at once
 */
public record SequenceOptions(
        Optional<String> type,
        OptionalLong start,
        OptionalLong increment,
        OptionalLong minimum,
        OptionalLong maximum,
        OptionalLong cache,
        boolean cycle) {

    public static final SequenceOptions DEFAULT = new SequenceOptions(
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            false);
}
