package io.pgorm.cli.diagram;

import io.pgorm.cli.diagram.Diagram.Anchor;
import io.pgorm.cli.diagram.Diagram.Box;
import io.pgorm.cli.diagram.Diagram.Edge;
import io.pgorm.cli.diagram.Diagram.Row;
import java.util.ArrayList;
import java.util.List;

/** A diagram as Mermaid's {@code erDiagram}, which GitHub and GitLab draw in Markdown. Stateless. */
public final class MermaidDiagram {

    private MermaidDiagram() {}

    public static String write(Diagram diagram) {
        StringBuilder text = new StringBuilder("erDiagram\n");
        for (Box box : diagram.boxes()) {
            if (box.kind().isRelation()) {
                box(box, text);
            }
        }
        for (Edge edge : diagram.edges()) {
            text.append("    ")
                    .append(entity(edge.from(), diagram))
                    .append(' ')
                    .append(left(edge.from().end()))
                    .append("--")
                    .append(right(edge.to().end()))
                    .append(' ')
                    .append(entity(edge.to(), diagram))
                    .append(" : ")
                    .append(quoted(label(edge, diagram)))
                    .append('\n');
        }
        return text.toString();
    }

    private static void box(Box box, StringBuilder text) {
        text.append("    ").append(quoted(box.title())).append(" {\n");
        for (Row row : box.rows()) {
            List<String> keys = new ArrayList<>();
            if (row.primary()) {
                keys.add("PK");
            }
            if (row.foreign()) {
                keys.add("FK");
            }
            if (row.unique() && !row.primary()) {
                keys.add("UK");
            }
            text.append("        ").append(word(row.type())).append(' ').append(word(row.name()));
            if (!keys.isEmpty()) {
                text.append(' ').append(String.join(", ", keys));
            }
            text.append(row.nullable() ? " \"nullable\"\n" : "\n");
        }
        text.append("    }\n");
    }

    private static String entity(Anchor anchor, Diagram diagram) {
        return quoted(boxOf(anchor, diagram).title());
    }

    private static Box boxOf(Anchor anchor, Diagram diagram) {
        return diagram.boxes().stream()
                .filter(box -> box.id().equals(anchor.box()))
                .findFirst()
                .orElseThrow();
    }

    private static String label(Edge edge, Diagram diagram) {
        return edge.to().row() < 0
                ? ""
                : boxOf(edge.to(), diagram).rows().get(edge.to().row()).name();
    }

    private static String left(Diagram.End end) {
        return switch (end) {
            case ONE -> "||";
            case ZERO_OR_ONE -> "|o";
            case MANY -> "}o";
        };
    }

    private static String right(Diagram.End end) {
        return switch (end) {
            case ONE -> "||";
            case ZERO_OR_ONE -> "o|";
            case MANY -> "o{";
        };
    }

    /** Mermaid has no escape for a quote. */
    private static String quoted(String name) {
        return "\"" + name.replace('"', '\'').replaceAll("\\s+", " ") + "\"";
    }

    /** Types and columns are plain words there. */
    private static String word(String text) {
        String word = text.replace(", ", "-").replaceAll("[^A-Za-z0-9_\\-()\\[\\]]", "_");
        return word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "_" + word : word;
    }
}
