package io.pgorm.migrations.pull;

import io.pgorm.sdl.write.WrittenSchema;
import java.util.List;

/**
 * What pulling a schema gave.
 *
 * @param text of the schema file
 * @param blocks what stands in {@code sql} blocks of the text, since the language has no words for it
 * @param unmodelled what the database holds and the text does not say, one readable line for each
 * @param notes what of the source was passed over or made up while it was loaded
 * @param server the server that the schema was read from, for people
 * @param proof what came out when the text was tried
 */
public record Pulled(
        String text,
        List<WrittenSchema.Block> blocks,
        List<String> unmodelled,
        List<String> notes,
        String server,
        Proof proof) {

    public Pulled {
        blocks = List.copyOf(blocks);
        unmodelled = List.copyOf(unmodelled);
        notes = List.copyOf(notes);
    }

    /** Whether the text says all that the database holds, and makes it again. */
    public boolean isLossless() {
        return unmodelled.isEmpty() && proof.holds();
    }
}
