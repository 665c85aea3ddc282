package io.pgorm.cli.diagram;

import java.util.List;
import java.util.Optional;

/**
 * What a picture of a schema shows, whatever it is drawn with.
 *
 * @param boxes in the order of the schema
 * @param edges between them
 */
public record Diagram(String title, List<Box> boxes, List<Edge> edges) {

    public Diagram {
        boxes = List.copyOf(boxes);
        edges = List.copyOf(edges);
    }

    /** What a box stands for, with what it is called above its name. */
    public enum Kind {
        TABLE("table"),
        VIEW("view"),
        MATERIALIZED_VIEW("materialized view"),
        ENUM("enum"),
        COMPOSITE("type"),
        DOMAIN("domain"),
        RANGE("range");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** Whether relations can lead to it. */
        public boolean isRelation() {
            return this == TABLE || this == VIEW || this == MATERIALIZED_VIEW;
        }
    }

    /**
     * A table, a view or a type.
     *
     * @param id unique in the diagram
     * @param title as the schema names it
     * @param name in the database
     * @param rows its columns, or the values of an enum
     * @param notes what else is said of it
     */
    public record Box(
            String id,
            Kind kind,
            String title,
            String name,
            Optional<String> documentation,
            List<Row> rows,
            List<Note> notes) {
        public Box {
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }
    }

    /**
     * A line of a box.
     *
     * @param type empty for the value of an enum
     * @param column its name in the database
     * @param value where its value comes from, for people; empty for nowhere
     */
    public record Row(
            String name,
            String column,
            String type,
            boolean nullable,
            boolean primary,
            boolean foreign,
            boolean unique,
            String value,
            Optional<String> documentation) {}

    /** What a note is about, with its short name. */
    public enum About {
        UNIQUE("unique"),
        INDEX("index"),
        CHECK("check"),
        EXCLUSION("exclude"),
        ROW_SECURITY("rls"),
        POLICY("policy"),
        TRIGGER("trigger"),
        PARTITION("part");

        private final String word;

        About(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** A line below the columns. */
    public record Note(About about, String text) {}

    /** How many rows are at an end. */
    public enum End {
        ONE,
        ZERO_OR_ONE,
        MANY
    }

    /** An end at a row of a box; at its title for the row -1. */
    public record Anchor(String box, int row, End end) {}

    /**
     * A relation.
     *
     * @param from what is pointed to
     * @param to what points
     * @param label its foreign key or join table, for people
     */
    public record Edge(Anchor from, Anchor to, String label) {
        public boolean isLoop() {
            return from.box().equals(to.box());
        }
    }
}
