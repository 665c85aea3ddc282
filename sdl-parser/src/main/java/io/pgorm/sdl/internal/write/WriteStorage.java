package io.pgorm.sdl.internal.write;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.ReplicaIdentity;
import io.pgorm.ir.Table;
import io.pgorm.ir.TableStorage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a table is stored, and of which tables it inherits. */
final class WriteStorage {

    private final Writing writing;
    private final Table table;

    WriteStorage(Writing writing, Table table) {
        this.writing = writing;
        this.table = table;
    }

    void write() {
        TableStorage storage = table.storage();
        List<QualifiedName> parents = table.hierarchy().inherits();
        if (!parents.isEmpty()) {
            line("@@inherits("
                    + Strings.list(parents.stream()
                            .map(parent -> writing.naming()
                                    .model(parent)
                                    .orElseGet(() -> Strings.line(Naming.qualified(parent))))
                            .toList())
                    + ")");
        }
        if (storage.unlogged()) {
            line("@@unlogged");
        }
        if (!storage.parameters().isEmpty()) {
            line("@@storage(" + parameters(storage.parameters()) + ")");
        }
        storage.tablespace().ifPresent(name -> line("@@tablespace(" + Strings.name(name) + ")"));
        storage.accessMethod().ifPresent(name -> line("@@accessMethod(" + Strings.name(name) + ")"));
        switch (storage.replicaIdentity()) {
            case ReplicaIdentity.Default none -> {}
            case ReplicaIdentity.Full full -> line("@@replicaIdentity(full)");
            case ReplicaIdentity.Nothing nothing -> line("@@replicaIdentity(nothing)");
            case ReplicaIdentity.ByIndex(String index) -> line("@@replicaIdentity(index: " + Strings.line(index) + ")");
        }
    }

    private void line(String text) {
        writing.page().add("  " + text + "\n");
    }

    /** Names in camel case, as the language writes them; dots stay. */
    static String parameters(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> key(entry.getKey()) + ": " + value(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String key(String name) {
        StringBuilder out = new StringBuilder();
        for (String part : name.split("\\.", -1)) {
            out.append(out.isEmpty() ? "" : ".").append(NamesBack.field(part));
        }
        return out.toString();
    }

    private static String value(String value) {
        return value.matches("-?\\d+(\\.\\d+)?") || Strings.isWord(value) ? value : Strings.line(value);
    }
}
