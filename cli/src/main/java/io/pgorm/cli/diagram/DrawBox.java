package io.pgorm.cli.diagram;

import io.pgorm.cli.diagram.Diagram.Box;
import io.pgorm.cli.diagram.Diagram.Kind;
import io.pgorm.cli.diagram.Diagram.Note;
import io.pgorm.cli.diagram.Diagram.Row;
import io.pgorm.cli.diagram.Picture.PlacedBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws tables, views and types. Stateless. */
final class DrawBox {

    private static final double ROUND = 8;

    private DrawBox() {}

    static void draw(PlacedBox placed, Markup markup) {
        Box box = placed.box();
        markup.open(
                "g",
                "class",
                "box " + style(box.kind()),
                "id",
                "box-" + box.id(),
                "data-id",
                box.id(),
                "data-title",
                box.title(),
                "data-kind",
                box.kind().word(),
                "data-words",
                words(box),
                "transform",
                "translate(" + Markup.number(placed.x()) + " " + Markup.number(placed.y()) + ")");
        double width = placed.width();
        markup.empty("rect", "class", "body", "width", width, "height", placed.height(), "rx", ROUND);
        markup.open("g", "class", "top");
        markup.element(
                "title",
                box.documentation().map(text -> box.title() + "\n" + text).orElse(box.title()));
        markup.empty("path", "class", "head", "d", head(width));
        markup.element("text", box.title(), "class", "title", "x", (double) Measure.PAD, "y", 19.0);
        markup.element("text", Measure.subtitle(box), "class", "sub", "x", (double) Measure.PAD, "y", 34.0);
        markup.close("g");
        int marks = Measure.marks(box);
        for (int i = 0; i < box.rows().size(); i++) {
            row(box.rows().get(i), Measure.HEAD + 4.0 + i * Measure.ROW, width, marks, markup);
        }
        double y = Measure.HEAD + 4.0 + box.rows().size() * Measure.ROW;
        if (!box.notes().isEmpty()) {
            markup.empty("path", "class", "rule", "d", "M0 " + Markup.number(y + 4) + " H" + Markup.number(width));
            y += Measure.RULE;
        }
        for (Note note : box.notes()) {
            markup.open("g", "class", "note " + note.about().name().toLowerCase(Locale.ROOT));
            markup.element("title", note.about().word() + " " + note.text());
            markup.element("text", note.about().word(), "class", "about", "x", (double) Measure.PAD, "y", y + 12);
            markup.element(
                    "text",
                    Measure.shortNote(note),
                    "class",
                    "said",
                    "x",
                    (double) Measure.PAD + Measure.NOTE_TEXT,
                    "y",
                    y + 12);
            markup.close("g");
            y += Measure.NOTE;
        }
        markup.close("g").raw("\n");
    }

    private static String style(Kind kind) {
        return switch (kind) {
            case TABLE -> "table";
            case VIEW, MATERIALIZED_VIEW -> "view";
            case ENUM -> "enum";
            case COMPOSITE, DOMAIN, RANGE -> "type";
        };
    }

    /** What a search finds it by. */
    private static String words(Box box) {
        List<String> words =
                new ArrayList<>(List.of(box.title(), box.name(), box.kind().word()));
        for (Row row : box.rows()) {
            words.add(row.name());
            words.add(row.column());
            words.add(row.type());
        }
        return String.join(" ", words).toLowerCase(Locale.ROOT);
    }

    private static String head(double width) {
        String right = Markup.number(width - ROUND);
        return "M0 " + Measure.HEAD + " V" + Markup.number(ROUND) + " Q0 0 " + Markup.number(ROUND) + " 0 H" + right
                + " Q" + Markup.number(width) + " 0 " + Markup.number(width) + " " + Markup.number(ROUND) + " V"
                + Measure.HEAD + " Z";
    }

    private static void row(Row row, double y, double width, int marks, Markup markup) {
        markup.open("g", "class", row.primary() ? "row key" : row.nullable() ? "row null" : "row");
        markup.element("title", hint(row));
        markup.empty("rect", "class", "over", "x", 1.0, "y", y, "width", width - 2, "height", (double) Measure.ROW);
        double x = Measure.PAD;
        if (row.primary()) {
            mark("PK", "pk", x, y, markup);
            x += Measure.MARK;
        }
        if (row.foreign()) {
            mark("FK", "fk", x, y, markup);
            x += Measure.MARK;
        }
        if (row.unique() && !row.primary()) {
            mark("UQ", "uq", x, y, markup);
        }
        markup.element("text", row.name(), "class", "name", "x", (double) Measure.PAD + marks, "y", y + 14);
        if (!row.type().isEmpty()) {
            markup.element("text", Measure.shortType(row), "class", "kind", "x", width - Measure.PAD, "y", y + 14);
        }
        markup.close("g");
    }

    private static void mark(String word, String style, double x, double y, Markup markup) {
        markup.empty("rect", "class", "mark " + style, "x", x, "y", y + 4, "width", 20.0, "height", 12.0, "rx", 3.0);
        markup.element("text", word, "class", "word " + style, "x", x + 10, "y", y + 13);
    }

    private static String hint(Row row) {
        List<String> lines = new ArrayList<>();
        String column = row.column().isEmpty() || row.column().equals(row.name()) ? "" : " (" + row.column() + ")";
        lines.add(row.name() + column + (row.type().isEmpty() ? "" : ": " + row.type()));
        if (!row.type().isEmpty()) {
            lines.add(row.nullable() ? "may be null" : "not null");
        }
        if (!row.value().isEmpty()) {
            lines.add(row.value());
        }
        row.documentation().ifPresent(lines::add);
        return String.join("\n", lines);
    }
}
