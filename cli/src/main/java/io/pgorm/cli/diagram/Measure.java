package io.pgorm.cli.diagram;

import io.pgorm.cli.diagram.Diagram.Box;
import io.pgorm.cli.diagram.Diagram.Note;
import io.pgorm.cli.diagram.Diagram.Row;

/**
 * How large a box is, in pixels. Text is as wide as in the monospaced fonts of all systems, which differ little; a few
 * pixels are left over for those that are wider. Stateless.
 */
final class Measure {

    static final int ROW = 20;
    static final int HEAD = 42;
    static final int PAD = 12;
    static final int NOTE = 17;
    static final int MARK = 24;
    /** Between the columns and the notes. */
    static final int RULE = 9;

    private static final double MONO_12 = 7.35;
    private static final double MONO_11 = 6.75;
    private static final double TITLE = 8.6;
    private static final int NOTE_CHARACTERS = 46;
    private static final int TYPE_CHARACTERS = 30;
    /** Where the text of a note begins, behind the word for its kind. */
    static final int NOTE_TEXT = 58;

    private Measure() {}

    static int width(Box box) {
        double width = Math.max(120, 2 * PAD + box.title().length() * TITLE);
        width = Math.max(width, 2 * PAD + subtitle(box).length() * MONO_11);
        int marks = marks(box);
        for (Row row : box.rows()) {
            double type = shortType(row).length() * MONO_12;
            width = Math.max(width, 2 * PAD + marks + row.name().length() * MONO_12 + (type > 0 ? 20 + type : 0));
        }
        for (Note note : box.notes()) {
            width = Math.max(
                    width,
                    PAD
                            + NOTE_TEXT
                            + PAD
                            + shorten(note.text(), NOTE_CHARACTERS).length() * MONO_11);
        }
        return (int) Math.ceil(width);
    }

    static int height(Box box) {
        int notes = box.notes().isEmpty() ? 0 : RULE + box.notes().size() * NOTE;
        return HEAD + box.rows().size() * ROW + notes + 8;
    }

    /** The middle of a row, from the top of the box; of the title for -1. */
    static double rowMiddle(int row) {
        return row < 0 ? HEAD / 2.0 : HEAD + 4 + row * ROW + ROW / 2.0;
    }

    /** How much room the marks before the names take. */
    static int marks(Box box) {
        int most = 0;
        for (Row row : box.rows()) {
            int marks = (row.primary() ? 1 : 0) + (row.foreign() ? 1 : 0) + (row.unique() && !row.primary() ? 1 : 0);
            most = Math.max(most, marks);
        }
        return most == 0 ? 0 : most * MARK + 4;
    }

    static String subtitle(Box box) {
        String named = box.name().equals(box.title()) ? "" : " " + box.name();
        return box.kind().word() + named;
    }

    static String shortType(Row row) {
        return shorten(row.type(), TYPE_CHARACTERS) + (row.nullable() ? "?" : "");
    }

    static String shortNote(Note note) {
        return shorten(note.text(), NOTE_CHARACTERS);
    }

    private static String shorten(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "\u2026";
    }
}
