package io.pgorm.ir;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a table is stored.
 *
 * @param unlogged whether its rows are not written to the log, and lost in a crash
 * @param parameters storage parameters, names in lower case, those of the TOAST table with {@code toast.} before them
 * @param accessMethod where it is not the server's default
 */
public record TableStorage(
        boolean unlogged,
        Map<String, String> parameters,
        Optional<String> tablespace,
        Optional<String> accessMethod,
        ReplicaIdentity replicaIdentity) {

    public static final TableStorage DEFAULT =
            new TableStorage(false, Map.of(), Optional.empty(), Optional.empty(), ReplicaIdentity.DEFAULT);

    public TableStorage {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
