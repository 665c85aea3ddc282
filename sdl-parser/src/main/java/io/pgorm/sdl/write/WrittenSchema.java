package io.pgorm.sdl.write;

import java.util.List;

/**
 * A schema as text.
 *
 * @param text of a {@code .pgorm} file, in the canonical layout
 * @param blocks what the language has no words for and stands in {@code sql} blocks at the end of the text
 */
public record WrittenSchema(String text, List<Block> blocks) {

    public WrittenSchema {
        blocks = List.copyOf(blocks);
    }

    /**
     * A {@code sql} block.
     *
     * @param id its id in the text
     * @param reason why it is one, in one sentence
     */
    public record Block(String id, String reason) {}
}
