package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Schema;
import io.pgorm.sdl.internal.resolve.Vocabulary;
import java.util.Set;

/** What a catalog shows in several objects and the language says in one word. Stateless. */
final class Fold {

    private Fold() {}

    /** The schema with types as the compiler knows them, serials, sessions and partitions folded, and no models. */
    static Schema fold(Schema schema, Vocabulary vocabulary) {
        Schema bare = schema.withModels(java.util.List.of());
        TypeWords types = new TypeWords(bare, vocabulary, new Naming(bare, vocabulary, new Levels(), Set.of()));
        Schema typed = bare.mapTables(table -> table.withColumns(table.columns().stream()
                .map(column -> column.withType(types.known(column.type())))
                .toList()));
        return FoldSerials.fold(FoldSession.fold(typed, types), vocabulary);
    }
}
