package io.pgorm.migrations.lint;

import io.pgorm.migrations.recognize.Change;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** What a file itself has made: nobody waits for it, and nothing of it can be lost. Used by one thread. */
final class NewObjects {

    private final Set<String> names = new LinkedHashSet<>();

    void see(Change change) {
        switch (change) {
            case Change.CreateTable table -> names.add(table.table().toLowerCase(Locale.ROOT));
            case Change.Create create -> names.add(create.name().toLowerCase(Locale.ROOT));
            case Change.CreateIndex index -> names.add(index.name().toLowerCase(Locale.ROOT));
            default -> {}
        }
    }

    boolean has(String name) {
        return names.contains(name.toLowerCase(Locale.ROOT));
    }
}
